"""Pages that are no good, or mean no good."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats import docx, html, html_site
from govpage.news.importers.formats.html_bytes import read_bytes
from govpage.news.importers.formats.html_zip import MAX_ENTRIES, MAX_ZIP

WORDS = "The Harbor Office today opened seven ports to small vessels after a review of two years."


def page(body: str, head: str = "") -> bytes:
    return (
        f'<html lang="en"><head><meta charset="utf-8">{head}<title>Ports Open</title></head>'
        f"<body><main><h1>Ports Open</h1><p>March 3, 2017</p>{body}</main></body></html>"
    ).encode()


def body_of(markup: str) -> str:
    return html.read_page(page(f"<p>{WORDS}</p>{markup}")).body_html


def reason(data: bytes, name: str = "page.html") -> str:
    with pytest.raises(CaptureError) as caught:
        list((html_site if name.endswith(".zip") else html).read(BytesIO(data), name))
    return str(caught.value)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<script>alert(1)</script>", id="script"),
        pytest.param("<style>p{background:url(javascript:alert(1))}</style>", id="style"),
        pytest.param("<svg onload=alert(1)><style><img src=x onerror=alert(1)></style></svg>", id="svg"),
        pytest.param("<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>", id="svg-link"),
        pytest.param(
            "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
            id="mathml-mutation",
        ),
        pytest.param(
            "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>", id="noscript-mutation"
        ),
        pytest.param("<iframe srcdoc='<script>alert(1)</script>'></iframe>", id="iframe"),
        pytest.param("<template><img src=x onerror=alert(1)></template>", id="template"),
        pytest.param("<form action='javascript:alert(1)'><button>alert</button></form>", id="form"),
        pytest.param("<!-- <img src=x onerror=alert(1)> -->", id="comment"),
        pytest.param("<p hidden>alert</p>", id="hidden"),
        pytest.param("<img src=x onerror=alert(1)>", id="picture"),
    ],
)
def test_nothing_of_it_is_in_the_body(markup: str) -> None:
    assert body_of(markup) == f"<p>{WORDS}</p>"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScript:alert(1)", "java\nscript:alert(1)", "&#1;javascript:alert(1)", "data:text/html,x",
        "vbscript:x", "#top", "//[bad", "x" * 3000,
    ],
)  # fmt: skip
def test_link_that_leads_nowhere_safe_is_its_words(address: str) -> None:
    assert body_of(f'<p>See <a href="{address}" onclick="x()">the list</a> now.</p>').endswith(
        "<p>See the list now.</p>"
    )


def test_escaped_markup_stays_escaped() -> None:
    assert body_of("<p>Write &lt;script&gt;alert(1)&lt;/script&gt; here.</p>").endswith(
        "<p>Write &lt;script&gt;alert(1)&lt;/script&gt; here.</p>"
    )


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote", "dl><dt>x<dd"])
def test_elements_without_end_are_refused_or_read(tag: str) -> None:
    data = page(f"<p>{WORDS}</p>" + f"<{tag}>" * 3000 + "x")
    with pytest.raises(CaptureError, match="one inside another"):
        html.read_page(data)


def test_more_elements_than_a_release_has_are_refused_before_they_are_read() -> None:
    with pytest.raises(CaptureError, match=r"elements, and at most 40,000 are read"):
        html.read_page(page(f"<p>{WORDS}</p>" * 40_000))


def test_200_megabytes_are_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.html"
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with large.open("rb") as file, pytest.raises(CaptureError, match="too large: 209,715,200 bytes"):
        list(html.read(file, large.name))


def test_large_zip_is_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.zip"
    with large.open("wb") as file:
        file.truncate(MAX_ZIP + 1)
    with large.open("rb") as file, pytest.raises(CaptureError, match="too large"):
        list(html_site.read(file, large.name))


class Pipe(BytesIO):
    """A file that cannot be measured first."""

    def seekable(self) -> bool:
        return False


def test_stream_of_too_many_bytes_is_refused() -> None:
    with pytest.raises(CaptureError, match="at most 10 bytes"):
        read_bytes(Pipe(b"x" * 11), 10)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "no HTML page", id="empty"),
        pytest.param(b"Just words.", "no HTML page", id="plain-text"),
        pytest.param(b"%PDF-1.7 <p>\0", "binary", id="binary"),
        pytest.param("<p>caf\u00e9".encode("utf-16-le").join([b"\xff\xfe", b"x"]), "cut off", id="utf-16-cut-off"),
        pytest.param(b'<html><meta charset="utf-8"><p>\x81\xfe', "UTF-8", id="not-utf-8-as-declared"),
        pytest.param(b'<html><meta charset="no-such"><p>\xe9', "declares no-such", id="unknown-encoding"),
        pytest.param(b'<html><meta charset="rot13"><p>\xe9', "declares rot13", id="no-text-encoding"),
        pytest.param(b'<html><meta charset="shift_jis"><p>\x82', "declares shift_jis", id="wrong-encoding"),
        pytest.param(b"<html><body></body></html>", "no title", id="nothing"),
        pytest.param(page(""), "no body", id="no-body"),
        pytest.param(b"<html><title>About</title><main><h1>About</h1><p>We keep ports.</p></main>", "no news release", id="no-release"),
    ],
)  # fmt: skip
def test_bad_page_is_refused(data: bytes, said: str) -> None:
    assert said in reason(data)


def test_declared_windows_encoding_is_used() -> None:
    data = (
        page(f"<p>{WORDS}</p>")
        .replace(b"utf-8", b"windows-1251")
        .replace(b"small", "\u043f\u043e\u0440\u0442".encode("cp1251"))
    )
    assert "\u043f\u043e\u0440\u0442" in html.read_page(data).body_html


def site(**pages: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in pages.items():
            archive.writestr(name.replace("__", "."), data)
    return made.getvalue()


def test_saved_site_gives_an_item_for_each_page() -> None:
    first, second = html_site.read(
        BytesIO(site(b__html=b"<p>x", a__html=page(f"<p>{WORDS}</p>"), c__css=b"p{}")), "site.zip"
    )
    assert isinstance(first, ReleaseDraft)
    assert isinstance(second, CaptureError)
    assert str(second).startswith("b.html: ")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(site(a__txt=b"x"), "holds no .html", id="no-pages"),
        pytest.param(site(**{f"{n}__html": b"" for n in range(MAX_ENTRIES + 1)}), "too many parts", id="many"),
        pytest.param(site(a__html=b" " * 9_000_000), "expands more than 200 times", id="bomb"),
        pytest.param(b"PK\x03\x04", "no whole zip file", id="cut-off"),
        pytest.param(b"", "no whole zip file", id="empty"),
    ],
)
def test_bad_zip_is_refused(data: bytes, said: str) -> None:
    assert said in reason(data, "site.zip")


def test_zip_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govpage.news.importers.formats.html_zip.MAX_ZIP", 2000)
    assert "unpacked" in reason(site(a__html=b" " * 3000), "site.zip")


def test_locked_zip_is_refused() -> None:
    data = bytearray(site(a__html=b"x"))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert "password" in reason(bytes(data), "site.zip")


def test_missing_parser_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    assert "pip install govpage[import]" in reason(page(WORDS))


MARKUP = st.lists(
    st.sampled_from(
        ["<main>", "<h1>", "</h1>", "<p>", "<ul>", "<li>", "<table>", "<tr>", "<td>", "<th>", "<br>", "<dl>", "<dt>", "<dd>",
         "<a href='/x'>", "</a>", "<strong>", "</p>", "<svg>", "<blockquote>", "Release Date: March 3, 2017", "Contact: Press Desk 202-555-0143",
         "WASHINGTON \u2014 The office", "###", "<meta charset=utf-16>", "<base>", "<img alt='x'>", "Ports open today for all.",
         "<script type='application/ld+json'>{\"@type\": [1], \"itemListElement\": [3]}</script>", "<em>", "</strong>", "<p style='mso-list:l0 level2 lfo1'>"]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(data=st.one_of(st.binary(max_size=400), MARKUP.map(lambda parts: " ".join(parts).encode())))
def test_any_bytes_are_a_page_or_refused(data: bytes) -> None:
    try:
        items = list(html.read(BytesIO(data), "page.html"))
    except CaptureError:
        return
    assert isinstance(items[0], ReleaseDraft)


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400), magic=st.booleans())
def test_any_bytes_are_a_paper_or_refused(data: bytes, magic: bool) -> None:
    with pytest.raises(CaptureError):
        list(docx.read(BytesIO((b"PK\x03\x04" if magic else b"") + data), "paper.docx"))
