"""RSS and Atom: what each entry gives."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from govpage.news.importers.draft import CaptureError
from tests.news.importers.formats.reading import drafts, items, reasons, unusual

EST = timezone(timedelta(hours=-5))
ONE_TEXT = "The feed gives one text for this entry, which may be a summary."
NO_DAY = "The entry does not say when it was published."


def rss(*entries: str, language: str = "") -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Harbor Office</title><link>https://harbor.example.gov/</link>{language}{''.join(entries)}"
        "</channel></rss>"
    )


def atom(*entries: str) -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es-PR"><title>Harbor Office</title>'
        f"{''.join(entries)}</feed>"
    )


ITEM = (
    "<item><title>Pier &amp;amp; Port Open</title><link>https://harbor.example.gov/pier</link>"
    "<pubDate>Mon, 02 Mar 2020 20:15:00 -0500</pubDate><category>Ports</category><category>Ports</category>"
    "<description>A pier.</description>"
    "<content:encoded><![CDATA[<h1>Hours</h1><p>The pier is open.</p><script>alert(1)</script>]]></content:encoded></item>"
)
FULL = {
    "title": "Pier & Port Open",
    "release_date": date(2020, 3, 2),
    "published": datetime(2020, 3, 2, 20, 15, tzinfo=EST),
    "topics": ("Ports",),
    "description": "A pier.",
    "original_address": "https://harbor.example.gov/pier",
    "body_html": "<h2>Hours</h2>\n<p>The pier is open.</p>",
}
SHORT = "<item><title>Pier Opens</title><description>The pier is open.</description></item>"
SHORT_WANT = {"title": "Pier Opens", "body_html": "<p>The pier is open.</p>", "unsure": (NO_DAY, ONE_TEXT)}
ENTRY = (
    "<entry><title>Abre el muelle</title><link href='https://harbor.example.gov/muelle'/><id>urn:1</id>"
    "<published>2020-03-02T20:15:00-05:00</published><updated>2020-03-04T01:00:00Z</updated>"
    "<author><name>Harbor Office Press Desk</name></author><summary>Un muelle.</summary>"
    "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>El muelle abre.</p></div></content></entry>"
)
ATOM_WANT = {
    "title": "Abre el muelle",
    "language": "es",
    "release_date": date(2020, 3, 2),
    "published": datetime(2020, 3, 2, 20, 15, tzinfo=EST),
    "last_updated": date(2020, 3, 4),
    "byline": "Harbor Office Press Desk",
    "description": "Un muelle.",
    "original_address": "https://harbor.example.gov/muelle",
    "body_html": "<p>El muelle abre.</p>",
}
PLAIN = (
    "<entry><title>Abre</title><published>2020-03-02T01:00:00Z</published><updated>2020-03-02T09:00:00Z</updated>"
    "<content type='text'>1 &lt; 2</content></entry>"
)
CASES = {
    "rss": (rss(ITEM), [FULL]),
    "rss-language": (rss(ITEM, language="<language>fr-CA</language>"), [{**FULL, "language": "fr"}]),
    "rss-strange-language": (rss(ITEM, language="<language>\u4e2d</language>"), [FULL]),
    "rss-one-text": (rss(SHORT), [{**SHORT_WANT, "unsure": (ONE_TEXT, NO_DAY)}]),
    "rss-two": (rss(ITEM, SHORT), [FULL, {**SHORT_WANT, "unsure": (ONE_TEXT, NO_DAY)}]),
    "rss-dublin-core": (
        rss("<item><title>Pier Opens</title><description>Open.</description><dc:date>2020-03-02</dc:date></item>"),
        [
            {
                "title": "Pier Opens",
                "body_html": "<p>Open.</p>",
                "release_date": date(2020, 3, 2),
                "unsure": (ONE_TEXT, "The entry names one day, which may be that of its last change."),
            }
        ],
    ),
    "atom-no-day": (
        atom("<entry><title>Abre</title><updated>2020-03-02T09:00:00Z</updated><content>x</content></entry>"),
        [
            {
                "title": "Abre",
                "language": "es",
                "body_html": "<p>x</p>",
                "last_updated": date(2020, 3, 2),
                "unsure": (NO_DAY,),
            }
        ],
    ),
    "atom": (atom(ENTRY), [ATOM_WANT]),
    "atom-plain-text": (
        atom(PLAIN),
        [
            {
                "title": "Abre",
                "language": "es",
                "release_date": date(2020, 3, 2),
                "published": datetime(2020, 3, 2, 1, tzinfo=UTC),
                "body_html": "<p>1 &lt; 2</p>",
            }
        ],
    ),
}


@pytest.mark.parametrize(("content", "want"), [pytest.param(*case, id=name) for name, case in CASES.items()])
def test_a_feed_is_wholly_right(content: str, want: list[dict[str, object]]) -> None:
    assert [unusual(draft) for draft in drafts("feed", content)] == want


def test_an_entry_without_text_is_named() -> None:
    content = rss("<item><title>Pier Opens</title></item>", "<item><description>x</description></item>", ITEM)
    assert reasons("feed", content) == [
        "Pier Opens: there is no text under the title",
        "entry without a title: there is no title",
    ]
    assert len(drafts("feed", content)) == 1


BAD = {
    "other-xml": ("<harbor/>", "neither an RSS nor an Atom feed"),
    "html": ("<html><body><p>x<br></p></body></html>", "not well-formed XML"),
    "bomb": ('<!DOCTYPE a [<!ENTITY a "a">]><rss>&a;</rss>', "document type or entities"),
    "outside": ('<!DOCTYPE a SYSTEM "file:///etc/hosts"><rss/>', "document type or entities"),
    "empty": ("", "not well-formed XML"),
}


@pytest.mark.parametrize(("content", "reason"), [pytest.param(*case, id=name) for name, case in BAD.items()])
def test_a_bad_feed_is_refused(content: str, reason: str) -> None:
    with pytest.raises(CaptureError, match=reason):
        items("feed", content)
