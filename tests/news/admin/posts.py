"""What the press office's forms send, and who sends it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from govpage.news.models import NewsRelease

LIST = "/admin/govpage_news/newsrelease/"

ATTACHMENTS = {
    "attachments-TOTAL_FORMS": "0",
    "attachments-INITIAL_FORMS": "0",
    "attachments-MIN_NUM_FORMS": "0",
    "attachments-MAX_NUM_FORMS": "1000",
}


def fields(**said: Any) -> dict[str, Any]:
    """Return what the form of a new release sends; every field can be said."""
    plain = {
        "title": "Ports",
        "kind": "statement",
        "language": "en",
        "body": "<p>a</p>",
        "release_date": "2026-05-02",
        "archive_date_known": "on",
    }
    return {**ATTACHMENTS, **plain, **said}


def sent(release: NewsRelease, **said: Any) -> dict[str, Any]:
    """Return what the form of a release sends when nothing but what is said was changed."""
    published = release.publish_at
    moment = {"publish_at_0": f"{published:%Y-%m-%d}", "publish_at_1": f"{published:%H:%M:%S}"} if published else {}
    same = {
        "title": release.title,
        "kind": release.kind,
        "slug": release.slug,
        "body": release.body,
        "release_date": f"{release.release_date or ''}",
        "opened": release.revision,
    }
    return fields(**{**same, **moment, **said})


def change_page(release: NewsRelease) -> str:
    return reverse("admin:govpage_news_newsrelease_change", args=[release.pk])


def page(release: NewsRelease, name: str) -> str:
    """Return the address of one of the other pages of a release."""
    return reverse(f"admin:govpage_news_newsrelease_{name}", args=[release.pk])


def somebody(*codenames: str) -> Client:
    """Return the browser of staff who may do only this to releases."""
    user = User.objects.create(username="writer", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=[f"{name}_newsrelease" for name in codenames]))
    client = Client()
    client.force_login(user)
    return client


def texts(client: Client, address: str, **query: Any) -> str:
    """Return the HTML at an address, which is there."""
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()
