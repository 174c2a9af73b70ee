"""What a site says of its own pages, and what a page says of itself."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured

from govpage.news.importers.draft import CaptureError
from govpage.news.importers.formats.html import read_page
from govpage.news.importers.formats.html_release import RELATIVE
from tests.news.importers.formats.test_html_hostile import WORDS

RULES = {"title": "b.name", "body": ".story", "date": ".day", "subtitle": ".under", "drop": [".promo"]}
HARBOR = f"""<html lang="en"><head><title>x</title><link rel="canonical" href="https://www.harbor.example.gov/a/">
</head><body><b class="name">Ports Open</b><i class="under">From April</i><u class="day">3/4/2017</u>
<div class="story"><p>{WORDS}</p><p class="promo">Visit us.</p><p><a href="../b">More</a> on <q>it</q>,
<abbr title="Harbor Office">HO</abbr> <span lang="es">hoy</span></p></div></body></html>"""


def ids() -> list[str]:
    return [str(each.id) for each in run_checks() if str(each.id).startswith("govpage_news")]


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        pytest.param({"titel": "h1"}, "has no key 'titel'", id="key"),
        pytest.param({"title": 7}, "is 7", id="no-text"),
        pytest.param({"drop": "p"}, "is 'p'", id="no-list"),
        pytest.param({"drop": [7]}, "is [7]", id="no-list-of-texts"),
        pytest.param({"body": "p[["}, "is 'p[['", id="selector"),
        pytest.param({"drop": ["p", "p[["]}, "is 'p[['", id="selector-to-drop"),
    ],
)
def test_illegal_rule_is_an_error(settings: Any, rules: dict[str, Any], said: str) -> None:
    settings.GOVPAGE_NEWS = {"import_sites": {"harbor.example.gov": rules}}
    (message,) = [each for each in run_checks() if each.id == "govpage_news.E003"]
    assert said in message.msg
    with pytest.raises(ImproperlyConfigured, match="import_sites"):
        read_page(HARBOR.encode())


def test_hint_names_the_legal_keys(settings: Any) -> None:
    settings.GOVPAGE_NEWS = {"import_sites": {"harbor.example.gov": {"titel": "h1"}}}
    (message,) = [each for each in run_checks() if each.id == "govpage_news.E003"]
    assert message.hint == "Did you mean 'title'? Legal are: title, body, date, subtitle, drop."


def test_rules_that_are_no_dict_are_an_error(settings: Any) -> None:
    settings.GOVPAGE_NEWS = {"import_sites": {"harbor.example.gov": "h1"}}
    assert ids() == ["govpage_news.E002"]


def test_selectors_are_not_judged_without_the_parser(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    settings.GOVPAGE_NEWS = {"import_sites": {"harbor.example.gov": {"body": "p[["}}}
    assert ids() == []


def test_rules_of_the_host_are_used(settings: Any) -> None:
    settings.GOVPAGE_NEWS = {"import_sites": {"harbor.example.gov": RULES}}
    draft = read_page(HARBOR.encode())
    assert (draft.title, draft.subtitle, draft.release_date) == ("Ports Open", "From April", date(2017, 3, 4))
    assert draft.original_address == "https://www.harbor.example.gov/a/"
    assert draft.body_html == (
        f'<p>{WORDS}</p>\n<p><a href="https://www.harbor.example.gov/b">More</a> on \u201cit\u201d, '
        '<abbr title="Harbor Office">HO</abbr> <span lang="es">hoy</span></p>'
    )


def page(main: str, head: str = "") -> bytes:
    return f'<html lang="en"><head>{head}</head><body><main>{main}</main></body></html>'.encode()


TEXT = f"<h1>Ports Open</h1><p>March 3, 2017</p><p>{WORDS}</p>"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param("<title>Ports Open | Harbor Office</title>", "Ports Open", id="site-behind"),
        pytest.param("<title>Harbor Office - Ports Open</title>", "Ports Open", id="site-before"),
        pytest.param("<title>Ports Open</title>", "Ports Open", id="no-site"),
        pytest.param('<meta property="og:title" content="Ports Open">', "Ports Open", id="open-graph"),
    ],
)
def test_title_of_a_page_without_heading(head: str, title: str) -> None:
    assert read_page(page(f"<p>March 3, 2017</p><p>{WORDS}</p>", head)).title == title


def test_day_in_the_data_that_differs_is_reported() -> None:
    draft = read_page(page(TEXT, '<meta property="article:published_time" content="2017-03-04">'))
    assert draft.release_date == date(2017, 3, 3)
    assert draft.unsure == ("The page's data name 2017-03-04 as its day; 2017-03-03, which it shows, is kept.",)


@pytest.mark.parametrize("written", ["2017-13-45", "soon"])
def test_day_that_cannot_be_is_none(written: str) -> None:
    head = f'<meta property="og:type" content="article"><meta name="dcterms.issued" content="{written}">'
    assert read_page(page(f"<h1>Ports Open</h1><p>{WORDS}</p>", head)).release_date is None


def test_day_in_words_in_the_data_is_read() -> None:
    draft = read_page(page(f"<h1>Ports Open</h1><p>{WORDS}</p>", '<meta name="dc.date" content="March 3, 2017">'))
    assert draft.release_date == date(2017, 3, 3)


def test_day_of_the_dateline_is_taken_with_doubt() -> None:
    draft = read_page(page(f"<h1>Ports Open</h1><p>WASHINGTON, March 3, 2017 \u2014 {WORDS}</p>"))
    assert draft.release_date == date(2017, 3, 3)
    assert draft.unsure == ("The page has no release date of its own; 2017-03-03 is that of its dateline.",)


def test_dateline_in_its_own_elements_is_taken_off() -> None:
    draft = read_page(
        page(f"<h1>Ports Open</h1><p>March 3, 2017</p><p><b>WASHINGTON</b> \u2014&nbsp;<i>{WORDS}</i></p>")
    )
    assert draft.body_html == f"<p><em>{WORDS}</em></p>"


def test_data_that_are_none_are_passed_over() -> None:
    bad = "".join(f'<script type="application/ld+json">{text}</script>' for text in ("{", "[" * 50_000, "7"))
    assert read_page(page(TEXT, bad)).breadcrumb == ()


def test_address_that_is_none_is_passed_over() -> None:
    head = '<link rel="canonical" href="https://[bad"><meta property="og:url" content="https://harbor.example.gov/a">'
    assert read_page(page(TEXT, head)).original_address == "https://harbor.example.gov/a"


def test_address_of_a_page_saved_by_a_browser_is_read() -> None:
    saved = b"<!-- saved from url=(0030)https://harbor.example.gov/a -->" + page(TEXT)
    assert read_page(saved).original_address == "https://harbor.example.gov/a"


def test_trail_without_list_is_read() -> None:
    draft = read_page(page(f'<div class="breadcrumb"><a>Home</a> &gt; <a>News</a></div>{TEXT}'))
    assert draft.breadcrumb == ("Home", "News")


def test_alert_elsewhere_on_the_page_says_that_it_is_archived() -> None:
    alert = '<div class="archive-notice">This page is archived and no longer updated.</div><p class="last-updated">Last updated: May 4, 2018</p>'
    draft = read_page(page(TEXT).replace(b"<main>", alert.encode() + b"<main>"))
    assert draft.archived
    assert draft.archive_notice == "This page is archived and no longer updated."
    assert draft.last_updated == date(2018, 5, 4)


def test_notice_below_the_body_counts() -> None:
    draft = read_page(
        page(
            f'<h1>Ports Open</h1><p>March 3, 2017</p><div class="usa-prose"><p>{WORDS}</p></div><p>This page is archived and no longer updated.</p>'
        )
    )
    assert draft.archived


def test_sentence_above_a_marked_body_is_reported() -> None:
    text = "All offices of the harbor are closed today."
    draft = read_page(
        page(f'<h1>Ports Open</h1><p>March 3, 2017</p><p>{text}</p><div class="usa-prose"><p>{WORDS}</p></div>')
    )
    assert text not in draft.body_html
    assert text in draft.unsure[0]


def test_kind_named_above_the_title_is_taken() -> None:
    assert read_page(page(f"<p>Fact Sheet</p>{TEXT}")).kind == "fact_sheet"


def test_paragraphs_in_items_and_quotations_stay() -> None:
    markup = "<ul>x<li><p>One.</p><p>Two.</p></li><ul><li>Deep</li></ul></ul><blockquote><p>Quoted.</p></blockquote><dl><dt>Port</dt><dd>Bayview</dd></dl>"
    assert read_page(page(TEXT + markup)).body_html.split("\n")[1:] == [
        "<ul><li><p>One.</p><p>Two.</p><ul><li>Deep</li></ul></li></ul>",
        "<blockquote><p>Quoted.</p></blockquote>",
        "<dl><dt>Port</dt><dd>Bayview</dd></dl>",
    ]


def test_emphasis_across_lines_is_closed_on_each() -> None:
    draft = read_page(page(f'{TEXT}<p><em>One<br><br>two</em> and <a href="/x">three<br><br>four</a> five.</p>'))
    assert draft.body_html.split("\n")[1:] == [
        "<p><em>One</em></p>", '<p><em>two</em> and <a href="/x">three</a></p>', "<p>four five.</p>"
    ]  # fmt: skip


def test_joined_cells_are_not_named() -> None:
    table = '<table><tr><th>Port</th><th>Vessels</th></tr><tr><td colspan="2">Closed</td></tr></table>'
    assert read_page(page(TEXT + table)).body_html.endswith("<ul><li>Closed</li></ul>")


def test_nested_layout_tables_are_read_through() -> None:
    table = "<table><tr><td><table role=presentation><tr><td>One.</td></tr></table></td><td>Two.</td></tr></table>"
    assert read_page(page(TEXT + table)).body_html.endswith("<p>One.</p>\n<p>Two.</p>")


def test_box_of_links_in_the_body_goes() -> None:
    box = "<h2>Related Links</h2><ul><li>Another</li></ul>"
    assert read_page(page(TEXT + box)).body_html == f"<p>{WORDS}</p>"


def test_what_is_left_out_of_a_marked_body_is_said() -> None:
    markup = (
        f"<h1>Ports Open</h1><p>March 3, 2017</p><div class=entry-content><p>{WORDS}</p><h2>Privacy</h2><ul><li>We keep"
    )
    draft = read_page(page(f"{markup} it.</li><li>For a day.</li></ul></div><h2>Footer</h2><p>Call us.</p>"))
    assert draft.body_html == f"<p>{WORDS}</p>"
    assert draft.unsure == ('Line 7: left out, for it stands below the end of the text: "Privacy" and 2 more.',)


def test_list_that_only_stands_further_in_is_one_list() -> None:
    markup = "<ul><li>Pilots</li><ul><li><ul><li>At night</li></ul></li></ul></ul>"
    assert read_page(page(TEXT + markup)).body_html.endswith("<ul><li>Pilots<ul><li>At night</li></ul></li></ul>")


@pytest.mark.parametrize(
    ("address", "unsure"), [("/map", (RELATIVE,)), ("https://harbor.example.gov/map", ())], ids=["relative", "whole"]
)
def test_links_without_a_host_are_said(address: str, unsure: tuple[str, ...]) -> None:
    draft = read_page(page(f"{TEXT}<p><a href='{address}'>Map</a></p>"))
    assert draft.body_html.endswith(f'<a href="{address}">Map</a></p>')
    assert draft.unsure == unsure


def test_links_of_what_is_left_out_are_not_said() -> None:
    draft = read_page(page(f"{TEXT}<h2>Related Links</h2><ul><li><a href='/a'>A</a></li></ul>"))
    assert draft.unsure == ()


def test_long_title_is_refused() -> None:
    with pytest.raises(CaptureError, match="no title"):
        read_page(page(f"<h1>{'Ports ' * 100}</h1><p>{WORDS}</p>"))


def test_list_of_several_articles_is_read_whole() -> None:
    cards = "".join(f"<article><p>{WORDS}</p></article>" for _ in range(2))
    draft = read_page(f"<html><body><h1>Ports Open</h1><p>March 3, 2017</p>{cards}</body></html>".encode())
    assert draft.body_html == f"<p>{WORDS}</p>\n<p>{WORDS}</p>"


def test_empty_list_and_empty_item_go() -> None:
    assert read_page(page(f"{TEXT}<ul><li> </li></ul>")).body_html == f"<p>{WORDS}</p>"


def test_hidden_items_go() -> None:
    markup = "<ul><li hidden>No</li><li><span hidden>No</span>Yes <b>now</b></li></ul>"
    assert read_page(page(TEXT + markup)).body_html.endswith("<ul><li>Yes <strong>now</strong></li></ul>")


def test_place_alone_below_the_day_is_passed_over() -> None:
    assert (
        read_page(page(f"<h1>Ports Open</h1><p>March 3, 2017</p><p>Bayview, Maine</p><p>{WORDS}</p>")).body_html
        == f"<p>{WORDS}</p>"
    )


def test_heading_of_one_word_that_is_no_box_stays() -> None:
    draft = read_page(page(f"{TEXT}<h2>Resources</h2><p>{WORDS}</p>"))
    assert "<h2>Resources</h2>" in draft.body_html


def test_elements_nested_a_little_too_deep_are_refused() -> None:
    with pytest.raises(CaptureError, match="150 elements"):
        read_page(page(TEXT + "<div>" * 200 + "x"))


def test_words_nested_a_little_too_deep_are_refused() -> None:
    with pytest.raises(CaptureError, match="150 elements"):
        read_page(page(f"{TEXT}<p>" + "<b>" * 200 + "x"))


def test_lists_nested_a_little_too_deep_are_refused() -> None:
    with pytest.raises(CaptureError, match="150 elements"):
        read_page(page(TEXT + "<ul><li>x" * 200))


def test_divisions_in_an_item_nested_too_deep_are_refused() -> None:
    with pytest.raises(CaptureError, match="150 elements"):
        read_page(page(f"{TEXT}<ul><li>" + "<div>" * 200 + "x"))


def test_metadata_without_words_are_passed_over() -> None:
    head = '<meta name="dcterms.issued" content=" "><meta name="dc.date" content="2017-03-04">'
    assert read_page(page(f"<h1>Ports Open</h1><p>{WORDS}</p>", head)).release_date == date(2017, 3, 4)


def test_trail_of_one_label_is_none() -> None:
    assert read_page(page(f'<div class="breadcrumb">Home</div>{TEXT}')).breadcrumb == ()


def test_crumb_without_name_is_passed_over() -> None:
    data = '{"@type": "BreadcrumbList", "itemListElement": [{"position": 1}, {"position": 2, "name": "News"}, 7]}'
    draft = read_page(page(TEXT, f'<script type="application/ld+json">{data}</script>'))
    assert draft.breadcrumb == ("News",)


def test_box_of_resources_at_the_end_goes_and_is_reported() -> None:
    draft = read_page(page(f'{TEXT}<h2>Resources</h2><ul><li><a href="/map">Map</a></li></ul>'))
    assert draft.body_html == f"<p>{WORDS}</p>"
    assert draft.unsure == ('The box "Resources" at the end is left out; add its links if the release needs them.',)
