from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from govpage.news.models import NewsRelease
from tests.news.factories import make

LIST = "/admin/govpage_news/newsrelease/"


def test_the_list_shows_the_state(admin_client: Client) -> None:
    make()
    assert '<td class="field-shown_state">Live</td>' in admin_client.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("state", "shown"),
    [("live", ["Live one"]), ("archived", ["Archived one"]), ("nothing", ["Archived one", "Live one"])],
)
def test_the_list_is_filtered_by_state(admin_client: Client, state: str, shown: list[str]) -> None:
    make(title="Live one")
    make(title="Archived one", archive_at=timezone.now())
    page = admin_client.get(LIST, {"state": state}).content.decode()
    assert [title for title in ("Archived one", "Live one") if f">{title}</a>" in page] == shown


def test_a_release_is_written_and_cleaned(admin_client: Client) -> None:
    fields: dict[str, Any] = {
        "title": "Ports",
        "kind": "statement",
        "language": "en",
        "body": "<p>a</p><script>x</script>",
        "release_date": "2026-05-02",
        "contacts": "[]",
        "breadcrumb": "[]",
        "archive_date_known": "on",
    }
    admin_client.post(f"{LIST}add/", fields)
    release = NewsRelease.objects.get()
    assert (release.body, release.address) == ("<p>a</p>", "2026/05/02/ports")


def test_a_release_leads_to_its_page(admin_client: Client) -> None:
    release = make()
    page = admin_client.get(f"{LIST}{release.pk}/change/").content.decode()
    assert f'href="{release.get_absolute_url()}" class="viewsitelink"' in page
