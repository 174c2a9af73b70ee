"""What USWDS's templates are given so that they show what our components show, and ours what its templates show always."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from govpage import components as gov
from govpage.component import Example
from govpage.components.collection import CollectionItem
from govpage.conf import site
from govpage.links import Link, LinkLike, NavItem, as_links
from govpage.logos import as_logos
from tests.uswds import twig
from tests.uswds.twig import merged

Content = dict[str, Any]


def banner() -> Content:
    """Its own content, with the id of ours."""
    found = twig.content("usa-banner/src/content/usa-banner.json")
    return merged(found, {"banner": {"id": "gov-banner"}})


def alert(component: gov.Alert) -> Content:
    """An alert's content; a link is part of the text."""
    modifiers = [component.kind, "slim" * component.slim, "" if component.icon else "no-icon"]
    return {
        "modifier": _modifiers("usa-alert", [*modifiers, "" if component.heading else "no-heading"]),
        "role": "alert" if component.kind in ("error", "emergency") else "",
        "title": component.heading,
        "text": component.text + (' <a class="usa-link" href="/">Link</a>' if component.link else ""),
    }


def site_alert(component: gov.SiteAlert) -> Content:
    """A site alert's content; a list of links is HTML."""
    modifiers = [component.kind, "slim" * component.slim, "" if component.icon else "no-icon"]
    items = "".join(f'<li><a class="usa-link" href="/">{link.label}</a></li>' for link in as_links(component.links))
    return {
        "modifier": _modifiers("usa-site-alert", [*modifiers, "" if component.heading else "no-heading"]),
        "title": component.heading,
        "aria_label": "Site alert",
        "text": component.text,
        "list": f'<ul class="usa-list">{items}</ul>' if items else "",
    }


def _modifiers(block: str, names: Iterable[str]) -> str:
    return " ".join(f"{block}--{name}" for name in names if name)


def header(component: gov.Header) -> Content:
    """A header's content; an entry with an address and a menu of its own leads that menu."""
    search = {"modifier": "usa-search--small", "search_label": "Search", "button_text": "Search"}
    items = [_entry(item, number, component.current) for number, item in enumerate(component.menu or (), 1)]
    links = as_links(component.secondary_links)
    return {
        "modifier": f"usa-header--{component.variant or 'basic'}",
        "site_title": component.agency,
        "nav": {"aria_label": "Primary navigation", "close": {"label": "Close"}, "items": items},
        "search": {"settings": search},
        "navSecondaryContent": {"items": [_secondary(link, component.current) for link in links], "search": True},
    }


def _entry(item: Any, number: int, current: str) -> Content:
    below = [Link(item.label, item.url)] * bool(item.items and item.url) + list(item.items)
    holds = current in (item.href, *(child.href for child in below))
    return {
        "label": item.label,
        "id": f"menu-{number}",
        "current": holds,
        "href": _address(item.href == current),
        "subnav": [{"label": child.label, "href": _address(child.href == current)} for child in below] or None,
    }


def _secondary(link: Link, current: str) -> Content:
    is_page = link.href == current
    return {"label": link.label, "href": _address(is_page), "current": is_page}


def _address(is_page: bool) -> str:
    """An address that says whether it is that of the page, which USWDS's templates do not."""
    return "#page" if is_page else "/"


def search(component: gov.SearchBox) -> Content:
    """A search box's content."""
    size = "" if component.size == "default" else f"usa-search--{component.size}"
    return {"modifier": size, "search_label": component.label or "Search", "button_text": "Search"}


def languages(component: gov.LanguageSelector) -> Content:
    """A language selector's content."""
    links = [{"lang_label": link.name, "lang_att": link.code} for link in component.languages]
    return {"label": "Languages", "languages": links, "more": "More"}


TRAIL: tuple[LinkLike, ...] = (
    ("Home", "/"),
    ("Federal Contracting", "/contracting/"),
    ("Contracting assistance programs", "/programs/"),
    ("Economically disadvantaged women-owned small business federal contracting program",),
)
"""The trail in USWDS's templates."""

HEADINGS = ((2, "Where"), (3, "Coast"), (3, "Rivers"), (2, "Who"))
"""Level and text of the headings of a page."""


def side_navigation(component: gov.SideNavigation) -> Content:
    """A side navigation's content; USWDS marks the ancestors of the page too."""
    return {"aria_label": component.label or "Secondary navigation", "items": _levels(component.items)}


def _levels(items: Iterable[Any]) -> list[Content]:
    return [
        {
            "label": item.label,
            "href": _address(item.current),
            "current": item.holds_current,
            "subnav": _levels(item.items) or None,
        }
        for item in items
    ]


def accordion(component: gov.Accordion) -> Content:
    """An accordion's content."""
    items = (gov.AccordionItem(*item) if isinstance(item, tuple) else item for item in component.items)
    modifiers = ["bordered" * component.bordered, "icon-end" * component.icon_last]
    return {
        "modifier": _modifiers("usa-accordion", modifiers),
        "multiselectable": component.multiselectable,
        "items": [
            {"title": item.heading, "id": f"a{number}", "content": item.body, "expanded": str(item.expanded).lower()}
            for number, item in enumerate(items)
        ],
    }


