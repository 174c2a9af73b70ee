"""WordPress exports: what each post gives, and what is no release."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from govpage.news.importers.draft import CaptureError
from tests.news.importers.formats.reading import drafts, items, reasons, unusual, without_usual

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Harbor Office</title>
"""
END = "</channel></rss>"


def post(
    title: str = "Pier Opens",
    body: str = "The pier is open.",
    *,
    status: str = "publish",
    kind: str = "post",
    more: str = "",
    day: str = "2020-03-02 20:15:00",
    gmt: str = "2020-03-03 01:15:00",
    excerpt: str = "",
    link: str = "https://harbor.example.gov/pier",
) -> str:
    return (
        f"<item><title>{title}</title><link>{link}</link>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>"
        f"<wp:post_date>{day}</wp:post_date><wp:post_date_gmt>{gmt}</wp:post_date_gmt>"
        f"<wp:post_type>{kind}</wp:post_type><wp:status>{status}</wp:status>{more}</item>"
    )


def export(*posts: str) -> str:
    return HEAD + "\n".join(posts) + END


PLAIN = {
    "title": "Pier Opens",
    "release_date": date(2020, 3, 2),
    "published": datetime(2020, 3, 3, 1, 15, tzinfo=UTC),
    "body_html": "<p>The pier is open.</p>",
    "original_address": "https://harbor.example.gov/pier",
}
TOPICS = (
    '<category domain="category" nicename="ports"><![CDATA[Ports &amp; Piers]]></category>'
    '<category domain="post_tag" nicename="safety">Safety</category>'
    '<category domain="category" nicename="uncategorized">Uncategorized</category>'
    '<category domain="post_format" nicename="aside">Aside</category>'
)
NOT_PUBLIC = "The post is not public there ({}), so it is a draft here."
CASES = {
    "plain": (post(), PLAIN),
    "blocks": (
        post(body="<!-- wp:paragraph -->\n<p>The pier\nis open.</p>\n<!-- /wp:paragraph -->"),
        {**PLAIN, "body_html": "<p>The pier\nis open.</p>"},
    ),
    "paragraphs": (
        post(body="One.\nTwo.\r\n\r\n<b>Three</b>.<br />\nFour.\n\n<h4>Five</h4>\n<ul>\n<li>Six</li>\n</ul>\nSeven.\n"),
        {
            **PLAIN,
            "body_html": "<p>One.<br>Two.</p>\n<p><strong>Three</strong>.<br>Four.</p>\n<h3>Five</h3>\n"
            "<ul>\n<li>Six</li>\n</ul>\n<p>Seven.</p>",
        },
    ),
    "topics": (post(more=TOPICS), {**PLAIN, "topics": ("Ports & Piers", "Safety")}),
    "excerpt": (post(excerpt="A <b>pier</b>."), {**PLAIN, "description": "A pier."}),
    "long-excerpt": (
        post(excerpt="a" * 301),
        {**PLAIN, "unsure": ("The summary has 301 characters, more than 300, and was left out.",)},
    ),
    "hostile-link": (
        post(link="javascript:alert(1)"),
        {
            **PLAIN,
            "original_address": "",
            "unsure": ("The address of the original is none a link can lead to, and was left out.",),
        },
    ),
    "scheduled": (post(status="future"), PLAIN),
    "draft": (
        post(status="draft", gmt="0000-00-00 00:00:00"),
        {**PLAIN, "published": None, "public": False, "unsure": (NOT_PUBLIC.format("draft"),)},
    ),
    "private": (
        post(status="private"),
        {**PLAIN, "published": None, "public": False, "unsure": (NOT_PUBLIC.format("private"),)},
    ),
    "password": (
        post(more="<wp:post_password>pier</wp:post_password>"),
        {**PLAIN, "published": None, "public": False, "unsure": (NOT_PUBLIC.format("behind a password"),)},
    ),
    "no-day": (
        post(day="", gmt=""),
        {**PLAIN, "release_date": None, "published": None, "unsure": ("The post names no day.",)},
    ),
    "shortcode": (
        post(body='The pier is open. [gallery ids="1,2"]'),
        {
            **PLAIN,
            "body_html": '<p>The pier is open. [gallery ids="1,2"]</p>',
            "unsure": ('The text holds a shortcode, left as it is: [gallery ids="1,2"]',),
        },
    ),
    "brackets-are-words": (
        post(body="The peer [sic] is open."),
        {**PLAIN, "body_html": "<p>The peer [sic] is open.</p>"},
    ),
    "kind": (
        post(title="Statement by the Harbor Office"),
        {**PLAIN, "title": "Statement by the Harbor Office", "kind": "statement"},
    ),
}


@pytest.mark.parametrize(("content", "want"), [pytest.param(*case, id=name) for name, case in CASES.items()])
def test_a_post_is_wholly_right(content: str, want: dict[str, object]) -> None:
    assert [unusual(draft) for draft in drafts("wordpress", export(content))] == [without_usual(want)]


@pytest.mark.parametrize("kind", ["page", "attachment", "nav_menu_item", "revision", "newsletter", ""])
def test_what_is_no_post_is_no_release(kind: str) -> None:
    assert items("wordpress", export(post(kind=kind), post(), post(status="trash"))) == drafts(
        "wordpress", export(post())
    )


@pytest.mark.parametrize("kind", ["press-release", "news", "harbor_news_item", "media_advisory", "factsheet"])
def test_a_type_of_the_press_is_a_release(kind: str) -> None:
    assert drafts("wordpress", export(post(kind=kind))) == drafts("wordpress", export(post()))


def test_a_post_without_text_is_named_and_the_others_are_read() -> None:
    content = export(post(body=" "), post(title=" "), post())
    assert len(drafts("wordpress", content)) == 1
    assert reasons("wordpress", content) == [
        "Pier Opens: there is no text under the title",
        "post without a title: there is no title",
    ]


BAD = {
    "bomb": (
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
        "document type or entities",
    ),
    "cut-off": (export(post())[:-20], "not well-formed XML"),
    "deep": ("<a>" * 300, "nested more than 200 deep"),
    "encoding": ('<?xml version="1.0" encoding="utf-32"?><rss/>', "XML"),
    "unknown-encoding": ('<?xml version="1.0" encoding="harbor"?><rss/>', "XML"),
    "multibyte-encoding": ('<?xml version="1.0" encoding="shift_jis"?><rss/>', "XML that cannot be decoded"),
}


@pytest.mark.parametrize(("content", "reason"), [pytest.param(*case, id=name) for name, case in BAD.items()])
def test_a_bad_export_is_refused(content: str, reason: str) -> None:
    with pytest.raises(CaptureError, match=reason):
        items("wordpress", content)
