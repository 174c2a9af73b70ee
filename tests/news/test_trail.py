from __future__ import annotations

from typing import Any

import pytest
from django.utils.translation import override

from govpage.links import Link
from govpage.news.models import NewsRelease, Section
from govpage.news.trail import release_trail
from tests.news.factories import NOW, PAST, make

pytestmark = pytest.mark.django_db


def trail(**fields: Any) -> list[tuple[str, str]]:
    make(title="Ports", **fields)
    links: tuple[Link, ...] = release_trail(NewsRelease.objects.with_state(NOW).get())
    return [(link.label, link.href) for link in links]


def test_a_live_release_is_below_the_news() -> None:
    assert trail() == [("Home", "/"), ("News", "/news/"), ("Ports", "")]


def test_an_archived_release_is_below_the_archive() -> None:
    assert trail(archive_at=PAST) == [
        ("Home", "/"),
        ("News", "/news/"),
        ("News Archive", "/news/archive/"),
        ("Ports", ""),
    ]


def test_sections_stand_above_their_releases() -> None:
    news = Section.objects.create(label="News", address="/news/")
    storms = Section.objects.create(label="Storms", address="/storms/", parent=news)
    assert trail(section=storms) == [("Home", "/"), ("News", "/news/"), ("Storms", "/storms/"), ("Ports", "")]


def test_labels_lead_where_the_settings_say(settings: Any) -> None:
    settings.GOVPAGE_NEWS = {"crumbs": {"About Us": "/about/"}}
    labels = ["Home", "About Us", "Site Links", "Archived", "News Archive", "Ports"]
    assert trail(archive_at=PAST, breadcrumb=labels) == [
        ("Home", "/"),
        ("About Us", "/about/"),
        ("Site Links", ""),
        ("Archived", ""),
        ("News Archive", "/news/archive/"),
        ("Ports", ""),
    ]


def test_an_archived_release_with_a_trail_of_its_own_gets_the_archive() -> None:
    assert trail(archive_at=PAST, breadcrumb=["Home", "News", "Ports"])[2] == ("News Archive", "/news/archive/")


def test_a_label_that_stands_twice_is_shown_once() -> None:
    assert trail(breadcrumb=["Home", "News", "News"]) == [("Home", "/"), ("News", "/news/"), ("Ports", "")]


def test_the_newsroom_s_own_crumbs_need_no_setting(settings: Any) -> None:
    settings.GOVPAGE_NEWS = {}
    with override("es"):
        assert trail(language="es", breadcrumb=["Inicio", "Noticias", "Otra"])[:3] == [
            ("Inicio", "/"),
            ("Noticias", "/news/"),
            ("Otra", ""),
        ]
