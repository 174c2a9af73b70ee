from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin import site
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from govpage.news import editing
from govpage.news.admin import forms
from govpage.news.admin.forms import ReleaseForm
from govpage.news.admin.releases import NewsReleaseAdmin
from govpage.news.content import Finding, Severity
from govpage.news.editing import refuse_taken
from govpage.news.models import Attachment, FormerAddress, NewsRelease, Revision
from govpage.news.permissions import Act, may
from tests.news.admin.posts import LIST, change_page, fields, page, sent, somebody, texts
from tests.news.factories import make


def errors(client: Client, address: str, data: dict[str, Any]) -> dict[str, list[str]]:
    """Return what the form says is wrong, by field."""
    return dict(client.post(address, data).context["adminform"].form.errors)


def test_the_list_shows_the_state(admin_client: Client) -> None:
    make()
    assert '<td class="field-shown_state">Live</td>' in texts(admin_client, LIST)


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ("live", ["Live one"]),
        ("archived", ["Archived one"]),
        ("deleted", ["Deleted one"]),
        ("nothing", ["Archived one", "Live one"]),
    ],
)
def test_the_list_is_filtered_by_state(admin_client: Client, state: str, shown: list[str]) -> None:
    make(title="Live one")
    make(title="Archived one", archive_at=timezone.now())
    make(title="Deleted one", deleted_at=timezone.now())
    html = texts(admin_client, LIST, state=state)
    titles = ("Archived one", "Deleted one", "Live one")
    assert [title for title in titles if f">{title}</a>" in html] == shown


