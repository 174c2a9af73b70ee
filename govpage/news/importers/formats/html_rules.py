"""Rules that a site gives for its own pages: ``GOVPAGE_NEWS["import_sites"]``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from govpage.conf import Problem
from govpage.hints import did_you_mean
from govpage.news.conf import ImportSites, news_settings


@dataclass(frozen=True, slots=True)
class SiteRules:
    """CSS selectors of one site's parts of a page; an empty one leaves the part to the common rules."""

    title: str = ""
    body: str = ""
    date: str = ""
    subtitle: str = ""
    drop: tuple[str, ...] = ()


KEYS = tuple(field.name for field in fields(SiteRules))


def rules_for(host: str) -> SiteRules:
    """Return the rules of a host, which with and without "www." is the same.

    Raises: ImproperlyConfigured if a rule of any host is not legal
    """
    sites = news_settings().import_sites
    for problem in rule_problems(sites):
        raise ImproperlyConfigured(f"{problem.message} {problem.hint}")
    named = {_bare(name): rules for name, rules in sites.items()}
    rules = named.get(_bare(host), {})
    texts = {key: str(value) for key, value in rules.items() if key != "drop"}
    return SiteRules(drop=tuple(rules.get("drop", ())), **texts)


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")


def rule_problems(sites: ImportSites) -> list[Problem]:
    """Return everything that is wrong with the rules of all sites."""
    return [problem for host, rules in sites.items() for problem in _site_problems(host, rules)]


def _site_problems(host: str, rules: Mapping[str, Any]) -> Iterator[Problem]:
    name = f"GOVPAGE_NEWS['import_sites']['{host}']"
    legal = f"Legal are: {', '.join(KEYS)}."
    for key, value in rules.items():
        if key not in KEYS:
            yield Problem("E003", f"{name} has no key '{key}'.", f"{did_you_mean(str(key), KEYS)} {legal}")
            continue
        selectors = value if key == "drop" else [value]
        if not isinstance(selectors, list | tuple) or not all(isinstance(each, str) for each in selectors):
            kind = "a list of CSS selectors" if key == "drop" else "a CSS selector"
            yield Problem("E003", f"{name}['{key}'] is {value!r}.", f"Make it {kind}.")
            continue
        for selector in filter(_is_wrong, selectors):
            yield Problem("E003", f"{name}['{key}'] is {selector!r}.", "No CSS selector reads so.")


def _is_wrong(selector: str) -> bool:
    """Tell whether a selector cannot be read; without the parser, which is an extra, nothing is known of it."""
    try:
        from selectolax.lexbor import LexborHTMLParser, SelectolaxError
    except ImportError:
        return False
    try:
        LexborHTMLParser("<p>").css(selector)
    except (SelectolaxError, ValueError):
        return True
    return False
