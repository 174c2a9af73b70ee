from __future__ import annotations

from time import perf_counter

import pytest
from django.utils.safestring import SafeString

from govpage.headings import Heading, headings_of, with_heading_ids


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        pytest.param("<h2>Where to go</h2>", '<h2 id="where-to-go">Where to go</h2>', id="plain"),
        pytest.param("<h2 class=a>A</h2>", '<h2 id="a" class=a>A</h2>', id="attributes"),
        pytest.param("<p>\n<H3>\nA\nb</H3>\n", '<p>\n<H3 id="a-b">\nA\nb</H3>\n', id="lines"),
        pytest.param("<h2>A &amp; <em>B</em><br>c</h2>", '<h2 id="a-b-c">A &amp; <em>B</em><br>c</h2>', id="markup"),
        pytest.param('<h2 id="own">A</h2>', '<h2 id="own">A</h2>', id="has-its-own"),
        pytest.param('<h2 id="">A</h2>', '<h2 id="a" id="">A</h2>', id="has-none"),
        pytest.param(
            "<h2>A</h2><h3>A</h3><h2>A</h2>", '<h2 id="a">A</h2><h3 id="a-2">A</h3><h2 id="a-3">A</h2>', id="twice"
        ),
        pytest.param('<p id="a"></p><h2>A</h2>', '<p id="a"></p><h2 id="a-2">A</h2>', id="taken"),
        pytest.param('<h2>A</h2><p id="a">', '<h2 id="a-2">A</h2><p id="a">', id="taken-further-down"),
        pytest.param("<h2>¿Dónde?</h2>", '<h2 id="dónde">¿Dónde?</h2>', id="spanish"),
        pytest.param("<h2>?!</h2>", '<h2 id="section">?!</h2>', id="no-words"),
        pytest.param("<h2>Main content</h2>", '<h2 id="section-main-content">Main content</h2>', id="id-of-the-page"),
        pytest.param("<h2>Gov banner</h2>", '<h2 id="section-gov-banner">Gov banner</h2>', id="id-of-a-component"),
        pytest.param("<h1>A</h1><p>b</p>", "<h1>A</h1><p>b</p>", id="title"),
        pytest.param("<!-- <h2>A</h2> -->", "<!-- <h2>A</h2> -->", id="comment"),
        pytest.param("<h2>a<h3>b", '<h2 id="a">a<h3 id="b">b', id="not-closed"),
        pytest.param("a < b", "a < b", id="text"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_ids(html: str, marked: str) -> None:
    assert with_heading_ids(html) == marked


@pytest.mark.parametrize("html", ["<h2>A</h2>\n<h3 id='b'>B</h3><h2>A</h2>"])
def test_ids_and_links_are_the_same(html: str) -> None:
    found = (Heading(2, "A", "a"), Heading(3, "B", "b"), Heading(2, "A", "a-2"))
    assert headings_of(html) == found
    assert headings_of(with_heading_ids(html)) == found
    assert with_heading_ids(with_heading_ids(html)) == with_heading_ids(html)


def test_a_heading_without_text_is_not_linked() -> None:
    assert headings_of("<h2> <br></h2><h2>A</h2>") == (Heading(2, "A", "a"),)


def test_an_id_is_not_longer_than_an_address_can_bear() -> None:
    assert len(headings_of(f"<h2>{'long ' * 100}</h2>")[0].id) <= 60


@pytest.mark.parametrize(("html", "safe"), [("<h2>A</h2>", False), (SafeString("<h2>A</h2>"), True)])
def test_what_is_safe_stays_so(html: str, safe: bool) -> None:
    assert isinstance(with_heading_ids(html), SafeString) is safe


@pytest.mark.parametrize(
    "piece",
    ["<h2>A</h2>\n", "<h2>", '<p id="a-{n}"><h2>A</h2>', "<h2>a-{n}<h2>a"],
    ids=["same", "open", "taken", "both"],
)
def test_time_is_linear(piece: str) -> None:
    """Ten times as many headings take far less than a hundred times as long."""

    def time(count: int) -> float:
        html = "".join(piece.replace("{n}", str(n)) for n in range(count))
        start = perf_counter()
        with_heading_ids(html)
        return perf_counter() - start

    time(100)
    assert min(time(10_000) for _ in range(2)) < 40 * max(min(time(1_000) for _ in range(3)), 0.001)
