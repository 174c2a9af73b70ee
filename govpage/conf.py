"""Typed settings: one dict an app becomes a frozen dataclass, read when used and never at import."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.utils.functional import Promise

from govpage.government import ByLanguage, Government
from govpage.hints import did_you_mean
from govpage.links import Link, NavItem, as_links, as_nav_items
from govpage.logos import Logo, as_logos
from govpage.official import REQUIRED_LINKS
from govpage.site_footer import Sections, SignUp, SiteFooter, as_sections

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

    parent_agencies: tuple[Link, ...] = ()
    """Parents where there are several, highest first: list of (name, url); instead of ``parent_agency``."""

    domain: str = ""
    """Domain as the identifier prints it, such as "harbor.example.gov"."""

    top_level_domain: Literal["gov", "mil"] = "gov"
    """Which of the two official banners the site carries."""

    government: Government | None = None
    """The government whose site this is, where it is not the federal one: a dict with the keys below. Its
    banner then has its name and domain, and no flag of the United States; see the page on languages and domains."""

    logo: str = ""
    """Path of the logo below the static files, such as "harbor/seal.svg"."""

    logos: tuple[Logo, ...] = ()
    """Logos of the identifier where there are several: list of (path, alternative text) or (path, alternative text,
    address); the one logo when empty."""

    menu: tuple[NavItem, ...] = ()
    """Main menu: list of (label, url), or (label, url, list of (label, url)) for an entry with a menu of its own."""

    secondary_links: tuple[Link, ...] = ()
    """Links of second rank in the header, such as "Contact us": list of (label, url); with them the header is the
    extended one, unless a page says otherwise."""

    footer_menu: tuple[Link, ...] = ()
    """Menu of the footer: list of (label, url); the main menu when empty."""

    contact: Link | None = None
    """Contact link of the footer: (label, url), worded "Contact" or "Contact us"."""

    footer: SiteFooter = field(default_factory=SiteFooter)
    """What else the footer of every page has: a dict with the keys below."""

    search_url: str = ""
    """Address that the search box asks, with the words in ``q``; no search box when empty."""

    links: Mapping[str, str] = field(default_factory=dict)
    """Addresses of the required links of the identifier: about, accessibility, foia, no_fear, inspector_general,
    performance, privacy, vulnerability_disclosure; those of ``government`` where there is one. An address that differs
    by language is a translated text."""

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

    @property
    def required_links(self) -> tuple[str, ...]:
        """Keys of the links that the identifier has to have, in order."""
        return REQUIRED_LINKS if self.government is None else self.government.required_links


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a settings dict, for an exception or for a system check."""

    code: Literal["E001", "E002", "E003"]
    message: str
    hint: str


def problems(name: str, schema: type[Any]) -> list[Problem]:
    """Return everything that is wrong with the setting of that name; empty when all is right."""
    found = _schema_problems(name, getattr(settings, name, {}), schema)
    return found or _link_problems(name, schema)


def _schema_problems(name: str, values: Any, schema: type[Any]) -> list[Problem]:
    if not isinstance(values, Mapping):
        return [Problem("E002", f"{name} is {type(values).__name__}.", "Make it a dict.")]
    hints = get_type_hints(schema)
    names = [f.name for f in fields(schema)]
    found = [_no_key(name, str(key), names) for key in values if key not in names]
    for key in names:
        if key in values:
            found += _value_problems(f"{name}['{key}']", values[key], hints[key])
    return found


def _no_key(name: str, key: str, legal: Iterable[str]) -> Problem:
    return Problem("E001", f"{name} has no key '{key}'.", did_you_mean(key, legal))


def _link_problems(name: str, schema: type[Any]) -> list[Problem]:
    """Report links that the identifier does not know, and two settings where one is legal."""
    if schema is not GovpageSettings:
        return []
    made = _made(name, schema)
    unknown = sorted(set(made.links) - set(made.required_links))
    found = [_no_key(f"{name}['links']", key, made.required_links) for key in unknown]
    if made.parent_agency and made.parent_agencies:
        hint = "Name the parents in one of the two."
        found.append(Problem("E003", f"{name} has both 'parent_agency' and 'parent_agencies'.", hint))
    return found


