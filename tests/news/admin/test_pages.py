from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.test import Client, override_settings
from django.utils import timezone
from django.utils.timezone import localdate

from govpage.news import editing
from govpage.news.models import NewsRelease, Revision
from tests.news.admin.pages import ADMIN_PAGES, written
from tests.news.admin.posts import LIST, change_page, page, somebody, texts
from tests.news.factories import make

INLINE = re.compile(r"<script(?![^>]* src=)(?![^>]*type=\"application/json\")|<style|<[^>]+ style=|<[^>]+ on[a-z]+=")


@pytest.mark.parametrize(("name", "address"), [pytest.param(*each, id=each[0]) for each in ADMIN_PAGES])
def test_every_page_obeys_the_policy(
    admin_client: Client, admin_user: User, name: str, address: Callable[[NewsRelease], str]
) -> None:
    html = texts(admin_client, address(written(admin_user, review_by=localdate())))
    assert INLINE.findall(html) == []


@pytest.mark.parametrize("name", ["revisions", "compare", "restore", "preview", "delete", "undelete", "change"])
def test_no_page_of_a_release_is_for_everybody(db: None, name: str) -> None:
    assert somebody().get(page(make(), name)).status_code == 403


@pytest.mark.parametrize("address", [f"{LIST}due/", "/admin/govpage_news/archiverule/preview/"])
def test_no_list_is_for_everybody(db: None, address: str) -> None:
    assert somebody().get(address).status_code == 403


def test_revisions_say_who_and_when(admin_client: Client, admin_user: User) -> None:
    html = texts(admin_client, page(written(admin_user), "revisions"))
    assert ("Second." in html, html.count("<td>staff</td>"), "This is the newest." in html) == (True, 2, True)


def test_a_release_without_revisions_says_so(admin_client: Client) -> None:
    assert "There are no revisions yet" in texts(admin_client, page(make(), "revisions"))


def test_revisions_come_in_pages(admin_client: Client, admin_user: User) -> None:
    release = make()
    Revision.objects.bulk_create(Revision(release=release, number=number) for number in range(101))
    html = texts(admin_client, page(release, "revisions"), page=2)
    assert ("?page=1" in html, "?page=3" in html, "Page 2 of 3" in html) == (True, True, True)


def test_a_reader_of_revisions_restores_none(db: None) -> None:
    release = written(None)
    client = somebody("view")
    seen = "Restore revision" in texts(client, page(release, "revisions"))
    status = client.post(page(release, "restore"), {"revision": 1, "opened": 2}).status_code
    assert (seen, status) == (False, 403)


def test_two_revisions_stand_side_by_side(admin_client: Client, admin_user: User) -> None:
    html = texts(admin_client, page(written(admin_user), "compare"), old=0, new=2)
    assert ("<del>inspected.</del>" in html, "<ins>closed.</ins>" in html) == (True, True)


def test_markup_in_a_revision_is_text(admin_client: Client, admin_user: User) -> None:
    html = texts(admin_client, page(written(admin_user), "compare"), old=1, new=2)
    assert ("<b>open" in html, "&lt;b&gt;open" in html) == (False, True)


def test_the_same_revision_does_not_differ(admin_client: Client, admin_user: User) -> None:
    assert "These revisions are the same." in texts(admin_client, page(written(admin_user), "compare"), old=1, new=1)


@pytest.mark.parametrize("old", ["9", "x", "", "²", "9" * 30])
def test_a_revision_that_is_not_there(admin_client: Client, admin_user: User, old: str) -> None:
    address = page(written(admin_user), "compare")
    assert admin_client.get(f"{address}?old={quote(old)}&new=1").status_code == 404


def test_a_change_of_files_is_named(admin_client: Client, admin_user: User) -> None:
    release = written(admin_user)
    Revision.objects.filter(number=1).update(content={"attachments": [{"title": "Map"}], "unknown": 1})
    html = texts(admin_client, page(release, "compare"), old=1, new=2)
    assert ("Attachments</h2>" in html, "Unknown</h2>" in html) == (True, True)


def test_a_revision_is_restored(admin_client: Client, admin_user: User) -> None:
    release = written(admin_user)
    admin_client.post(page(release, "restore"), {"revision": 0, "opened": 2})
    release.refresh_from_db()
    assert (release.title, release.revision) == ("Harbor inspections for 2026", 3)


