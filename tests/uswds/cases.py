"""Every piece of markup that USWDS has too: one of our components, and USWDS's template for the same content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from django.utils.translation import override

from govpage import components as gov
from govpage.component import Component, Example
from govpage.components.language_selector import LanguageLink
from govpage.headings import Heading
from govpage.links import NavItem
from tests.uswds import content, forms
from tests.uswds.twig import Data


@dataclass(frozen=True, slots=True)
class Case:
    """A component in a state of its own."""

    group: str
    """The component, as its template is called."""

    name: str
    template: str
    """Path of USWDS's template below its packages; empty where its script makes the component."""

    data: Data
    ours: Callable[[], str]
    part: str = ""
    """What of the template is compared, as a selector; all of it when empty."""

    script: str = field(default="", kw_only=True)
    """What of the page holds the component once USWDS's script has made it, as a selector."""

    @property
    def id(self) -> str:
        """Its name in a test."""
        return f"{self.group}-{self.name}"


def _case(
    component: Component, name: str, template: str, data: Mapping[str, Any] | None = None, part: str = ""
) -> Case:
    return Case(component.slug(), name, template, data or {}, component.render_html, part)


def _example(component: type[Component], name: str = "default") -> Any:
    return component.examples()[name].component


def _alerts() -> list[Case]:
    template = "usa-alert/src/usa-alert.twig"
    return [
        _case(alert, name, template, content.alert(alert))
        for name in ("default", "success", "warning", "error", "emergency", "slim", "no-icon", "no-heading")
        for alert in [_example(gov.Alert, name)]
    ]


def _site_alerts() -> list[Case]:
    template = "usa-site-alert/src/usa-site-alert.twig"
    return [
        _case(alert, name, template, content.site_alert(alert))
        for name in ("default", "emergency", "emergency-list", "emergency-no-heading", "emergency-no-icon", "slim")
        for alert in [_example(gov.SiteAlert, name)]
    ]


def _headers() -> list[Case]:
    basic, extended = (
        "usa-header/src/usa-header.twig",
        "usa-header/src/usa-header--extended/usa-header--extended.twig",
    )
    return [
        _case(header, name, extended if header.variant else basic, content.header(header))
        for name in ("default", "submenus", "extended", "extended-submenus", "extended-without-links")
        for header in [_example(gov.Header, name)]
    ]


def _searches() -> list[Case]:
    return [
        _case(search, name, "usa-search/src/usa-search.twig", content.search(search))
        for name in ("default", "big", "small")
        for search in [_example(gov.SearchBox, name)]
    ]


def _languages() -> list[Case]:
    folder = "usa-language-selector/src/usa-language-selector"
    two = _example(gov.LanguageSelector)
    more, unstyled = _example(gov.LanguageSelector, "more"), _example(gov.LanguageSelector, "unstyled")
    return [
        _case(two, "two", f"{folder}.twig", {"label": "Español", "lang": "es"}),
        _case(more, "more", f"{folder}--three-or-more/{_last(folder)}--three-or-more.twig", content.languages(more)),
        _case(unstyled, "unstyled", f"{folder}--unstyled/{_last(folder)}--unstyled.twig", content.languages(unstyled)),
    ]


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _breadcrumbs() -> list[Case]:
    template = "usa-breadcrumb/src/usa-breadcrumb.twig"
    trail = content.TRAIL
    return [
        _case(
            gov.Breadcrumb(trail, structured_data="none"),
            "wrapping",
            template,
            {"modifier": "usa-breadcrumb--wrap", "aria_label": "Breadcrumb"},
        ),
        _case(
            gov.Breadcrumb(trail, structured_data="none", wrap=False),
            "truncated",
            template,
            {"modifier": "usa-breadcrumb--truncate", "aria_label": "Breadcrumb"},
        ),
        _case(
            gov.Breadcrumb((*trail[:3], ("Women-owned small business federal contracting program",))),
            "rdfa",
            "usa-breadcrumb/src/metadata/usa-breadcrumb--metadata.twig",
        ),
    ]


def _side_navigations() -> list[Case]:
    return [
        _case(navigation, name, "usa-sidenav/src/usa-sidenav.twig", content.side_navigation(navigation))
        for name in ("default", "two-levels", "three-levels")
        for navigation in [_example(gov.SideNavigation, name)]
    ]


def _accordions() -> list[Case]:
    return [
        _case(accordion, name, "usa-accordion/src/usa-accordion.twig", content.accordion(accordion))
        for name in ("default", "open", "bordered", "multiselectable", "icon-last")
        for accordion in [_example(gov.Accordion, name)]
    ]