def test_the_list_asks_little(
    admin_client: Client, admin_user: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    NewsRelease.objects.bulk_create(
        NewsRelease(title=f"Port {number}", address=f"a/{number}", slug=f"p{number}", owner=admin_user, body="")
        for number in range(60)
    )
    with django_assert_max_num_queries(10):
        texts(admin_client, LIST)


def test_a_release_is_written_and_cleaned(admin_client: Client, admin_user: User) -> None:
    data = fields(body="<p>a</p><script>x</script>", revision_note="Ready")
    admin_client.post(f"{LIST}add/", data)
    release = NewsRelease.objects.get()
    kept = Revision.objects.get()
    assert (release.body, release.address) == ("<p>a</p>", "2026/05/02/ports")
    assert (kept.number, kept.saved_by, kept.note, release.revision) == (1, admin_user, "Ready", 1)


def test_a_release_leads_to_its_page(admin_client: Client) -> None:
    release = make()
    assert f'href="{release.get_absolute_url()}" class="viewsitelink"' in texts(admin_client, change_page(release))


def test_the_second_of_two_editors_overwrites_nothing(admin_client: Client, admin_user: User) -> None:
    release = make()
    late = sent(release, title="Late")
    editing.change(release, admin_user, "", title="Early")
    found = errors(admin_client, change_page(release), late)
    release.refresh_from_db()
    assert ("Changed by staff at" in found["__all__"][0], release.title) == (True, "Early")
    link = f'<a href="{page(release, "compare")}?old=0&amp;new=1" target="_blank">'
    assert link in admin_client.post(change_page(release), late).content.decode()


def test_an_editor_who_is_late_by_a_moment_overwrites_nothing(
    admin_client: Client, admin_user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = make()
    late = sent(release, title="Late")
    editing.change(release, admin_user, "", title="Early")
    # As if the other one saved between the check of the form and the saving.
    answers = iter((0, 1, 1))
    monkeypatch.setattr(ReleaseForm, "_stored_revision", lambda _form: next(answers))
    found = errors(admin_client, change_page(release), late)
    release.refresh_from_db()
    assert ("Changed by staff at" in found["__all__"][0], release.title) == (True, "Early")


@pytest.mark.parametrize("new", [True, False], ids=["new", "moved"])
def test_an_address_that_is_taken_in_that_very_moment_is_refused(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch, new: bool
) -> None:
    make(slug="ports", title="First")
    second = make(slug="other", title="Second")
    answers = iter((lambda *_said: None, refuse_taken))
    # As if the other one was saved between the check of the form and the saving.
    monkeypatch.setattr(forms, "refuse_taken", lambda *said: next(answers)(*said))
    monkeypatch.setattr(NewsRelease, "_clean_address", lambda _release: None)
    where, data = (f"{LIST}add/", fields()) if new else (change_page(second), sent(second, title="x", slug="ports"))
    assert list(errors(admin_client, where, data)) == ["slug"]
    assert sorted(NewsRelease.objects.values_list("title", flat=True)) == ["First", "Second"]


def test_what_nobody_kept_is_not_compared(admin_client: Client) -> None:
    release = make(revision=3)
    late = sent(release) | {"opened": "2"}
    assert "target=" not in errors(admin_client, change_page(release), late)["__all__"][0]


def test_a_release_is_not_related_to_itself(admin_client: Client) -> None:
    release = make()
    assert list(errors(admin_client, change_page(release), sent(release, related=f"{release.pk}"))) == ["related"]


def test_an_address_that_was_read_until_now_leads_on(admin_client: Client) -> None:
    release = make()
    coming = {"publish_at_0": "2099-01-01", "publish_at_1": "10:00:00"}
    admin_client.post(change_page(release), sent(release, slug="harbors", **coming))
    assert FormerAddress.objects.get().address == "2026/05/02/harbor-inspections-for-2026"


def test_a_form_without_the_revision_is_refused(admin_client: Client) -> None:
    release = make()
    assert "__all__" in errors(admin_client, change_page(release), sent(release) | {"opened": ""})


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"quotes-0-text": "We open.", "quotes-0-speaker": "A spokesperson"}, {"quotes": 1}),
        ({"quick_facts-0-label": "Ports", "quick_facts-0-text": "9", "quick_facts-1-label": ""}, {"quick_facts": 1}),
        (
            {"contacts-0-name": "", "contacts-1-name": "Press office", "contacts-1-email": "press@harbor.example.gov"},
            {"contacts": 1},
        ),
        ({"change_notes-0-on": "2026-05-03", "change_notes-0-note": "Corrected."}, {"change_notes": 1}),
        ({"breadcrumb": "Home\n\n News "}, {"breadcrumb": 2}),
    ],
    ids=["quotes", "facts", "contacts", "notes", "breadcrumb"],
)
def test_rows_are_kept_without_empty_ones(admin_client: Client, said: dict[str, str], kept: dict[str, int]) -> None:
    admin_client.post(f"{LIST}add/", fields(**said))
    release = NewsRelease.objects.get()
    assert {name: len(getattr(release, name)) for name in kept} == kept


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("change_notes", {"change_notes-0-on": "3 May", "change_notes-0-note": "x"}),
        ("change_notes", {"change_notes-0-on": "", "change_notes-0-note": "x"}),
        ("contacts", {"contacts-0-name": "", "contacts-0-email": "nobody"}),
        ("contacts", {f"contacts-{number}-name": "a" for number in range(120)}),
        ("image_alt", {"image": SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n")}),
        ("change_note", {"change_note": "Nobody saw it"}),
    ],
    ids=["day", "no-day", "email", "many", "alternative", "note"],
)
def test_an_error_stands_at_its_field(admin_client: Client, name: str, said: dict[str, Any]) -> None:
    assert list(errors(admin_client, f"{LIST}add/", fields(**said))) == [name]


def test_rows_are_shown_as_labelled_boxes(admin_client: Client) -> None:
    release = make(quotes=[{"text": 'a "<b>', "speaker": "A spokesperson"}])
    html = texts(admin_client, change_page(release))
    assert '<label for="id_quotes-0-speaker">Speaker</label>' in html
    assert ">a &quot;&lt;b&gt;</textarea>" in html


def test_a_new_slug_leads_on_from_the_old_address(admin_client: Client) -> None:
    release = make()
    admin_client.post(change_page(release), sent(release) | {"slug": "harbors"})
    release.refresh_from_db()
    assert (release.address, FormerAddress.objects.get().address) == (
        "2026/05/02/harbors",
        "2026/05/02/harbor-inspections-for-2026",
    )


def test_the_day_of_a_draft_moves_it(admin_client: Client) -> None:
    release = make(publish_at=None)
    admin_client.post(change_page(release), sent(release) | {"release_date": "2026-05-09", "slug": release.slug})
    release.refresh_from_db()
    assert (release.address[:10], FormerAddress.objects.count()) == ("2026/05/09", 0)


