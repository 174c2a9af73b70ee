"""All outputs say the same of a release, whatever its words are."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from govpage.news.models import NewsRelease
from tests.news.outputs.readers import LISTS, Said, head, said_by_head, said_by_json_ld

pytestmark = pytest.mark.django_db

BATCHES = range(4)
SIZE = 50
"""Releases in a batch: as many as a feed has, 200 in all."""

WORDS = (
    *("</script><script>alert(1)</script>", "<!--", "]]>", "<![CDATA[", "&amp;", "&#38;", "a & b", "<b>bold</b>"),
    *("\0", "\x0b", "\x1f", "\x7f", "\x9f", "\ufffe", "line\nbreak", "tab\there", "\u2028", "\u2029"),
    *('"quoted"', "'single'", "\\u003C", "{{ 7 }}", "{% load %}", "%s", "%(a)s", "${x}", "`x`"),
    *(
        "فحص الأرصفة",
        "\u202eright to left\u202c",
        "עברית",
        "🚢",
        "👩\u200d🚒",
        "é",
        "e\u0301",
        "港口",
        "\U0001f1fa\U0001f1f8",
    ),
    *("Harbor", "inspections", "for", "2026", "soft\u00adhyphen", "kept\u00a0together", "zero\u200bwidth"),
)


def release(random: Random, number: int) -> dict[str, Any]:
    """Fields of a release of the last two days, so that every output has it."""
    words = " ".join(random.choice(WORDS) for _ in range(random.randrange(1, 12)))
    published = timezone.now() - timedelta(minutes=random.randrange(1, 1000))
    return {
        "title": f"{number} {words}"[:300] if random.random() < 0.9 else f"{number} {words * 300}"[:300],
        "subtitle": random.choice(WORDS),
        "body": f"<p>{random.choice(WORDS)}</p>",
        "slug": f"release-{number}" if random.random() < 0.8 else f"فحص-{number}",
        "language": random.choice(("en", "es", "ar", "zh-hans")),
        "publish_at": published,
        "updated_at": random.choice((None, published + timedelta(seconds=30), timezone.now() + timedelta(days=1))),
        "release_date": random.choice((None, timezone.localdate(published))),
        "last_updated": random.choice((None, timezone.localdate())),
    }


def expected(release: NewsRelease, modified: str) -> Said:
    """What is to be said, from the fields of the release alone."""
    return Said(seen(release.title), f"{release.publish_at:%Y-%m-%dT%H:%M:%SZ}", modified, release.language)


def seen(title: str) -> str:
    """A title as somebody sees it: blanks run together, and what has no shape is not there."""
    drawn = "".join(sign for sign in title if sign in "\t\n\r\x85" or sign.isprintable() or sign in FORMAT)
    return " ".join(part for part in drawn.replace("\u00a0", "\0").split()).replace("\0", "\u00a0")


FORMAT = "\u202e\u202c\u200d\u200b\u00ad\u2028\u2029\u00a0\u0301"
"""What nobody sees and yet belongs to a title, or parts its lines."""


@pytest.mark.parametrize("batch", BATCHES)
def test_every_output_says_the_same(client: Client, batch: int) -> None:
    random = Random(batch)
    NewsRelease.objects.bulk_create(NewsRelease(**release(random, number)) for number in range(SIZE))
    releases = {f"http://testserver{found.get_absolute_url()}": found for found in NewsRelease.objects.all()}
    heads = {address: head(client, address) for address in releases}
    pages = {address: said_by_head(found) for address, found in heads.items()}
    assert pages == {address: expected(found, pages[address].modified) for address, found in releases.items()}
    assert {address: said_by_json_ld(found) for address, found in heads.items()} == pages
    shown = {address: (seen(found.heading), found.language) for address, found in heads.items()}
    assert shown == {address: (said.title, said.language) for address, said in pages.items()}
    told = {name: project(read(client), fields) for name, (read, fields) in LISTS.items()}
    assert told == {name: project(pages, fields) for name, (_read, fields) in LISTS.items()}


def project(said: dict[str, Said], fields: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {address: tuple(getattr(one, field) for field in fields) for address, one in said.items()}