def _paginations() -> list[Case]:
    return [
        _case(pagination, name, "usa-pagination/src/usa-pagination.twig", content.pagination(pagination))
        for name in ("default", "few", "seven", "beginning", "end", "unbounded", "unbounded-beginning")
        for pagination in [_example(gov.Pagination, name)]
    ]


def _collections() -> list[Case]:
    folder = "usa-collection/src/usa-collection"
    return [
        _case(content.COLLECTION, "default", f"{folder}.twig"),
        _case(content.HEADLINES, "headlines", f"{folder}--only-headers.twig"),
        _case(content.CALENDAR, "calendar", f"{folder}--fancy-date.twig"),
        _case(content.MEDIA, "media", f"{folder}--media.twig"),
    ]


def _tables() -> list[Case]:
    return [
        _case(
            _example(gov.TableWrapper, name),
            name,
            "usa-table/src/usa-table--scrollable/usa-table--scrollable.twig",
            content.table(_example(gov.TableWrapper, name)),
        )
        for name in ("default", "striped", "borderless", "compact", "wide")
    ]


def _footers() -> list[Case]:
    folder = "usa-footer/src/usa-footer"
    templates = {
        "slim": f"{folder}--slim/usa-footer--slim.twig",
        "medium": f"{folder}.twig",
        "big": f"{folder}--big/usa-footer--big.twig",
    }
    return [
        _case(
            footer, "slim" if name == "default" else name, templates[footer.variant or "slim"], content.footer(footer)
        )
        for name in ("default", "medium", "big", "slim-contact", "medium-contact", "sign-up")
        for footer in [_example(gov.Footer, name)]
    ]


def _identifiers() -> list[Case]:
    template = "usa-identifier/src/usa-identifier.twig"
    return [
        Case("identifier", name, template, content.identifier(example), partial(_rendered, example))
        for name in ("default", "no-logo", "multiple-logos", "taxpayer-disclaimer", "spanish")
        for example in [gov.Identifier.examples()[name]]
    ]


def _rendered(example: Example) -> str:
    with override(example.language):
        return example.component.render_html()


def _forms() -> list[Case]:
    return [
        Case("form", "input", "usa-input/src/usa-input.twig", {}, forms.rendered("name", "text")),
        Case(
            "form",
            "input-error",
            "usa-input/src/usa-input.twig",
            {"state": "error"},
            forms.rendered("name", "text", wrong=True),
        ),
        Case("form", "select", "usa-select/src/usa-select.twig", {}, forms.rendered("options"), "form"),
        Case("form", "checkboxes", "usa-checkbox/src/usa-checkbox.twig", {}, forms.rendered("figures")),
        Case("form", "radios", "usa-radio/src/usa-radio.twig", {}, forms.rendered("figure")),
        Case("form", "file", "usa-file-input/src/usa-file-input.twig", forms.FILE, forms.rendered("file")),
        Case(
            "form",
            "file-error",
            "usa-file-input/src/usa-file-input.twig",
            forms.FILE_ERROR,
            forms.rendered("file", wrong=True),
        ),
    ]


def _in_page_navigation() -> Case:
    headings = content.HEADINGS
    component = gov.InPageNavigation(tuple(Heading(level, text, text.lower()) for level, text in headings))
    sections = [{"section_heading": text, "is_subheading": level == 3, "content": ""} for level, text in headings]
    return Case(
        component.slug(),
        "default",
        "usa-in-page-navigation/src/usa-in-page-navigation.twig",
        {"items": sections},
        component.render_html,
        script="aside.usa-in-page-nav",
    )


CASES = (
    _case(gov.SkipLink(), "default", "usa-skipnav/src/usa-skipnav.twig", {"href": "#main-content"}),
    _case(gov.Banner(), "default", "usa-banner/src/usa-banner.twig", content.banner()),
    *_site_alerts(),
    *_alerts(),
    *_headers(),
    *_searches(),
    *_languages(),
    *_breadcrumbs(),
    _in_page_navigation(),
    *_side_navigations(),
    _case(content.SUMMARY, "default", "usa-summary-box/src/usa-summary-box.twig"),
    *_accordions(),
    *_paginations(),
    *_collections(),
    _case(gov.TagList((("Info",),)), "default", "usa-tag/src/usa-tag.twig", {"title": "Info"}),
    *_tables(),
    *_footers(),
    *_identifiers(),
    _case(
        gov.PrintButton(),
        "default",
        "usa-button/src/usa-button.twig",
        {"modifier": "usa-button--outline", "type": "button"},
    ),
    *_forms(),
)

EACH_CASE = [pytest.param(case, id=case.id) for case in CASES]

__all__ = ["CASES", "EACH_CASE", "Case", "LanguageLink", "NavItem"]
