"""The log of what staff do, and tags."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from govpage.feedback.audit import record
from govpage.feedback.models import AuditEvent, Tag
from tests.feedback.team.tallies import client_of, reader, section, texts

EVENTS = "/admin/govpage_feedback/auditevent/"


def test_event_has_actor_action_and_details(db: None) -> None:
    event = record(User(username="m.rivera"), "export", what="comments", count=3)
    assert (event.actor, event.action, event.details) == ("m.rivera", "export", {"what": "comments", "count": 3})


def test_long_name_is_cut(db: None) -> None:
    assert record("n" * 300, "export").actor == "n" * 150


@pytest.mark.parametrize(
    ("permissions", "found"),
    [pytest.param(("all_sections",), {"a-one", "a-two"}, id="all"), pytest.param((), {"a-one"}, id="own")],
)
def test_owner_sees_what_the_owner_did(permissions: tuple[str, ...], found: set[str], db: None) -> None:
    user = reader("view_auditevent", *permissions)
    section("News", "/news/", user)
    record(user, "a-one")
    record("somebody", "a-two")
    page = texts(client_of(user), EVENTS)
    assert {name for name in ("a-one", "a-two") if f">{name}<" in page} == found


@pytest.mark.parametrize("place", ["add/", "{}/delete/"])
def test_nobody_writes_or_deletes_the_log(place: str, admin_client: object, db: None) -> None:
    event = record("x", "export")
    assert admin_client.post(EVENTS + place.format(event.pk), {"post": "yes"}).status_code == 403  # type: ignore[attr-defined]
    assert AuditEvent.objects.count() == 1


def test_long_details_are_cut_where_they_are_shown(db: None) -> None:
    user = reader("view_auditevent", "all_sections")
    record(user, "vote.release", votes=list(range(1000)))
    page = texts(client_of(user), EVENTS)
    assert ("0, 1, 2" in page, "…" in page, "998, 999" in page) == (True, True, False)


def test_tags_are_kept_in_the_admin(db: None) -> None:
    client = client_of(reader("add_tag", "view_tag"))
    client.post("/admin/govpage_feedback/tag/add/", {"name": "tables"})
    assert Tag.objects.get().name == "tables"
    assert "tables" in texts(client, "/admin/govpage_feedback/tag/")