def test_an_address_that_leads_elsewhere_is_refused(admin_client: Client) -> None:
    FormerAddress.objects.create(address="2026/05/02/ports", release=make())
    assert list(errors(admin_client, f"{LIST}add/", fields())) == ["slug"]


def test_an_address_that_is_taken_is_refused(admin_client: Client) -> None:
    make(slug="ports")
    release = make(slug="other")
    assert list(errors(admin_client, change_page(release), sent(release) | {"slug": "ports"})) == ["slug"]


def test_a_change_is_noted_for_readers(admin_client: Client) -> None:
    release = make()
    admin_client.post(change_page(release), sent(release, change_note="Number corrected."))
    release.refresh_from_db()
    assert (release.change_notes[0]["note"], bool(release.updated_at)) == ("Number corrected.", True)


def test_who_may_not_publish_reads_the_moment_only(db: None) -> None:
    client = somebody("view", "change")
    release = make(publish_at=None)
    client.post(change_page(release), sent(release, publish_at_0="2026-01-01", publish_at_1="10:00:00"))
    release.refresh_from_db()
    assert (release.publish_at, release.revision) == (None, 1)


def test_who_may_publish_publishes(db: None) -> None:
    client = somebody("view", "change", "publish")
    release = make(publish_at=None)
    client.post(change_page(release), sent(release, publish_at_0="2026-01-01", publish_at_1="10:00:00"))
    release.refresh_from_db()
    assert release.publish_at is not None


def test_findings_are_kept_and_shown_beside_the_field(admin_client: Client) -> None:
    release = make()
    admin_client.post(change_page(release), sent(release) | {"body": '<p><a href="/">click here</a></p>'})
    html = texts(admin_client, change_page(release))
    kept = Revision.objects.get(number=1).findings
    beside = html.partition('class="form-row field-body"')[2].partition('class="form-row')[0]
    assert ("link-vague" in str(kept), "“click here” says nothing alone" in beside) == (True, True)
    assert html.count("What the checks found") == 1


def test_a_table_that_was_typed_is_not_lost_in_silence(admin_client: Client) -> None:
    admin_client.post(f"{LIST}add/", fields(body="<h4>Deep</h4><table><tr><td>a</td></tr></table>"))
    html = texts(admin_client, change_page(NewsRelease.objects.get()))
    kept = {finding["check"] for finding in Revision.objects.get().findings if finding["field"] == "body"}
    assert kept == {"markup-left-out", "heading-skipped", "table-without-headers"}
    assert html.count("Of “h4, table” only the words are kept") == 2


@pytest.mark.parametrize(("block", "published"), [(True, False), (False, True)])
def test_errors_block_publication_by_setting(admin_client: Client, block: bool, published: bool) -> None:
    release = make(publish_at=None)
    data = sent(release, publish_at_0="2026-01-01", publish_at_1="10:00:00")
    data |= {"body": '<h3>Skipped</h3><p><a href="/">here</a></p>'}
    with override_settings(GOVPAGE_NEWS={"block_publication": block}):
        admin_client.post(change_page(release), data)
    release.refresh_from_db()
    assert (bool(release.publish_at), Revision.objects.count() > 0) == (published, published)


def test_a_file_is_uploaded(admin_client: Client, tmp_path: Any) -> None:
    data = fields() | {
        "attachments-TOTAL_FORMS": "1",
        "attachments-0-title": "Map",
        "attachments-0-order": "0",
        "attachments-0-file": SimpleUploadedFile("map.pdf", b"%PDF-1.7"),
    }
    with override_settings(MEDIA_ROOT=tmp_path):
        admin_client.post(f"{LIST}add/", data)
        html = texts(admin_client, change_page(NewsRelease.objects.get()))
    assert (Attachment.objects.get().size, "PDF, 8\xa0bytes" in html) == (8, True)


def test_nothing_is_deleted_otherwise(admin_user: User, rf: RequestFactory) -> None:
    with pytest.raises(PermissionDenied):
        NewsReleaseAdmin(NewsRelease, site).delete_model(rf.get("/"), make())


def test_a_language_of_the_past_is_kept(admin_client: Client) -> None:
    html = texts(admin_client, change_page(make(language="tlh")))
    assert '<option value="tlh" selected>tlh</option>' in html


