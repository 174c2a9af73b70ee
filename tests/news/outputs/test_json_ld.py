from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from govpage.news.models import NewsRelease, Office
from govpage.news.outputs.description import describe
from govpage.news.outputs.json_ld import json_ld, news_article
from tests.news.factories import FUTURE, NOW, make
from tests.news.outputs.readers import SCHEMA, head, linked, node, value

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


def article(client: Client, release: NewsRelease) -> dict[str, Any]:
    return node(linked(head(client, release.get_absolute_url())), "NewsArticle")


def test_the_long_headline_is_whole_and_the_subtitle_another(client: Client) -> None:
    found = article(client, make(title="A" * 300, subtitle="B"))
    assert (value(found, "headline"), value(found, "alternativeHeadline")) == ("A" * 300, "B")


def test_the_publisher_belongs_to_its_department(client: Client) -> None:
    (publisher,) = article(client, make())[SCHEMA + "publisher"]
    (parent,) = publisher[SCHEMA + "parentOrganization"]
    assert publisher["@type"] == parent["@type"] == [f"{SCHEMA}GovernmentOrganization"]
    assert (value(publisher, "url"), value(parent, "name")) == (f"{SITE}/", "Department of Examples")
    assert value(publisher, "logo") == f"{SITE}/static/harbor/seal.svg"


@pytest.mark.parametrize(
    ("byline", "kind", "name"),
    [
        pytest.param("The Director", "Person", "The Director", id="writer"),
        pytest.param("", "GovernmentOrganization", "Port Office", id="office"),
    ],
)
def test_the_author(client: Client, byline: str, kind: str, name: str) -> None:
    release = make(byline=byline, office=Office.objects.create(name="Port Office"))
    (author,) = article(client, release)[SCHEMA + "author"]
    assert (author["@type"], value(author, "name")) == ([SCHEMA + kind], name)


def test_an_archived_release_says_so(client: Client) -> None:
    release = make(archive_at=NOW - timedelta(days=1), expires_at=timezone.now() + timedelta(days=9))
    found = article(client, release)
    assert value(found, "creativeWorkStatus") == "Archived"
    assert value(found, "expires") == f"{release.expires_at:%Y-%m-%dT%H:%M:%SZ}"
    (page,) = found[SCHEMA + "archivedAt"]
    assert (value(page, "url"), value(page, "dateCreated")) == (found["@id"], "2026-05-31T12:00:00Z")


@pytest.mark.parametrize("moments", [{}, {"archive_at": NOW, "archive_date_known": False}], ids=["current", "unknown"])
def test_a_day_of_archiving_that_there_is_not_is_not_said(client: Client, moments: dict[str, Any]) -> None:
    assert SCHEMA + "archivedAt" not in article(client, make(**moments))


def test_topics_are_what_it_is_about(client: Client, topic: Any) -> None:
    release = make()
    release.topics.add(topic)
    (about,) = article(client, release)[SCHEMA + "about"]
    assert value(about, "name") == "Ports & piers"


def test_the_picture_is_an_object(client: Client, picture: str) -> None:
    (image,) = article(client, make(image=picture, image_alt="A pier"))[SCHEMA + "image"]
    assert (value(image, "url"), value(image, "caption")) == (SITE + default_storage.url(picture), "A pier")


def test_translations_and_what_they_are_made_from(client: Client) -> None:
    english = make()
    spanish = make(title="Inspecciones", language="es", translation_of=english)
    french = make(title="Inspections", language="fr", translation_of=english)
    made = {work["@id"] for work in article(client, english)[SCHEMA + "workTranslation"]}
    (original,) = article(client, spanish)[SCHEMA + "translationOfWork"]
    assert made == {SITE + spanish.get_absolute_url(), SITE + french.get_absolute_url()}
    assert original["@id"] == SITE + english.get_absolute_url()


def test_an_original_that_is_not_public_is_not_named(client: Client) -> None:
    english = make(publish_at=FUTURE + timedelta(days=3650))
    spanish = make(title="Inspecciones", language="es", translation_of=english)
    assert SCHEMA + "translationOfWork" not in article(client, spanish)


def test_the_trail_has_absolute_addresses(client: Client) -> None:
    release = make(breadcrumb=["Home", "Nowhere", "News"])
    crumbs = node(linked(head(client, release.get_absolute_url())), "BreadcrumbList")[SCHEMA + "itemListElement"]
    assert [value(crumb, "name") for crumb in crumbs] == ["Home", "Nowhere", "News", release.title]
    assert [crumb[SCHEMA + "item"][0]["@id"] for crumb in crumbs if SCHEMA + "item" in crumb] == [
        f"{SITE}/",
        f"{SITE}/news/",
    ]


def test_a_draft_has_no_day_and_no_trail() -> None:
    description = describe(make(publish_at=None), "https://harbor.example.gov/", NOW)
    assert "datePublished" not in news_article(description)
    assert "BreadcrumbList" not in json_ld(description)


def test_without_a_parent_there_is_none(client: Client, settings: Any) -> None:
    settings.GOVPAGE = {"agency": "Harbor Office"}
    (publisher,) = article(client, make())[SCHEMA + "publisher"]
    assert SCHEMA + "parentOrganization" not in publisher
