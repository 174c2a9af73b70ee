"""The gallery's pages, as the server makes them."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from example_site.middleware import POLICY, TRUSTED_TYPES
from govpage.component import Component, Example
from govpage.components import COMPONENTS, GROUPS, Alert, Banner, LanguageSelector, SiteName
from govpage.gallery.catalogue import entries
from govpage.gallery.look import Look, translations
from govpage.gallery.pages import component_page, with_code
from govpage.gallery.search import nearest, search
from govpage.gallery.snippets import django_snippet, jinja_snippet, python_snippet
from govpage.gallery.styles import is_scripted, stylesheets
from tests.examples import EACH_COMPONENT, EXAMPLES


def slug(component: type[Component]) -> str:
    return component.slug().replace("_", "-")


def text_of(client: Client, address: str, **query: str) -> str:
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


class Codes(HTMLParser):
    """The text of each code block by its id, and the frames."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.frames: list[dict[str, str | None]] = []
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "code" and values.get("id"):
            self._open = str(values["id"])
            self.found[self._open] = ""
        elif tag == "iframe":
            self.frames.append(values)

    def handle_endtag(self, tag: str) -> None:
        if tag == "code":
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[self._open] += data


# Index and groups


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_the_index_leads_to_every_component(client: Client, component: type[Component]) -> None:
    page = text_of(client, "/components/")
    assert f'href="/components/{slug(component)}/"' in page
    assert f'<code dir="ltr">gov_{component.slug()}</code>' in page


def test_every_component_is_in_one_group() -> None:
    assert tuple(component for _name, group in GROUPS for component in group) == COMPONENTS
    assert len(COMPONENTS) == len(set(COMPONENTS))


def test_the_groups_are_headings_in_the_order_of_a_page(client: Client) -> None:
    headings = re.findall(r'<h2 id="group-\d+">(.*?)</h2>', text_of(client, "/components/"))
    assert headings == [str(name) for name, _group in GROUPS]


def test_the_gallery_speaks_spanish(client: Client) -> None:
    with override("es"):
        page = text_of(client, "/components/banner/")
    assert '<html lang="es"' in page
    assert "Criterios de aceptación" in page
    assert '<h1 lang="en">Banner</h1>' in page


# Search


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("banner", "banner", id="name"),
        pytest.param("Last updated", "last-updated", id="two-words"),
        pytest.param("SITE-ALERT", "site-alert", id="any-case-and-sign"),
        pytest.param("{% gov_tag_list %}", "tag-list", id="tag"),
        pytest.param("LanguageSelector", "language-selector", id="class"),
        pytest.param("official", "banner", id="summary"),
        pytest.param("structured_data", "breadcrumb", id="parameter"),
        pytest.param("Escape", "language-selector", id="criterion"),
        pytest.param("truncated-twelve", "breadcrumb", id="example"),
        pytest.param("usa-banner__guidance", "banner", id="class-of-its-html"),
    ],
)
def test_a_word_of_a_component_finds_it(client: Client, query: str, first: str) -> None:
    assert search(query)[0].entry.slug == first
    assert f'href="/components/{first}/"' in text_of(client, "/components/", q=query)


def test_a_component_whose_name_has_the_word_comes_first() -> None:
    hits = search("alert")
    assert {hit.entry.slug for hit in hits[:2]} == {"alert", "site-alert"}
    assert len(hits) > 2


def test_every_word_has_to_be_there() -> None:
    assert [hit.entry.slug for hit in search("banner zeppelin")] == []


def test_the_number_of_hits_is_in_title_and_heading(client: Client) -> None:
    page = text_of(client, "/components/", q="structured_data")
    number = "1 component has the words “structured_data”"
    assert f"<title>{number} |" in page
    assert f'<h2 class="gov-gallery__found">{number}</h2>' in page
    assert 'value="structured_data"' in page


def test_a_search_without_hit_offers_the_nearest_name(client: Client) -> None:
    page = text_of(client, "/components/", q="bannner")
    assert "No component has the words “bannner”" in page
    assert '<a href="/components/banner/" lang="en">Banner</a>?' in page


def test_a_search_without_hit_and_without_a_near_name_leads_back(client: Client) -> None:
    page = text_of(client, "/components/", q="zeppelin")
    assert nearest("zeppelin") is None
    assert "Did you mean" not in page
    assert "Show all components" in page


@pytest.mark.parametrize("query", [" ", "%", "<script>alert(1)</script>", "x" * 10_000, "\x00", "a " * 500])
def test_any_query_is_harmless(client: Client, query: str) -> None:
    page = text_of(client, "/components/", q=query)
    assert "<script>alert(1)" not in page
    assert "x" * 201 not in page


# A component's page