def _value_problems(name: str, value: Any, kind: Any) -> list[Problem]:
    if kind in DICTS and isinstance(value, Mapping):
        return _schema_problems(name, value, DICTS[kind][0]) or _dict_problems(name, value, kind)
    if get_origin(kind) is Literal:
        legal = get_args(kind)
        hint = f"Legal are: {', '.join(map(repr, legal))}."
        return [] if value in legal else [Problem("E003", f"{name} is {value!r}.", hint)]
    try:
        _convert(value, kind)
    except (TypeError, ValueError) as error:
        return [Problem("E002", f"{name} is {value!r}: {error}", "See the page on settings.")]
    return []


def _dict_problems(name: str, value: Any, kind: Any) -> list[Problem]:
    try:
        _convert(value, kind)
    except ValueError as error:
        return [Problem("E003", f"{name}: {error}", f"See the page on {DICTS[kind][1]}.")]
    return []


def _convert(value: Any, kind: Any) -> Any:
    """Return the value as the field's type.

    Raises: TypeError or ValueError if it is not of that type
    """
    if kind in CONVERTERS:
        return CONVERTERS[kind](value)
    if kind in DICTS:
        return _from_dict(value, kind)
    plain = get_args(kind) if get_origin(kind) in (Union, UnionType, Literal) else (kind,)
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


def _as_texts_by_language(value: Any) -> dict[str, dict[str, str]]:
    if isinstance(value, Mapping) and all(isinstance(language, str) for language in value):
        return {language: _as_text_mapping(texts) for language, texts in value.items()}
    raise TypeError("it must be a dict with a dict of strings for each language.")


def _from_dict(value: Any, kind: Any) -> Any:
    schema, _page = DICTS[kind]
    if isinstance(value, schema) or (value is None and kind is not schema):
        return value
    if not isinstance(value, Mapping):
        raise TypeError("it must be a dict.")
    hints = get_type_hints(schema)
    return schema(**{key: _convert(part, hints[key]) for key, part in value.items()})


DICTS: dict[Any, tuple[type[Any], str]] = {
    Government | None: (Government, "languages and domains"),
    SiteFooter: (SiteFooter, "settings"),
    SignUp | None: (SignUp, "settings"),
}
"""What is written as a dict of its own: the class that it becomes, and the page that says more, by the field's type."""

CONVERTERS: dict[Any, Callable[[Any], Any]] = {
    tuple[NavItem, ...]: lambda value: as_nav_items(value, MENU_LEVELS),
    tuple[Link, ...]: as_links,
    tuple[Logo, ...]: as_logos,
    tuple[str, ...]: _as_texts,
    Link | None: lambda value: None if value is None else as_links([value])[0],
    Mapping[str, str]: _as_text_mapping,
    ByLanguage: _as_texts_by_language,
    Sections: as_sections,
}
"""How a value becomes what a field holds, by the field's type; any other type takes the value as it is."""


def load(name: str, schema: type[T]) -> T:
    """Return the setting of that name as its dataclass.

    Raises: ImproperlyConfigured if a key or a value is not legal; the message names the nearest legal one
    """
    return cast(T, _load(name, cast(Any, schema)))


@cache
def _load(name: str, schema: Any) -> Any:
    for problem in problems(name, schema):
        raise ImproperlyConfigured(f"{problem.message} {problem.hint}")
    return _made(name, schema)


def _made(name: str, schema: Any) -> Any:
    hints = get_type_hints(schema)
    return schema(**{key: _convert(value, hints[key]) for key, value in getattr(settings, name, {}).items()})


def site() -> GovpageSettings:
    """Return ``GOVPAGE``, typed."""
    return load("GOVPAGE", GovpageSettings)


@receiver(setting_changed)
def _forget(**_kwargs: object) -> None:
    _load.cache_clear()
