from __future__ import annotations

from datetime import UTC, datetime, timedelta
from gzip import compress
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from govpage.conf import problems
from govpage.news.conf import NewsSettings
from govpage.news.outputs.head import hreflangs
from tests.news.factories import make
from tests.news.outputs.readers import head

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
ADDED = 600
"""Bytes under gzip that a plain release's page may grow by."""


def test_a_plain_release_says_what_is_known(client: Client) -> None:
    page = head(client, make(release_number="HQ-26-1").get_absolute_url())
    told = {name: value for name, value in page.metas if name.startswith(("og:", "article:", "dcterms."))}
    address = f"{SITE}/news/2026/05/02/harbor-inspections-for-2026/"
    assert told == {
        "og:type": "article",
        "og:title": "Harbor inspections for 2026",
        "og:description": "Every port was inspected.",
        "og:url": address,
        "og:site_name": "Harbor Office",
        "og:locale": "en_US",
        "article:published_time": "2026-05-02T12:00:00Z",
        "article:modified_time": "2026-05-02T12:00:00Z",
        "article:section": "Press release",
        "dcterms.title": "Harbor inspections for 2026",
        "dcterms.created": "2026-05-02",
        "dcterms.modified": "2026-05-02",
        "dcterms.language": "en",
        "dcterms.publisher": "Harbor Office",
        "dcterms.identifier": "HQ-26-1",
    }
    assert page.canonical() == address


def test_a_release_that_expires_says_when(client: Client) -> None:
    page = head(client, make(expires_at=datetime(2090, 1, 2, 3, 4, 5, tzinfo=UTC)).get_absolute_url())
    assert page.meta("article:expiration_time") == "2090-01-02T03:04:05Z"


def test_topics_are_tags_and_subjects(client: Client, topic: Any) -> None:
    release = make()
    release.topics.add(topic)
    page = head(client, release.get_absolute_url())
    assert (page.meta("article:tag"), page.meta("dcterms.subject")) == ("Ports & piers", "Ports & piers")


def test_the_feeds_are_named(client: Client) -> None:
    links = [link for link in head(client, make().get_absolute_url()).links if "title" in link]
    assert [(link["type"], link["href"]) for link in links] == [
        ("application/rss+xml", "/news/feed.rss"),
        ("application/atom+xml", "/news/feed.atom"),
        ("application/feed+json", "/news/feed.json"),
    ]


def test_translations_name_each_other_and_themselves(client: Client) -> None:
    english = make()
    spanish = make(title="Inspecciones", language="es", translation_of=english)
    make(title="Borrador", language="fr", translation_of=english, publish_at=None)
    pages = [head(client, release.get_absolute_url()).alternates() for release in (english, spanish)]
    assert pages[0] == pages[1]
    assert pages[0] == {
        "en": SITE + english.get_absolute_url(),
        "es": SITE + spanish.get_absolute_url(),
        "x-default": SITE + english.get_absolute_url(),
    }


def test_without_the_site_s_language_the_first_is_for_all_others() -> None:
    assert hreflangs({"es": "/es/", "ar": "/ar/"}) == [("ar", "/ar/"), ("es", "/es/"), ("x-default", "/ar/")]


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        pytest.param("es", ["es_US"], id="of-the-country"),
        pytest.param("pt-br", ["pt_BR"], id="with-its-territory"),
        pytest.param("ar", [], id="without-one"),
    ],
)
def test_locale(client: Client, language: str, locale: list[str]) -> None:
    page = head(client, make(language=language).get_absolute_url())
    assert [value for name, value in page.metas if name == "og:locale"] == locale


@pytest.mark.parametrize(
    ("setting", "archived", "robots"),
    [
        pytest.param("", True, [], id="unset"),
        pytest.param("noindex", True, ["noindex"], id="archived"),
        pytest.param("noindex", False, [], id="live"),
    ],
)
def test_robots(client: Client, settings: Any, setting: str, archived: bool, robots: list[str]) -> None:
    settings.GOVPAGE_NEWS = {"archived_robots": setting}
    release = make(archive_at=timezone.now() - timedelta(days=1) if archived else None)
    page = head(client, release.get_absolute_url())
    assert [value for name, value in page.metas if name == "robots"] == robots


def test_robots_is_one_of_the_legal_values(settings: Any) -> None:
    settings.GOVPAGE_NEWS = {"archived_robots": "none"}
    (problem,) = problems("GOVPAGE_NEWS", NewsSettings)
    assert (problem.code, problem.hint) == (
        "E003",
        "Legal are: '', 'noindex', 'noarchive', 'noindex, nofollow'.",
    )


def test_the_picture_has_its_words(client: Client, picture: str) -> None:
    page = head(client, make(image=picture, image_alt="A pier").get_absolute_url())
    assert page.meta("og:image") == SITE + default_storage.url(picture)
    assert page.meta("og:image:alt") == "A pier"


def test_what_it_weighs(client: Client) -> None:
    html = client.get(make().get_absolute_url()).content.decode()
    begin, end = html.index('<link rel="canonical"'), html.index("</script>", html.index("ld+json")) + 9
    plain = html[: html.index("\n", begin)] + html[end:]
    assert len(compress(html.encode())) - len(compress(plain.encode())) < ADDED