@pytest.mark.parametrize(("component", "name", "example"), EXAMPLES)
def test_a_component_shows_every_example(
    client: Client, component: type[Component], name: str, example: Example
) -> None:
    address = f"/components/{slug(component)}/"
    page = text_of(client, address)
    assert f'href="{address}{name}/"' in page
    assert f'src="{address}{name}/?framed=1"' in page
    assert client.get(f"{address}{name}/").status_code == 200


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_the_lines_on_the_page_are_those_that_give_the_html(client: Client, component: type[Component]) -> None:
    found = Codes(text_of(client, f"/components/{slug(component)}/")).found
    shown = {
        f"code-{name}-{kind}": snippet(example.component).code
        for name, example in component.examples().items()
        for kind, snippet in (("django", django_snippet), ("jinja", jinja_snippet), ("python", python_snippet))
    }
    assert {key: found[key] for key in shown} == shown


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_a_component_says_what_has_to_hold_and_what_it_takes(client: Client, component: type[Component]) -> None:
    entry = entries()[slug(component)]
    page = unescape(text_of(client, f"/components/{slug(component)}/"))
    assert [p.name for p in entry.parameters if f'<th scope="row">{p.name}</th>' not in page] == []
    assert [c for c in component.criteria if str(unescape(with_code(c))) not in page] == []


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_every_frame_has_a_title_of_its_own(client: Client, component: type[Component]) -> None:
    frames = Codes(text_of(client, f"/components/{slug(component)}/")).frames
    titles = [frame["title"] for frame in frames]
    assert len(set(titles)) == len(component.examples())
    assert {frame["loading"] for frame in frames} == {"lazy"}


def test_a_component_without_parameters_says_so() -> None:
    entry = replace(entries()["banner"], parameters=())
    page = render_to_string("govpage/gallery/component.html", component_page(entry, Look()))
    assert "It takes none." in page
    assert "Parameters of gov_banner" not in page


def test_a_class_that_a_parameter_takes_is_explained(client: Client) -> None:
    page = unescape(text_of(client, "/components/language-selector/"))
    assert "LanguageLink(code: str, url: str, name: str = '')" in page
    assert "from govpage.components import LanguageLink" in page


def test_a_class_that_is_not_of_the_components_has_its_own_module() -> None:
    (heading,) = entries()["in-page-navigation"].value_types
    assert (heading.module, heading.name) == ("govpage.headings", "Heading")


def test_source_and_template_are_shown(client: Client) -> None:
    page = text_of(client, "/components/banner/")
    assert '<dt lang="en">Source</dt>' in page
    assert "<code>govpage.official</code>" in page
    assert "{# govpage: banner/" in Codes(page).found["template-source"]
    assert Codes(page).found["template-command"] == "python manage.py govpage_template banner"