def test_a_text_with_errors_is_not_restored_where_they_block(admin_client: Client) -> None:
    release = make(body="<h3>Skipped</h3>")
    editing.change(release, None, "", body="<p>Open.</p>")
    with override_settings(GOVPAGE_NEWS={"block_publication": True}):
        answer = admin_client.post(page(release, "restore"), {"revision": 0, "opened": 1}, follow=True)
    release.refresh_from_db()
    assert ("is a heading of level 3" in answer.content.decode(), release.body) == (True, "<p>Open.</p>")


def test_a_text_that_fits_no_more_is_not_restored(admin_client: Client) -> None:
    original = make(title="Original")
    release = make(translation_of=original, language="es")
    editing.change(release, None, "", translation_of=None)
    editing.change(original, None, "", translation_of=release)
    answer = admin_client.post(page(release, "restore"), {"revision": 0, "opened": 1}, follow=True)
    release.refresh_from_db()
    assert ("Name the original" in answer.content.decode(), release.translation_of) == (True, None)


@pytest.mark.parametrize("opened", ["1", "x"])
def test_nothing_is_restored_over_a_newer_one(admin_client: Client, admin_user: User, opened: str) -> None:
    release = written(admin_user)
    answer = admin_client.post(page(release, "restore"), {"revision": 0, "opened": opened}, follow=True)
    release.refresh_from_db()
    assert ("since you opened it" in answer.content.decode(), release.revision) == (True, 2)


@pytest.mark.parametrize("name", ["restore", "undelete"])
def test_what_changes_something_is_posted(admin_client: Client, name: str) -> None:
    assert admin_client.get(page(make(), name)).status_code == 405


def test_the_preview_has_a_link_for_each_state(admin_client: Client) -> None:
    html = texts(admin_client, page(make(), "preview"))
    assert (html.count("/news/preview/"), "as=deleted" in html) == (11, False)


def test_a_deleted_release_has_no_preview(admin_client: Client) -> None:
    assert admin_client.get(page(make(deleted_at=timezone.now()), "preview")).status_code == 404


def test_deletion_asks_for_the_disposition(admin_client: Client) -> None:
    release = make()
    html = admin_client.post(page(release, "delete"), {"disposition": " "}).content.decode()
    release.refresh_from_db()
    assert ("This field is required." in html, release.deleted_at) == (True, None)


def test_deletion_is_soft(admin_client: Client) -> None:
    release = make()
    admin_client.post(page(release, "delete"), {"disposition": "Kept three years"})
    release.refresh_from_db()
    public = admin_client.get(release.get_absolute_url()).status_code
    assert (bool(release.deleted_at), release.disposition, public) == (True, "Kept three years", 404)


def test_deletion_needs_its_permission(db: None) -> None:
    assert somebody("view", "change", "delete").get(page(make(), "delete")).status_code == 403


def test_nothing_of_another_name_is_deleted(admin_client: Client) -> None:
    assert admin_client.get(f"{LIST}x/delete/").status_code == 404


def test_a_deleted_release_is_read_only_and_comes_back(admin_client: Client) -> None:
    release = make(deleted_at=timezone.now(), disposition="Kept three years")
    html = texts(admin_client, change_page(release))
    admin_client.post(page(release, "undelete"))
    release.refresh_from_db()
    assert ("Kept three years" in html, 'name="_save"' in html, release.deleted_at) == (True, False, None)


def test_bringing_back_needs_its_permission(db: None) -> None:
    release = make(deleted_at=timezone.now())
    assert somebody("view", "change").post(page(release, "undelete")).status_code == 403


def test_what_is_due_is_listed_with_its_owner(admin_client: Client, admin_user: User) -> None:
    make(review_by=localdate() - timedelta(days=1), owner=admin_user)
    html = texts(admin_client, f"{LIST}due/")
    assert ("(overdue)" in html, "<td>Live</td><td>staff</td>" in html) == (True, True)


@pytest.mark.parametrize(
    "said", [{"review_by": localdate() + timedelta(days=31)}, {"review_by": None}], ids=["later", "never"]
)
def test_what_is_not_due_is_not_listed(admin_client: Client, said: dict[str, object]) -> None:
    make(**said)
    assert "Nothing is due for review." in texts(admin_client, f"{LIST}due/")


def test_pages_of_the_admin_are_kept_by_no_cache(admin_client: Client) -> None:
    assert "no-store" in admin_client.get(f"{LIST}due/").headers["Cache-Control"]
