"""Bad input is refused by a sentence that names component, value and legal values, or it is contained and escaped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.template import Context, Template
from django.test.html import Element, parse_html
from django.utils.translation import override

from govpage import components
from govpage.component import HOSTILE, Component, Example
from govpage.describe import parameters
from govpage.faults import page_faults
from govpage.headings import Heading
from govpage.links import NavItem
from govpage.richtext import RichText
from tests.examples import EACH_COMPONENT, EXAMPLES

LANG = components.LanguageLink
HERE = NavItem("Here", "/here/", current=True)
THERE = NavItem("There", "/there/", current=True)
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("Accordion", {"items": (), "heading_level": 1}, "accordion: heading_level is 1; legal are 2, 3, 4, 5, 6."),
    (
        "Accordion",
        {"items": [("A", "a"), (" ", "b")]},
        "accordion: heading of item 2 is empty; give one, it names the panel.",
    ),
    (
        "Accordion",
        {"items": [("A", "a", True), ("B", "b", True)]},
        "accordion: expanded are 'A', 'B'; one at most is legal unless it is multiselectable.",
    ),
    ("Accordion", {"items": "A"}, "accordion: items is 'A'; give a list of AccordionItem or (heading, body)."),
    ("Accordion", {"items": ["A"]}, "accordion: 'A' is no item; give an AccordionItem or (heading, body, expanded)."),
    ("Alert", {"kind": "loud"}, "alert: kind is 'loud'; legal are 'info', 'success', 'warning', 'error', 'emergency'."),
    ("Alert", {"heading_level": 1}, "alert: heading_level is 1; legal are 2, 3, 4."),
    ("Banner", {"top_level_domain": "com"}, "banner: top_level_domain is 'com'; legal are '', 'gov', 'mil'."),
    (
        "Breadcrumb",
        {"trail": [("A", "/")], "structured_data": "xml"},
        "breadcrumb: structured_data is 'xml'; legal are 'rdfa', 'json-ld', 'none'.",
    ),
    ("Breadcrumb", {"trail": [("A", ""), ("A", "")]}, "breadcrumb: the trail names 'A' twice."),
    (
        "Collection",
        {"items": (), "variant": "cards"},
        "collection: variant is 'cards'; legal are 'default', 'headlines', 'calendar'.",
    ),
    ("Collection", {"items": (), "heading_level": 7}, "collection: heading_level is 7; legal are 2, 3, 4, 5, 6."),
    ("Breadcrumb", {"trail": "Home"}, "'Home' is no list of links; give a list of pairs (label, url)."),
    ("Breadcrumb", {"trail": [("Home", "/"), (" ", "/a/")]}, "The link to '/a/' has no label; say where it leads."),
    (
        "ArchiveNotice",
        {"on": "2021-01-20"},
        "archive_notice: on is '2021-01-20'; legal is a date, such as date(2024, 6, 27).",
    ),
    (
        "LastUpdated",
        {"on": "2021-01-20"},
        "last_updated: on is '2021-01-20'; legal is a date, such as date(2024, 6, 27).",
    ),
    (
        "ReleaseArticle",
        {"title": "A", "body": "", "release_date": "2021-01-20"},
        "release_article: release_date is '2021-01-20'; legal is a date, such as date(2024, 6, 27).",
    ),
    (
        "CollectionItem",
        {"heading": "A", "url": "/", "date": "2021-01-20"},
        "collection: date is '2021-01-20'; legal is a date, such as date(2024, 6, 27).",
    ),
    (
        "InPageNavigation",
        {"headings": ["A"]},
        "in_page_navigation: headings has 'A'; give what headings_of(body) returns.",
    ),
    ("Pagination", {"current": "2", "pages": 3}, "pagination: current is '2'; legal is a whole number."),
    ("Pagination", {"current": 2, "pages": "3"}, "pagination: pages is '3'; legal is a whole number."),
    (
        "TableWrapper",
        {"caption": "A", "columns": (), "rows": (), "narrow": "hidden"},
        "table_wrapper: narrow is 'hidden'; legal are 'scroll', 'stacked', 'stacked-header'.",
    ),
    (
        "TableWrapper",
        {"caption": "A", "columns": (), "rows": ((),)},
        "table_wrapper: columns is empty; give a heading for each, the first may be empty.",
    ),
    ("Footer", {"variant": "huge"}, "footer: variant is 'huge'; legal are '', 'slim', 'medium', 'big'."),
    ("Header", {"variant": "wide"}, "header: variant is 'wide'; legal are '', 'basic', 'extended'."),
    (
        "Header",
        {"secondary_links": [("A", "/")], "variant": "basic"},
        "header: secondary_links are in the variant 'extended' alone, not in 'basic'.",
    ),
    (
        "Header",
        {"secondary_links": [("A", "/", "B")]},
        "('A', '/', 'B') is not a link; give a Link or a pair (label, url).",
    ),
    ("Header", {"menu": [("A", "/", [("B", "/", [("C", "/")])])]}, "'A' has 3 levels; at most 2 are legal."),
    (
        "InPageNavigation",
        {"headings": (), "heading_level": 1},
        "in_page_navigation: heading_level is 1; legal are 2, 3, 4, 5, 6.",
    ),
    ("InPageNavigation", {"headings": (), "deepest": 4}, "in_page_navigation: deepest is 4; legal are 2, 3."),
    (
        "LanguageSelector",
        {"languages": [LANG("en", "/"), LANG("EN", "/a/")]},
        "language_selector: languages has 'en' twice; name each once.",
    ),
    (
        "LanguageSelector",
        {"languages": (), "variant": "flags"},
        "language_selector: variant is 'flags'; legal are 'default', 'unstyled'.",
    ),
    ("Pagination", {"current": 9, "pages": 3}, "pagination: current is 9; legal are 1 to 3."),
    ("RelatedLinks", {"links": (), "heading_level": 5}, "related_links: heading_level is 5; legal are 2, 3, 4."),
    ("SearchBox", {"size": "tiny"}, "search_box: size is 'tiny'; legal are 'default', 'big', 'small'."),
    (
        "ShareLinks",
        {"services": ("fax",)},
        "share_links: services has 'fax'; legal are 'mail', 'facebook', 'x', 'linkedin'.",
    ),
    ("SideNavigation", {"items": [HERE, THERE]}, "side_navigation: current are 'Here', 'There'; one at most is legal."),
    (
        "SideNavigation",
        {"items": [replace(HERE, children=(THERE,))]},
        "side_navigation: current are 'Here', 'There'; one at most is legal.",
    ),
    ("SiteAlert", {"kind": "loud"}, "site_alert: kind is 'loud'; legal are 'info', 'emergency'."),
    ("SummaryBox", {"items": (), "heading_level": 1}, "summary_box: heading_level is 1; legal are 2, 3, 4."),
    (
        "TableWrapper",
        {"caption": "A", "columns": ("B", "C"), "rows": (("1",),)},
        "table_wrapper: row 1 has 1 cells for 2 columns.",
    ),
]


@pytest.mark.parametrize(("name", "values", "message"), REFUSED, ids=[f"{n}-{'-'.join(v)}" for n, v, _m in REFUSED])
def test_bad_input_is_named(name: str, values: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 (the whole message is compared)
        getattr(components, name)(**values)
    assert str(refusal.value) == message


RUN = [
    "javascript:alert(1)//.",
    "JavaScript:alert(1)//.",
    "\x01javascript:alert(1)//.",
    "data:text/html,a.",
    "vbscript:a.",
]


@pytest.mark.parametrize("address", RUN)
def test_an_address_that_a_browser_would_run_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="is no address to lead to; legal are paths"):
        components.RelatedLinks((("A", address),)).render_html()


@pytest.mark.parametrize("address", ["/javascript:a/", "mailto:a@b.gov", "tel:+1-202", "#a", " javascript:alert(1)//."])
def test_an_address_that_a_browser_follows_is_not(address: str) -> None:
    html = components.RelatedLinks((("A", address),)).render_html()
    assert f'href="{address}"'.replace(" ", "%20") in html


def test_a_key_may_be_a_number() -> None:
    assert 'id="gov-related-links-2"' in render("{% gov_related_links links=links key=2 %}", links=[("A", "/")])


def test_what_has_no_page_of_its_own_is_listed_without_a_link() -> None:
    assert "<a" not in components.Collection((components.CollectionItem("A", ""),)).render_html()


TEXTS = [
    pytest.param(component, parameter.name, id=f"{component.slug()}-{parameter.name}")
    for component in components.COMPONENTS
    for parameter in parameters(component)
    if parameter.type in ("str", "str | None")
]


@pytest.mark.parametrize(("component", "name"), TEXTS)
def test_markup_in_every_text_is_escaped_or_refused(component: type[Component], name: str) -> None:
    default = component.examples()["default"].component
    assert "<script>alert" not in answer(component, {**default.parameters(), name: HOSTILE}, name)


def answer(component: type[Component], values: dict[str, Any], name: str) -> str:
    """Return the HTML, or nothing where the value is refused by a sentence that names component and parameter."""
    try:
        return component(**values).render_html()
    except ValueError as refusal:
        if not str(refusal).startswith(f"{component.slug()}: {name} is "):
            raise
        return ""


LISTS = [
    pytest.param(component, parameter.name, id=f"{component.slug()}-{parameter.name}")
    for component in components.COMPONENTS
    for parameter in parameters(component)
    if parameter.type.startswith("tuple[") and (component.slug(), parameter.name) != ("table_wrapper", "columns")
]


@pytest.mark.parametrize("nothing", [None, "", [], ()], ids=["none", "text", "list", "tuple"])
@pytest.mark.parametrize(("component", "name"), LISTS)
def test_an_empty_list_leaves_no_empty_landmark(component: type[Component], name: str, nothing: Any) -> None:
    values = {**component.examples()["default"].component.parameters(), name: nothing}
    assert hollow(component(**values).render_html()) == []


@pytest.mark.parametrize(("component", "name", "example"), EXAMPLES)
def test_no_example_has_an_empty_landmark_or_list(component: type[Component], name: str, example: Example) -> None:
    with override(example.language):
        assert hollow(example.component.render_html()) == []


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_what_is_empty_renders_nothing_at_all(component: type[Component]) -> None:
    empty = component.examples().get("empty")
    html = empty.component.render_html() if empty else ""
    # A header and a footer without menu still say whose site it is.
    assert not html or component in (components.Header, components.Footer)


FRAME = ("nav", "section", "aside", "ul", "ol", "dl", "table", "form", "main")


def hollow(html: str) -> list[str]:
    """Return the tags of landmarks and lists that hold neither text nor image nor field."""
    return [element.name for element in elements(parse_html(html)) if element.name in FRAME and not holds(element)]


def elements(node: Element | str) -> Iterator[Element]:
    if isinstance(node, Element):
        yield node
        for child in node.children:
            yield from elements(child)


def holds(node: Element | str) -> bool:
    if isinstance(node, str):
        return bool(node.strip())
    return node.name in ("img", "svg", "input", "textarea") or any(holds(child) for child in node.children)


@pytest.mark.parametrize("html", ["<nav></nav>", "<div><ul> </ul>a</div>", "<section><p></p></section>"])
def test_an_empty_landmark_is_found(html: str) -> None:
    assert hollow(html)


def test_a_menu_of_forty_and_a_trail_of_twelve_are_whole() -> None:
    many: list[type[Component]] = [components.Header, components.SideNavigation, components.Footer]
    assert [c.examples()["many"].component.render_html().count("Item number") for c in many] == [40, 40, 40]
    assert components.Breadcrumb.examples()["twelve"].component.render_html().count('typeof="ListItem"') == 12


def test_a_crumb_without_an_address_is_not_the_current_one() -> None:
    html = components.Breadcrumb((("Home", "/"), ("Section", ""), ("Page", ""))).render_html()
    assert html.count('aria-current="page"') == 1


def render(source: str, **context: Any) -> str:
    return Template("{% load govpage %}" + source).render(Context(context))


TWICE = "{% gov_banner 'gov' %}{% gov_banner 'gov' %}"


def test_the_same_id_twice_is_an_error_while_developing(settings: Any) -> None:
    settings.DEBUG = True
    message = (
        r"banner: the id 'gov-banner' is on this page already, from banner; give one of the two a key of its own\."
    )
    with pytest.raises(ValueError, match=message):
        render(TWICE)


def test_a_key_makes_it_right(settings: Any) -> None:
    settings.DEBUG = True
    assert render("{% gov_banner 'gov' %}{% gov_banner 'gov' key='archived site' %}").count("<section") == 2


def test_a_page_may_be_rendered_twice_while_developing(settings: Any) -> None:
    settings.DEBUG = True
    template, context = Template("{% load govpage %}{% gov_banner 'gov' %}"), Context()
    assert template.render(context) == template.render(context)


def test_what_is_kept_in_a_variable_is_not_on_the_page_yet(settings: Any) -> None:
    settings.DEBUG = True
    assert render("{% gov_banner 'gov' as first %}{% gov_banner 'gov' %}").count("<section") == 1


def test_visitors_never_see_that_error() -> None:
    assert render(TWICE).count("<section") == 2


SKIPPING = (Heading(2, "Where", "where"), Heading(4, "On the coast", "coast"))


def test_a_heading_that_skips_a_level_is_an_error_while_developing(settings: Any) -> None:
    components.InPageNavigation(SKIPPING)
    settings.DEBUG = True
    message = "in_page_navigation: The heading 'On the coast' is of level 4; legal here are 2 to 3."
    with pytest.raises(ValueError, match=message):
        components.InPageNavigation(SKIPPING)
    assert components.InPageNavigation(SKIPPING[:1]).is_empty()


@pytest.mark.parametrize("levels", [(3,), (2, 4), (1, 2), (2, 2), (2, 3, 4, 5, 6, 7)])
def test_a_rich_text_declares_levels_without_a_gap(levels: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"rich text: headings is \(.*\); legal are 2 to 6, from 2 on without a gap\."):
        RichText(headings=levels)


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        pytest.param('<h1>A</h1><h2 id="a">B</h2><h3>C</h3><h2>D</h2>', [], id="sound"),
        pytest.param('<p id="a">A</p><p class="b" id="a">B</p>', ["The id 'a' is on the page 2 times; give components a key of their own."], id="id-twice"),
        pytest.param("<h1>A</h1><h3>B</h3>", ["The heading 'B' is of level 3; legal here are 2 to 2."], id="skips-first"),
        pytest.param("<h2>A</h2><h4>B</h4><h3>C</h3>", ["The heading 'B' is of level 4; legal here are 2 to 3."], id="skips"),
        pytest.param('<p>id="a"</p><p>&lt;p id="a"</p>', [], id="text"),
    ],
)  # fmt: skip
def test_faults_of_a_page_are_named(html: str, faults: list[str]) -> None:
    assert page_faults(html) == faults