@pytest.mark.parametrize(
    ("action", "said", "field"),
    [
        ("publish_now", {"publish_at": None}, "publish_at"),
        ("archive_now", {}, "archive_at"),
        ("send_to_review", {"publish_at": None}, "in_review"),
        ("publish_now", {"publish_at": timezone.now() + timedelta(days=30), "embargoed": True}, "publish_at"),
    ],
)
def test_several_are_changed_at_once(admin_client: Client, action: str, said: dict[str, Any], field: str) -> None:
    release = make(**said)
    admin_client.post(LIST, {"action": action, "_selected_action": [release.pk]})
    release.refresh_from_db()
    assert (bool(getattr(release, field)), release.revision, Revision.objects.count()) == (True, 1, 2)


def test_deleted_ones_are_brought_back(admin_client: Client) -> None:
    release = make(deleted_at=timezone.now())
    admin_client.post(f"{LIST}?state=deleted", {"action": "bring_back", "_selected_action": [release.pk]})
    release.refresh_from_db()
    assert release.deleted_at is None


@pytest.mark.parametrize("action", ["publish_now", "archive_now", "bring_back", "delete_selected"])
def test_an_action_needs_its_permission(db: None, action: str) -> None:
    release = make()
    somebody("view", "change").post(LIST, {"action": action, "_selected_action": [release.pk]})
    release.refresh_from_db()
    assert (release.revision, release.archive_at) == (0, None)


def test_what_was_not_changed_is_named(admin_client: Client) -> None:
    keys = [make(title=f"Port {number}").pk for number in range(12)]
    data = {"action": "publish_now", "_selected_action": keys}
    html = admin_client.post(LIST, data, follow=True).content.decode()
    assert ("not in one of these states" in html, "(+2)" in html) == (True, True)


def test_what_is_blocked_is_named(admin_client: Client) -> None:
    release = make(publish_at=None, body='<h3>Skipped</h3><p><a href="/">here</a></p>')
    with override_settings(GOVPAGE_NEWS={"block_publication": True}):
        data = {"action": "publish_now", "_selected_action": [release.pk]}
        html = admin_client.post(LIST, data, follow=True).content.decode()
    assert "Refused:" in html


def test_a_finding_without_a_field_of_its_own_is_in_the_summary(admin_client: Client) -> None:
    finding = Finding("file-name", Severity.ADVICE, "attachments", "Say <b> what the file is.")
    release = make()
    editing.change(release, None, "", findings=[finding])
    assert texts(admin_client, change_page(release)).count("Say &lt;b&gt; what the file is.") == 1


@pytest.mark.parametrize(
    ("said", "saved"),
    [
        ({}, False),
        ({"publish_at_0": "2099-01-01"}, False),
        ({"archive_at_0": "2026-05-10", "archive_at_1": "10:00:00"}, True),
        ({"withdraw_at_0": "2026-05-10", "withdraw_at_1": "10:00:00"}, True),
    ],
    ids=["live", "scheduled", "archived", "withdrawn"],
)
def test_what_is_public_or_will_be_is_not_saved_with_errors(
    admin_client: Client, said: dict[str, str], saved: bool
) -> None:
    release = make(body='<p><a href="/nowhere/">Ports of the harbor</a></p>')
    with override_settings(GOVPAGE_NEWS={"block_publication": True}):
        answer = admin_client.post(change_page(release), sent(release, **said))
    assert (answer.status_code == 302, Revision.objects.exists()) == (saved, saved)


def test_anybody_without_permissions_may_nothing() -> None:
    assert may(AnonymousUser(), Act.PUBLISH) is False


def test_former_addresses_are_named(admin_client: Client) -> None:
    release = make()
    FormerAddress.objects.create(address="2020/01/01/before", release=release)
    html = texts(admin_client, change_page(release))
    assert ("2020/01/01/before" in html, release.get_absolute_url() in html) == (True, True)


@pytest.mark.parametrize(("codename", "shown"), [("add", True), ("view", False)])
def test_who_writes_a_release_adds_its_files(db: None, codename: str, shown: bool) -> None:
    client, release = somebody("view", codename, "change" if shown else "view"), make()
    assert ('name="attachments-0-file"' in texts(client, change_page(release))) == shown


def test_a_new_release_is_of_today(admin_client: Client) -> None:
    assert f'value="{localdate():%Y-%m-%d}"' in texts(admin_client, f"{LIST}add/")
