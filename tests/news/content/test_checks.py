"""One fault and one sound content for each check."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from govpage.news.content import CHECKS, Content, check_content
from govpage.news.content.body import MAX_BODY, body_of, left_out
from govpage.news.content.reading import counts_of, english_syllables, spanish_syllables
from govpage.news.content.words import FUNCTION_WORDS
from tests.conftest import ROOT

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
SOUND: dict[str, Any] = {
    "title": "Harbor inspections for 2026",
    "description": "The Harbor Office has inspected every port and says what it found there.",
    "body": "<p>Every port was inspected.</p>",
    "address": "/news/2026/05/02/harbor/",
}
LONG = "The administration of international infrastructure necessitates considerable organizational collaboration "
SPANISH = "La administración de infraestructuras internacionales necesita considerable colaboración organizativa "


def found(**fields: Any) -> list[str]:
    findings = check_content(Content(**SOUND | fields), now=NOW, exists=lambda path: path == "/plan/")
    return [finding.check for finding in findings]


def link(text: str, href: str = "/plan/") -> str:
    return f'<p><a href="{href}">{text}</a></p>'


FAULTS: dict[str, list[dict[str, Any]]] = {
    "title-length": [{"title": "Short"}, {"title": "Harbor " * 9}],
    "title-capitals": [{"title": "THE HARBOR IS OPEN AGAIN"}, {"title": "OFFICE OPEN 24 HOURS, 7 DAYS"}],
    "description-empty": [{"description": " "}],
    "description-length": [{"description": "Short."}, {"description": "x" * 161}],
    "text-too-long": [{"body": "<p>" + "We see it. " * (MAX_BODY // 10) + "</p>"}],
    "markup-left-out": [{"left_out": ("table", "h4")}],
    "heading-skipped": [{"body": "<h3>Ports</h3>"}, {"body": "<h2>Ports</h2><p>Text.</p><h4>More</h4>"}],
    "heading-as-bold": [{"body": "<p><strong>What we found</strong></p>"}],
    "list-as-text": [
        {"body": "<p>- one</p><p>- two</p>"},
        {"body": "<p>Found:<br>1. one<br>2. two</p>"},
        {"body": "<p>•one</p>\n<p>•two</p>"},
        {"body": "<p>a) one</p><p>b) two</p>"},
    ],
    "table-without-headers": [{"body": "<table><tr><td>Port</td></tr></table>"}],
    "link-empty": [{"body": link("")}, {"body": "<p><a>Plan</a></p>"}],
    "link-broken": [
        {"body": link("The old plan", "/gone/?a=1#b")},
        {"body": link("The old plan", "../gone/")},
        {"body": link("The old plan", "//[gone/")},
        {"body": link("The old plan", "https://www.a.example.gov/gone/"), "domain": "a.example.gov"},
        {"body": link("The old plan", "http://A.example.gov:8000"), "domain": "www.a.example.gov"},
    ],
    "link-vague": [{"body": link("Click here.")}, {"body": link("Más información")}],
    "link-ambiguous": [{"body": link("The plan") + link("The plan", "https://a.example.gov/") + link("The plan")}],
    "link-address": [{"body": link("https://a.example.gov/x")}, {"body": link("a.example.gov/x")}],
    "link-file": [
        {"body": link("The plan", "https://a.example.gov/plan.pdf?x=1")},
        {"body": link("The plan (PDF)", "https://a.example.gov/plan.PDF")},
    ],
    "capitals": [{"body": "<p>Please note: THE HARBOR IS OPEN AGAIN now.</p>"}],
    "passage-language": [
        {"body": "<p>La oficina del puerto dice que los barcos y las boyas son para el público.</p>"},
        {"language": "es-PR", "body": "<p>The office says that the boats and the buoys are for the public.</p>"},
    ],
    "image-alt-missing": [{"image": "news/a.jpg"}],
    "image-alt-file-name": [
        {"image": "news/a.jpg", "image_alt": "IMG_1234.jpg"},
        {"image": "news/pier.jpg", "image_alt": "pier"},
        {"image": "news/a.jpg", "image_alt": "DSC 0042"},
    ],
    "image-alt-begins": [
        {"image": "news/a.jpg", "image_alt": "A photo of the pier"},
        {"image": "news/a.jpg", "image_alt": "Fotografía de un muelle"},
    ],
    "image-alt-long": [{"image": "news/a.jpg", "image_alt": "pier " * 31}],
    "image-alt-decorative": [{"image": "news/a.jpg", "image_alt": "The pier", "image_decorative": True}],
    "embargo-undated": [{"embargoed": True}],
    "embargo-past": [{"embargoed": True, "publish_at": NOW}],
    "readability": [
        {"body": "<p>" + (LONG.strip() + ". ") * 15 + "</p>"},
        {"language": "es", "body": "<p>" + (SPANISH.strip() + ". ") * 15 + "</p>"},
    ],
    "sentence-length": [{"body": "<p>" + ("We go to the pier and we see the boats, " * 3 + "too. ") * 4 + "</p>"}],
}
CASES = [
    pytest.param(check, case, id=f"{check}-{n}") for check, cases in FAULTS.items() for n, case in enumerate(cases)
]


@pytest.mark.parametrize(("check", "fields"), CASES)
def test_a_fault_is_found_and_nothing_else(check: str, fields: dict[str, Any]) -> None:
    assert found(**fields) == [check]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({}, id="plain"),
        pytest.param({"body": ""}, id="empty"),
        pytest.param({"body": "<h2>A</h2><h3>B</h3><p>Text.</p><h2>C</h2>"}, id="headings"),
        pytest.param({"body": "<p><strong>Every port was inspected.</strong></p>"}, id="bold sentence"),
        pytest.param({"body": "<p><strong>Note</strong> that it is open</p>"}, id="bold word"),
        pytest.param({"body": "<p>- one</p><h2>A</h2><p>- two</p>"}, id="single dashes"),
        pytest.param({"body": "<table><tr><th>Port</th></tr><tr><td>A</td></tr></table>"}, id="headed table"),
        pytest.param({"body": link("The plan") + link("The plan")}, id="same link twice"),
        pytest.param({"body": link("The plan<br>of ports")}, id="link on two lines"),
        pytest.param({"body": link("Write us", "mailto:a@example.gov") + link("Above", "#top")}, id="no path"),
        pytest.param({"body": link("The plan", "https://a.example.gov/plan/"), "domain": "a.example.gov"}, id="whole"),
        pytest.param({"body": link("The plan", "https://b.example.gov/x"), "domain": "a.example.gov"}, id="elsewhere"),
        pytest.param({"body": link("Plan (PDF, 1.2 MB)", "https://a.example.gov/plan.pdf")}, id="file"),
        pytest.param({"body": link("Site of the office", "https://office.example.gov")}, id="host is no file"),
        pytest.param({"body": "<p>IN, LA, OR, MA, COVID-19 and 1,000,000 2,000,000</p>"}, id="codes and numbers"),
        pytest.param({"language": "ar", "body": "<p>افتتح المكتب الميناء الجديد أمام الجمهور</p>"}, id="no capitals"),
        pytest.param({"body": "<p>NASA, NOAA, FEMA, EPA and DOT agree.</p>"}, id="acronyms"),
        pytest.param(
            {"body": '<p lang="es">La oficina del puerto dice que los barcos y las boyas son para el público.</p>'},
            id="marked passage",
        ),
        pytest.param({"language": "fr", "body": "<p>" + SPANISH * 3 + "</p>"}, id="another language"),
        pytest.param({"body": "<p>" + "We see the boats at the pier. " * 20 + "</p>"}, id="easy"),
        pytest.param({"language": "es", "body": "<p>" + "Vemos los barcos en el mar. " * 20 + "</p>"}, id="fácil"),
        pytest.param({"image": "news/a.jpg", "image_alt": "A crane lifts a buoy"}, id="image"),
        pytest.param({"image": "news/a.jpg", "image_decorative": True}, id="decorative"),
        pytest.param({"embargoed": True, "publish_at": NOW + timedelta(hours=1)}, id="embargo"),
        pytest.param({"embargoed": True, "publish_at": NOW, "embargo_new": False}, id="embargo that ended"),
    ],
)
def test_nothing_is_found_in_what_is_sound(fields: dict[str, Any]) -> None:
    assert found(**fields) == []


def test_what_is_said_about_the_office_is_checked_beside_it() -> None:
    said = {"boilerplate": link("Click here", "/gone/"), "left_out": ("table",)}
    findings = check_content(Content(**SOUND | said), now=NOW, exists=lambda path: path == "/plan/")
    assert [(finding.check, finding.field) for finding in findings] == [
        ("markup-left-out", "body"),
        ("link-broken", "boilerplate"),
        ("link-vague", "boilerplate"),
    ]


def test_every_check_has_a_case() -> None:
    assert set(FAULTS) == {check.id for check in CHECKS}


def test_ids_are_unique() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)


def test_the_docs_and_the_registry_name_the_same_checks() -> None:
    rows = (ROOT / "docs" / "newsroom-checks.md").read_text("utf-8").split("\n")
    told = [row.split(" | ")[:3] for row in rows if row.startswith("| `")]
    assert told == [[f"| `{check.id}`", str(check.severity), f"`{check.field}`"] for check in CHECKS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_names_its_source(check: Any) -> None:
    assert str(check.find.__doc__).startswith("Source: ")


def test_a_skipped_check_is_not_made() -> None:
    content = Content(**SOUND | {"title": "Short"})
    assert check_content(content, now=NOW, exists=bool, skipped=["title-length"]) == ()


@pytest.mark.parametrize(
    "html",
    [
        "<p>" * 5000,
        "<a " * 5000,
        "<!--" * 5000,
        "</p></a></table></th>",
        "<table><tr><th><table><tr><td>a</table></table>",
        "<a href=/plan/><p>a</p><p>b</p></a>",
        "<script>alert(1)</script>",
        "&#0;&bogus;\x00",
    ],
)
def test_any_text_is_read(html: str) -> None:
    assert isinstance(found(body=html), list)


def test_no_word_is_a_function_word_of_both_languages() -> None:
    assert not FUNCTION_WORDS["en"] & FUNCTION_WORDS["es"]


@pytest.mark.parametrize(
    ("word", "count"), [("pier", 1), ("inspection", 3), ("make", 1), ("table", 2), ("tree", 1), ("the", 1), ("nth", 1)]
)
def test_english_syllables(word: str, count: int) -> None:
    assert english_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("mar", 1), ("puerto", 2), ("administración", 5), ("país", 2), ("aéreo", 4), ("y", 1)]
)
def test_spanish_syllables(word: str, count: int) -> None:
    assert spanish_syllables(word) == count


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<h2>A</h2><p>b <a href='/'>c</a> &lt;b&gt; 1 < 2</p>", ()),
        ("<TABLE><tr><th>a</th></tr></TABLE><table></table><h4>b</h4><p>c <b>d</b></p>", ("table", "h4", "b")),
    ],
)
def test_what_is_left_out_is_named_once(html: str, names: tuple[str, ...]) -> None:
    assert left_out(html) == names


def test_an_abbreviation_ends_no_sentence() -> None:
    body = body_of("<p>Dr. Vega of the U.S. office spoke. She left.</p><p>Done</p>")
    assert counts_of(body, len).sentences == 3
