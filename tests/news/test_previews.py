from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from govpage.news.models import NewsRelease
from govpage.news.previews import preview_key
from tests.news.factories import NOW, make

pytestmark = pytest.mark.django_db


def address(release: NewsRelease) -> str:
    return reverse("govpage_news:preview", args=[preview_key(release)])


def html(client: Client, release: NewsRelease, **query: str) -> str:
    response = client.get(address(release), query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    "said",
    [
        {"publish_at": None},
        {"publish_at": None, "in_review": True},
        {"publish_at": timezone.now() + timedelta(days=1)},
        {},
        {"archive_at": NOW},
    ],
    ids=["draft", "review", "scheduled", "live", "archived"],
)
def test_a_release_is_shown_in_any_state(client: Client, said: dict[str, Any]) -> None:
    page = html(client, make(**said))
    assert ("Every port was inspected." in page, "This is a preview." in page) == (True, True)


def test_a_preview_is_found_by_nobody_and_kept_by_nothing(client: Client) -> None:
    headers = client.get(address(make())).headers
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in headers


def test_a_preview_asks_for_no_feedback(client: Client) -> None:
    assert "gov-feedback" not in html(client, make())


def test_an_embargo_is_named(client: Client) -> None:
    release = make(publish_at=timezone.now() + timedelta(days=1), embargoed=True)
    assert "Under embargo until" in html(client, release)


@pytest.mark.parametrize("said", [{}, {"archive_at": NOW}], ids=["live", "archived"])
def test_it_is_shown_as_if_archived(client: Client, said: dict[str, Any]) -> None:
    assert "gov-archive-notice" in html(client, make(**said), **{"as": "archived"})


def test_it_is_shown_as_if_withdrawn(client: Client) -> None:
    page = html(client, make(withdrawal_reason="It was wrong."), **{"as": "withdrawn"})
    assert ("It was wrong." in page, "This is a preview." in page, "Every port" in page) == (True, True, False)


@pytest.mark.parametrize("state", ["deleted", "nothing"])
def test_a_state_that_has_no_page(client: Client, state: str) -> None:
    assert client.get(address(make()), {"as": state}).status_code == 404


def test_a_deleted_release_has_none(client: Client) -> None:
    assert client.get(address(make(deleted_at=timezone.now()))).status_code == 404


@pytest.mark.parametrize("key", ["1", "1:a:b", "x", "1:1vbBXx:"])
def test_a_key_that_is_not_ours_opens_nothing(client: Client, key: str) -> None:
    assert client.get(reverse("govpage_news:preview", args=[key])).status_code == 404


def test_a_key_of_another_release_opens_nothing(client: Client) -> None:
    release = make()
    assert client.get(address(release).replace(f"/{release.pk}:", f"/{release.pk + 1}:")).status_code == 404


def test_an_old_key_opens_nothing(client: Client) -> None:
    with mock.patch("django.core.signing.time.time", return_value=timezone.now().timestamp() - 86400 * 14 - 60):
        link = address(make())
    assert client.get(link).status_code == 404


def test_how_long_a_key_opens_is_a_setting(client: Client) -> None:
    with mock.patch("django.core.signing.time.time", return_value=timezone.now().timestamp() - 86400 * 20):
        link = address(make())
    with override_settings(GOVPAGE_NEWS={"preview_days": 30}):
        assert client.get(link).status_code == 200


def test_a_key_of_another_site_opens_nothing(client: Client) -> None:
    with override_settings(GOVPAGE={**settings.GOVPAGE, "domain": "other.example.gov"}):
        link = address(make())
    assert client.get(link).status_code == 404


def test_markup_in_a_title_is_text(client: Client) -> None:
    assert "<b>x" not in html(client, make(title="<b>x"))


@pytest.mark.parametrize("said", ["canonical", "application/ld+json", "og:", 'hreflang="'])
def test_a_preview_says_nothing_to_machines(client: Client, said: str) -> None:
    assert said not in html(client, make())
