"""Typed settings: one dict an app becomes a frozen dataclass, read when used and never at import."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.utils.functional import Promise

from govpage.links import Link, NavItem, as_links, as_nav_items
from govpage.official import REQUIRED_LINKS

T = TypeVar("T")

MENU_LEVELS = 2
"""Levels of the main menu. Source: USWDS navigation."""


@dataclass(frozen=True, slots=True)
class GovpageSettings:
    """What all components know of the site: ``GOVPAGE``."""

    agency: str = ""
    """Name of the agency, as in its header and identifier."""

    agency_short: str = ""
    """Short name or initials, as in "About USHO"; the name itself when empty."""

    agency_url: str = "/"
    """Address of the home page."""

    parent_agency: str = ""
    """Name of the agency that this one belongs to; empty for an agency of its own."""

    parent_agency_url: str = ""
    """Address of the parent agency's site."""

    domain: str = ""
    """Domain as the identifier prints it, such as "harbor.example.gov"."""

    top_level_domain: Literal["gov", "mil"] = "gov"
    """Which of the two official banners the site carries."""

    logo: str = ""
    """Path of the logo below the static files, such as "harbor/seal.svg"."""

    menu: tuple[NavItem, ...] = ()
    """Main menu: list of (label, url), or (label, url, list of (label, url)) for an entry with a menu of its own."""

    footer_menu: tuple[Link, ...] = ()
    """Menu of the footer: list of (label, url); the main menu when empty."""

    contact: Link | None = None
    """Contact link of the footer: (label, url), worded "Contact" or "Contact us"."""

    search_url: str = ""
    """Address that the search box asks, with the words in ``q``; no search box when empty."""

    links: Mapping[str, str] = field(default_factory=dict)
    """Addresses of the required links of the identifier: about, accessibility, foia, no_fear, inspector_general,
    performance, privacy, vulnerability_disclosure."""

    internal_domains: tuple[str, ...] = ("gov", "mil")
    """Domains that a link of a text may lead to without being marked as external; whatever lies below them is meant
    too, and the site's own ``domain`` is always one."""

    exit_page: str = ""
    """Where a marked link leads first: an address, or the name of the URL pattern of ``govpage.views.exit_page``;
    straight to its target when empty."""

    accessibility_contact: Link | None = None
    """Where a reader asks for an accessible copy: (label, url); the accessibility statement when not given."""

    taxpayer_disclaimer: bool = False
    """Whether the identifier says "Produced and published at taxpayer expense."."""

    stylesheet: Literal["govpage", "uswds", "none"] = "govpage"
    """What ``govpage/base.html`` loads: our stylesheet and script; with "uswds" neither, because the site loads
    those of USWDS; with "none" our script alone, because the site has a stylesheet of its own."""

    color_scheme: Literal["auto", "light", "dark"] = "auto"
    """Colours of every page: as each reader's system asks for them, always light, or always dark; paper is light."""


LEGAL_KEYS: dict[str, frozenset[str]] = {"GOVPAGE['links']": frozenset(REQUIRED_LINKS)}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a settings dict, for an exception or for a system check."""

    code: Literal["E001", "E002", "E003"]
    message: str
    hint: str


def did_you_mean(word: str, legal: Iterator[str] | list[str] | frozenset[str]) -> str:
    """Return a hint that names the nearest legal word, or all of them."""
    choices = sorted(legal)
    near = get_close_matches(word, choices, 1)
    return f"Did you mean '{near[0]}'?" if near else f"Legal are: {', '.join(choices)}."


def problems(name: str, schema: type[Any]) -> list[Problem]:
    """Return everything that is wrong with the setting of that name; empty when all is right."""
    values = getattr(settings, name, {})
    if not isinstance(values, Mapping):
        return [Problem("E002", f"{name} is {type(values).__name__}.", "Make it a dict.")]
    hints = get_type_hints(schema)
    names = [f.name for f in fields(schema)]
    found = [
        Problem("E001", f"{name} has no key '{key}'.", did_you_mean(str(key), names)) for key in _extra(values, names)
    ]
    for key in names:
        if key in values:
            found += _value_problems(f"{name}['{key}']", values[key], hints[key])
    return found


def _extra(values: Mapping[Any, Any], names: list[str]) -> Iterator[Any]:
    return (key for key in values if key not in names)


def _value_problems(name: str, value: Any, kind: Any) -> list[Problem]:
    if get_origin(kind) is Literal:
        legal = get_args(kind)
        return (
            []
            if value in legal
            else [Problem("E003", f"{name} is {value!r}.", f"Legal are: {', '.join(map(repr, legal))}.")]
        )
    try:
        converted = _convert(value, kind)
    except (TypeError, ValueError) as error:
        return [Problem("E002", f"{name} is {value!r}: {error}", "See the page on settings.")]
    if name in LEGAL_KEYS:
        return [
            Problem("E001", f"{name} has no key '{key}'.", did_you_mean(key, LEGAL_KEYS[name]))
            for key in sorted(set(converted) - LEGAL_KEYS[name])
        ]
    return []


def _convert(value: Any, kind: Any) -> Any:
    """Return the value as the field's type.

    Raises: TypeError or ValueError if it is not of that type
    """
    if NavItem in get_args(kind):
        return as_nav_items(value, MENU_LEVELS)
    if get_origin(kind) is tuple:
        return as_links(value) if Link in get_args(kind) else _as_texts(value)
    if Link in get_args(kind):
        return as_links([value])[0] if value is not None else None
    if get_origin(kind) is Mapping:
        return _as_text_mapping(value)
    plain = get_args(kind) if get_origin(kind) is Union or get_origin(kind) is Literal else (kind,)
    if get_origin(kind) is Literal or isinstance(value, plain) or (str in plain and isinstance(value, Promise)):
        return value
    raise TypeError(f"it must be {' or '.join(k.__name__ for k in plain)}.")


def _as_texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, list | tuple) and all(isinstance(text, str) for text in value):
        return tuple(value)
    raise TypeError("it must be a list of strings.")


def _as_text_mapping(value: Any) -> dict[str, str]:
    if isinstance(value, Mapping) and all(isinstance(text, str | Promise) for pair in value.items() for text in pair):
        return dict(value)
    raise TypeError("it must be a dict of strings.")


def load(name: str, schema: type[T]) -> T:
    """Return the setting of that name as its dataclass.

    Raises: ImproperlyConfigured if a key or a value is not legal; the message names the nearest legal one
    """
    return cast(T, _load(name, cast(Any, schema)))


@cache
def _load(name: str, schema: Any) -> Any:
    for problem in problems(name, schema):
        raise ImproperlyConfigured(f"{problem.message} {problem.hint}")
    hints = get_type_hints(schema)
    values = getattr(settings, name, {})
    return schema(**{key: _convert(value, hints[key]) for key, value in values.items()})


def site() -> GovpageSettings:
    """Return ``GOVPAGE``, typed."""
    return load("GOVPAGE", GovpageSettings)


@receiver(setting_changed)
def _forget(**_kwargs: object) -> None:
    _load.cache_clear()