SUMMARY = gov.SummaryBox((("Find shelter", "/"), ("Sign up", "/"), ("Learn the signs", "/"), ("Gather supplies", "/")))
"""The four things in USWDS's template."""


def pagination(component: gov.Pagination) -> Content:
    """A pagination's content; in an unbounded one USWDS wants a number of pages that it does not show."""
    found = twig.content("usa-pagination/src/content/usa-pagination.json")
    pages = {"unbounded": component.pages is None, "items": component.pages or 1000, "current": component.current}
    return merged(found, {"pagination": pages})


DAYS = (date(2020, 9, 30), date(2020, 9, 30), date(2020, 9, 17))
AUTHORS = (("By Sondra Ainsworth and Constance Lu",), ("By Constance Lu",), ("By Eric L. Miller",))
TOPICS = (("New", "PMA", "OMB"), ("SBA",), ("Quarterly update", "CAP goal", "APG", "PMA", "Success story"))
SOURCES = (("Digital.gov",), ("U.S. Web Design System",), (), ("18F",), ("Performance.gov",))
LOGO_TEXTS = (
    "Gears of Government Awards - President's Award",
    "Woman Owned Small Business Federal Contracts",
    "September 2020 Updates",
)


def _entries(**more: tuple[Any, ...]) -> tuple[CollectionItem, ...]:
    count = len(next(iter(more.values())))
    return tuple(
        CollectionItem("Headline", "/1/", **{name: values[number] for name, values in more.items()})
        for number in range(count)
    )


COLLECTION = gov.Collection(
    _entries(description=("Text",) * 3, date=DAYS, meta=AUTHORS, topics=TOPICS), heading_level=3
)
HEADLINES = gov.Collection(_entries(meta=SOURCES), "headlines", 3)
CALENDAR = gov.Collection(_entries(description=("Text",) * 3, date=DAYS), "calendar", 3)
MEDIA = gov.Collection(
    _entries(
        description=("Text",) * 3,
        date=DAYS,
        meta=AUTHORS,
        topics=TOPICS,
        image=("/1.png",) * 3,
        image_alt=LOGO_TEXTS,
    ),
    heading_level=3,
)


def table(component: gov.TableWrapper) -> Content:
    """A table's content, in a container that scrolls."""
    rows = [[{"title": row[0], "scope": "row"}, *({"title": cell} for cell in row[1:])] for row in component.rows]
    modifiers = ["striped" * component.striped, "borderless" * component.borderless, "compact" * component.compact]
    return {
        "scrollable": True,
        "modifier": _modifiers("usa-table", modifiers),
        "caption": component.caption,
        "thead": [{"title": column} for column in component.columns],
        "tbody": rows,
    }


def footer(component: gov.Footer) -> Content:
    """A footer's content; what its menu or its sections are depends on the variant."""
    links: list[Content] = [{"label": link.label} for link in as_links(component.menu)]
    if component.sections:
        links = [
            {"label": heading, "secondary_nav": [{"label": link.label} for link in as_links(below)]}
            for heading, below in component.sections
        ]
    section = {
        "agency_name": component.agency,
        "heading": component.contact_heading or component.agency,
        "phone": "1",
        "email": "2",
        "social_nav": [link.label for link in as_links(component.social)],
    }
    return {
        "modifier": "" if component.variant == "medium" else f"usa-footer--{component.variant or 'slim'}",
        "footer": {"primary_section": {"nav": {"links": links}}, "secondary_section": section},
    }


def identifier(example: Example) -> Content:
    """An identifier's content: the parent agency and the agency, their logos, the links that the settings have."""
    component = cast(gov.Identifier, example.component)
    language = "" if example.language == "en" else f"~lang-{example.language}"
    found = twig.content(f"usa-identifier/src/content/usa-identifier{language}.json")
    parents = as_links(component.parent_agencies) or (Link(component.parent_agency),)
    images = [logo.image for logo in as_logos(component.logos)] or [
        site().logo if component.logo is None else component.logo,
        "",
    ]
    agencies = {
        "parent": {"name": parents[0].label, "logo": images[0]},
        "agency": {"name": component.agency, "shortname": component.agency, "url": "/", "logo": images[1]},
    }
    disclaimer = {"taxpayer_disclaimer": {"display": bool(component.taxpayer_disclaimer)}}
    links = {"required_links": {"links": [{"label": key} for key in site().links]}}
    # Theirs end in commas, which keep the landmarks of the examples apart.
    return cast(Content, _without_commas(merged(found, {"masthead": agencies | disclaimer} | links)))


def _without_commas(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_commas(part) for key, part in value.items()}
    return value.rstrip(",") if isinstance(value, str) else value


__all__ = ["NavItem"]