def test_an_overridden_template_is_named(client: Client, settings: Any, tmp_path: Path) -> None:
    copy = tmp_path / "govpage" / "components" / "site_name.html"
    copy.parent.mkdir(parents=True)
    copy.write_text("{# govpage: site_name/1 #}Our own", "utf-8")
    settings.TEMPLATES = [{**site_settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    page = text_of(client, "/components/site-name/")
    assert "This site uses a copy of its own; ours is version 1." in page
    assert "Our own" in Codes(page).found["template-source"]


def test_the_stylesheets_of_a_component_are_those_that_name_its_classes() -> None:
    assert "banner.css" in stylesheets(Banner)
    assert "pagination.css" not in stylesheets(Banner)
    assert stylesheets(SiteName) == []


@pytest.mark.parametrize(("component", "scripted"), [(Banner, True), (LanguageSelector, True), (Alert, False)])
def test_the_script_works_on_what_it_names(component: type[Component], scripted: bool) -> None:
    assert is_scripted(component) is scripted


@pytest.mark.parametrize(("component", "name", "example"), EXAMPLES)
def test_the_html_is_shown_and_not_part_of_the_page(
    client: Client, component: type[Component], name: str, example: Example
) -> None:
    found = Codes(text_of(client, f"/components/{slug(component)}/")).found
    with override(example.language):
        assert found.get(f"code-{name}-html", "") == example.component.render_html()


# Width, language, direction and mode


def test_the_switches_reach_every_preview_and_link(client: Client) -> None:
    page = text_of(client, "/components/alert/", width="320", lang="es", dir="rtl", scheme="dark")
    frames = Codes(page).frames
    assert {frame["width"] for frame in frames} == {"320"}
    assert {str(frame["src"]).partition("?")[2] for frame in frames} == {"lang=es&dir=rtl&scheme=dark&framed=1"}
    assert 'href="/components/alert/default/?lang=es&amp;dir=rtl&amp;scheme=dark"' in page
    assert 'href="/components/summary-box/?width=320&amp;lang=es&amp;dir=rtl&amp;scheme=dark"' in page
    assert re.findall(r'<option value="([^"]+)"[^>]* selected', page) == ["320", "es", "rtl", "dark"]


def test_the_html_is_in_the_language_that_is_asked_for(client: Client) -> None:
    found = Codes(text_of(client, "/components/banner/", lang="es")).found
    assert "Un sitio oficial" in found["code-default-html"]


@pytest.mark.parametrize(
    "query",
    [
        {"width": "100000"},
        {"width": "-1"},
        {"lang": "../../etc"},
        {"lang": "es-../../x"},
        {"lang": '"><script>'},
        {"lang": "x" * 10_000},
        {"dir": "up"},
        {"scheme": "sepia"},
    ],
    ids=str,
)
@pytest.mark.parametrize("address", ["/components/banner/", "/components/banner/default/"])
def test_what_is_not_legal_is_passed_over(client: Client, address: str, query: dict[str, str]) -> None:
    assert text_of(client, address, **query) == text_of(client, address)


@pytest.mark.parametrize(
    ("look", "language", "direction"),
    [
        (Look(), "ar", "rtl"),
        (Look(lang="es"), "es", "ltr"),
        (Look(lang="he"), "he", "rtl"),
        (Look(lang="es", dir="rtl"), "es", "rtl"),
        (Look(dir="ltr"), "ar", "ltr"),
    ],
    ids=str,
)
def test_direction_follows_the_language(look: Look, language: str, direction: str) -> None:
    example = Example(SiteName("x"), "ar", "rtl")
    assert (look.language_of(example), look.direction_of(example)) == (language, direction)


def test_every_catalogue_of_ours_can_be_chosen() -> None:
    folders = Path(site_settings.BASE_DIR, "govpage", "locale").glob("*/LC_MESSAGES")
    assert len(translations()) == len({"en", *(folder.parent.name for folder in folders)})
    assert translations()["es"] == "Español"


def test_a_language_that_django_does_not_know_has_its_own_name() -> None:
    assert translations()["ht"] == "Kreyòl ayisyen"


# The bare page


def test_an_example_has_its_own_language_and_direction(client: Client) -> None:
    page = client.get("/components/breadcrumb/right-to-left/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page


def test_language_and_direction_can_be_asked_for(client: Client) -> None:
    page = client.get("/components/banner/default/?lang=es&dir=rtl").content.decode()
    assert '<html lang="es" dir="rtl">' in page
    assert "Un sitio oficial" in page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_asked_for(client: Client, scheme: str) -> None:
    page = text_of(client, "/components/banner/default/", scheme=scheme)
    assert f'<html lang="en" dir="ltr" data-color-scheme="{scheme}">' in page


def test_what_cannot_stand_in_a_body_is_shown_as_source(client: Client) -> None:
    page = client.get("/components/assets/default/").content.decode()
    assert "<code>&lt;meta name=&quot;color-scheme&quot;" in page


@pytest.mark.parametrize(("address", "own"), [("release-article/default", False), ("banner/default", True)])
def test_a_page_has_one_first_heading(client: Client, address: str, own: bool) -> None:
    page = client.get(f"/components/{address}/").content.decode()
    assert page.count("<h1") == 1
    assert ('<h1 class="usa-sr-only"' in page) == own


def test_an_example_has_the_colours_of_the_site(client: Client, settings: Any) -> None:
    settings.GOVPAGE = {"color_scheme": "dark"}
    assert 'data-color-scheme="dark"' in text_of(client, "/components/banner/default/")
    assert "data-color-scheme" not in text_of(client, "/components/banner/default/", scheme="auto")


def test_a_preview_takes_no_focus_and_is_otherwise_the_same(client: Client) -> None:
    alone = text_of(client, "/components/error-summary/default/")
    framed = text_of(client, "/components/error-summary/default/", framed="1")
    assert " autofocus" in alone
    assert framed == alone.replace(" autofocus", "")


def test_search_engines_are_asked_to_leave_a_bare_page_out(client: Client) -> None:
    assert '<meta name="robots" content="noindex">' in text_of(client, "/components/banner/default/")


@pytest.mark.parametrize("address", ["/components/nothing/", "/components/banner/nothing/", "/components/Banner/"])
def test_what_is_not_there_is_404(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/components/", "/components/banner/", "/components/banner/default/"])
def test_only_reading_is_allowed(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


# What may hold and be a frame

STRICT = POLICY + TRUSTED_TYPES


@pytest.mark.parametrize(
    ("address", "policy", "frames"),
    [
        pytest.param("/components/", STRICT, "DENY", id="index"),
        pytest.param("/components/banner/", f"{POLICY}; frame-src 'self'{TRUSTED_TYPES}", "DENY", id="holds-frames"),
        pytest.param(
            "/components/banner/default/",
            STRICT.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
            "SAMEORIGIN",
            id="is-framed",
        ),
        pytest.param("/components/banner/nothing/", STRICT, "DENY", id="not-there"),
        pytest.param("/about/", STRICT, "DENY", id="any-other"),
    ],
)
def test_the_policy_gives_no_more_than_previews_need(client: Client, address: str, policy: str, frames: str) -> None:
    headers = client.get(address).headers
    assert headers["Content-Security-Policy"] == policy
    assert headers["X-Frame-Options"] == frames
