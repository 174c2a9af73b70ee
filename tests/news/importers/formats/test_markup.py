"""Markup of other systems becomes what the text of a release may hold."""

from __future__ import annotations

import time

import pytest

from govpage.news.importers.formats.markup import body_of
from govpage.news.importers.formats.parts import address_of, day_of, moment_of

TABLES = "Tables in the text were taken apart, a paragraph a row: 1."
MEDIA = "The text held a player, a frame or a form, which was left out."
BODIES = {
    "headings": ("<h1>A</h1><h2>B</h2><h5 class=x>C</h5>", "<h2>A</h2>\n<h2>B</h2>\n<h3>C</h3>"),
    "loose-words": ("A<p>B</p>C <b>D</b>", "<p>A</p>\n<p>B</p>\n<p>C <strong>D</strong></p>"),
    "boxes": ("<div>A</div><section><div>B</div>C</section>", "<p>A</p>\n<p>B</p>\n<p>C</p>"),
    "nested-lists": ("<ul><li>A<ul><li>B</li></ul></li></ul>", "<ul><li>A<ul><li>B</li></ul></li></ul>"),
    "box-in-an-item": ("<ul><li><div>A</div><div>B</div></li></ul>", "<ul><li> A  B </li></ul>"),
    "quotation": ("<blockquote><p>A</p></blockquote>", "<blockquote><p>A</p></blockquote>"),
    "terms": ("<dl><dt>A</dt><dd>B</dd></dl>", "<dl><dt>A</dt><dd>B</dd></dl>"),
    "ampersand": ("A &amp; B", "<p>A &amp; B</p>"),
    "table": ("<table><tr><th>A</th><td>B</td></tr><tr><td>C</td></tr></table>", "<p>A  B </p>\n<p>C </p>"),
    "empty": ("<p>&nbsp;</p><p><br></p>A", "<p>A</p>"),
    "script": ("<script>alert(1)</script><style>p{}</style>A", "<p>A</p>"),
    "handler": ("<p onclick=alert(1)>A</p>", "<p>A</p>"),
    "script-address": ('<a href="javascript:alert(1)">A</a>', "<p><a>A</a></p>"),
    "svg": ("<svg><p><style><a title='</style><img src=x onerror=alert(1)>'></svg>A", "<p>'&gt;A</p>"),
    "math": ("<math><mi//xlink:href='data:x,<script>alert(1)</script>'></math>A", "<p>A</p>"),
    "comment": ("<!--><img src=x onerror=alert(1)>-->A", "<p>--&gt;A</p>"),
    "words-in-a-link": (
        '<a href="/a"><p>A</p><div>B</div>C</a>D',
        '<p><a href="/a">A</a></p>\n<p><a href="/a">B</a></p>\n<p><a href="/a">C</a>D</p>',
    ),
    "list-in-bold": ("<b><ul><li><b>A</b></li></ul></b>", "<ul><li><strong>A</strong></li></ul>"),
    "many-around": (
        "<i>" * 3 + "<sub>" * 30 + "<div>A</div>",
        f"<p>{'<em>' * 3}{'<sub>' * 17}A{'</sub>' * 17}{'</em>' * 3}</p>",
    ),
    "misnested": ("<b>A<div>B</div></b>", "<p><strong>A</strong></p>\n<p><strong>B</strong></p>"),
}


@pytest.mark.parametrize(("html", "want"), [pytest.param(*case, id=name) for name, case in BODIES.items()])
def test_body(html: str, want: str) -> None:
    assert body_of(html).html == want


LEFT_OUT = {
    "table": ("<table><tr><td>A</td></tr></table>", (TABLES,)),
    "picture": ("A<img src=/a.png><img src=/b.png>", ("Pictures in the text were left out: 2.",)),
    "player": ("A<video src=/a.mp4></video>", (MEDIA,)),
    "frame": ("A<IFRAME src=/a></IFRAME>", (MEDIA,)),
    "nothing": ("<p>A</p>", ()),
}


@pytest.mark.parametrize(("html", "want"), [pytest.param(*case, id=name) for name, case in LEFT_OUT.items()])
def test_what_is_left_out_is_said(html: str, want: tuple[str, ...]) -> None:
    assert body_of(html).unsure == want


SLOW = {
    "breaks": "<br>" * 20_000,
    "blank-lines": "a" + "\n " * 100_000,
    "open-boxes": "<div>" * 2_000,
    "angles": "<" * 50_000,
    "around-boxes": "<b><i><a href=/>" * 300 + "<div>a" * 300,
    "empty-paragraphs": "<p>&nbsp;" * 10_000,
}


@pytest.mark.parametrize("html", [pytest.param(html, id=name) for name, html in SLOW.items()])
def test_hostile_markup_takes_linear_time(html: str) -> None:
    start = time.process_time()
    body_of(html, paragraphs=True)
    assert time.process_time() - start < 3


MOMENTS = {
    "mail": ("Mon, 02 Mar 2020 20:15:00 -0500", "2020-03-02T20:15:00-05:00"),
    "iso": ("2020-03-02T20:15:00Z", "2020-03-02T20:15:00+00:00"),
    "no-zone": ("2020-03-02T20:15:00", None),
    "words": ("soon", None),
    "no-such-hour": ("2020-03-02T25:15:00Z", None),
}


@pytest.mark.parametrize(("text", "want"), [pytest.param(*case, id=name) for name, case in MOMENTS.items()])
def test_moment(text: str, want: str | None) -> None:
    moment = moment_of(text)
    assert (moment.isoformat() if moment else None) == want


DAYS = {
    "as-written": ("Mon, 02 Mar 2020 23:15:00 -0500", "2020-03-02"),
    "day": ("2020-03-02", "2020-03-02"),
    "without-zone": ("2020-03-02 20:15:00", "2020-03-02"),
    "no-such-day": ("2020-02-30", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("text", "want"), [pytest.param(*case, id=name) for name, case in DAYS.items()])
def test_day(text: str, want: str | None) -> None:
    day = day_of(text)
    assert (day.isoformat() if day else None) == want


def test_an_address_that_is_too_long_is_left_out() -> None:
    unsure: list[str] = []
    assert address_of(f"https://harbor.example.gov/{'a' * 500}", unsure) == ""
    assert len(unsure) == 1
