from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import override_settings
from django.utils import timezone

from govpage.news import editing
from govpage.news.content import BlockedError, Finding, Severity
from govpage.news.lifecycle import State
from govpage.news.models import Attachment, FormerAddress, NewsRelease, Office, Revision, Topic
from tests.news.factories import NOW, make

pytestmark = pytest.mark.django_db


def state(release: NewsRelease) -> str:
    return NewsRelease.objects.with_state().get(pk=release.pk).state


def test_a_claim_counts_on() -> None:
    release = make(revision=4)
    assert (editing.claim(release, 4), NewsRelease.objects.get().revision) == (5, 5)


def test_a_claim_of_an_older_revision_names_who_was_quicker(admin_user: User) -> None:
    release = make()
    editing.change(release, admin_user, "")
    with pytest.raises(editing.EditedSinceError, match=r"Changed by staff at \d{4}-.* since you opened it"):
        editing.claim(release, 0)


def test_who_was_quicker_may_be_unknown() -> None:
    release = make(revision=2)
    with pytest.raises(editing.EditedSinceError, match=r"Changed by somebody at \? since"):
        editing.claim(release, 1)


def test_what_nobody_wrote_here_is_kept_before_its_first_change() -> None:
    release = make()
    editing.change(release, None, "", title="New")
    first = Revision.objects.get(number=0)
    assert (first.content["title"], first.saved_by) == ("Harbor inspections for 2026", None)


def test_a_revision_keeps_findings(admin_user: User) -> None:
    finding = Finding("title-length", Severity.WARNING, "title", "Too short.")
    kept = editing.change(make(), admin_user, "n" * 400, findings=[finding])
    assert (kept.findings[0]["check"], len(kept.note)) == ("title-length", 300)


def test_whatever_is_done_the_findings_stay() -> None:
    release = make(body="<h3>Skipped</h3><p>Open.</p>")
    kept = [editing.archive(release, None), editing.delete(release, None, "Kept.")]
    assert [[finding["check"] for finding in each.findings if finding["severity"] == "error"] for each in kept] == [
        ["heading-skipped"],
        ["heading-skipped"],
    ]


@pytest.mark.parametrize(
    ("said", "block", "refused"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"publish_at": timezone.now() + timedelta(days=1)}, True, True),
        ({"publish_at": None}, True, False),
        ({"archive_at": NOW}, True, False),
    ],
    ids=["live", "not-blocked", "scheduled", "draft", "archived"],
)
def test_errors_do_not_come_back_with_an_earlier_text(said: dict[str, Any], block: bool, refused: bool) -> None:
    release = make(body="<h3>Skipped</h3>", **said)
    editing.change(release, None, "", body="<p>Open.</p>")
    raises = pytest.raises(BlockedError, match="“Skipped” is a heading of level 3")
    with override_settings(GOVPAGE_NEWS={"block_publication": block}), raises if refused else nullcontext():
        editing.restore(release, Revision.objects.get(number=0), None)
    found = NewsRelease.objects.get()
    assert (found.body, found.revision) == (("<p>Open.</p>", 1) if refused else ("<h3>Skipped</h3>", 2))
    assert ("heading-skipped" in str(Revision.objects.get(number=found.revision).findings)) is not refused


def test_nothing_is_half_saved() -> None:
    release = make()
    with pytest.raises(ValueError, match="quotes"):
        editing.change(release, None, "", quotes=[{"nobody": "x"}])
    assert (NewsRelease.objects.get().revision, Revision.objects.count()) == (0, 0)


def test_a_change_saves_its_own_fields_only() -> None:
    release = make()
    release.title = "Typed and not saved"
    editing.archive(release, None)
    assert NewsRelease.objects.get().title == "Harbor inspections for 2026"


@pytest.mark.parametrize(
    ("said", "act", "after"),
    [
        ({"publish_at": None, "in_review": True}, editing.publish, State.LIVE),
        ({"publish_at": None}, editing.send_to_review, State.IN_REVIEW),
        ({}, editing.archive, State.ARCHIVED),
        ({}, lambda release, user: editing.withdraw(release, user, "Wrong."), State.WITHDRAWN),
        ({}, lambda release, user: editing.delete(release, user, "Kept."), State.DELETED),
        ({"deleted_at": NOW, "disposition": "Kept."}, editing.undelete, State.LIVE),
    ],
    ids=["publish", "review", "archive", "withdraw", "delete", "undelete"],
)
def test_each_act_is_a_revision(said: dict[str, Any], act: Callable[..., Revision], after: State) -> None:
    release = make(**said)
    assert (act(release, None).number, state(release)) == (1, after)


def test_deletion_names_a_disposition() -> None:
    with pytest.raises(ValueError, match="disposition is empty"):
        editing.delete(make(), None, "  ")


def test_a_change_is_noted_with_its_day() -> None:
    release = make(change_notes=[{"on": "2026-05-03", "note": "First."}])
    editing.note_change(release, "Second.", NOW)
    assert release.change_notes[1:] == [{"on": "2026-06-01", "note": "Second."}]
    assert (release.last_updated, release.updated_at) == (date(2026, 6, 1), NOW)


def addresses(release: NewsRelease) -> list[str]:
    return list(FormerAddress.objects.filter(release=release).values_list("address", flat=True))


def test_a_new_address_keeps_the_old_one() -> None:
    release = make(slug="a")
    editing.new_address(release, "b", date(2026, 5, 3))
    found = NewsRelease.objects.get()
    assert (found.address, found.sort_day, addresses(found)) == ("2026/05/03/b", date(2026, 5, 3), ["2026/05/02/a"])


def test_an_address_comes_back() -> None:
    release = make(slug="a")
    editing.new_address(release, "b", date(2026, 5, 2))
    editing.new_address(release, "a", date(2026, 5, 2))
    assert (release.address, addresses(release)) == ("2026/05/02/a", ["2026/05/02/b"])


@pytest.mark.parametrize("publish_at", [None, timezone.now() + timedelta(days=1)], ids=["draft", "scheduled"])
def test_an_address_that_nobody_read_leaves_none(publish_at: Any) -> None:
    release = make(slug="a", publish_at=publish_at)
    editing.new_address(release, "b", date(2026, 5, 2))
    assert addresses(release) == []


def test_the_same_address_leaves_none() -> None:
    release = make(slug="a")
    editing.new_address(release, "a", date(2026, 5, 2))
    assert addresses(release) == []


@pytest.mark.parametrize("former", [True, False])
def test_an_address_of_another_is_refused(former: bool) -> None:
    other = make(slug="c" if former else "b")
    FormerAddress.objects.create(address=f"2026/05/02/{'b' if former else 'd'}", release=other)
    release = make(slug="a")
    with pytest.raises(ValidationError):
        editing.new_address(release, "b", date(2026, 5, 2))
    assert (NewsRelease.objects.get(pk=release.pk).address, release.address) == ("2026/05/02/a", "2026/05/02/a")


def test_an_earlier_text_is_restored_and_where_it_stands_is_not() -> None:
    topic = Topic.objects.create(name="Ports")
    release = make(review_by=date(2027, 1, 1), publish_at=None)
    release.topics.add(topic)
    editing.change(release, None, "")
    editing.change(release, None, "", title="New", review_by=None)
    release.topics.clear()
    editing.publish(release, None)
    kept = editing.restore(release, Revision.objects.get(number=1), None)
    found = NewsRelease.objects.get()
    assert (found.title, found.review_by, list(found.topics.all())) == (
        "Harbor inspections for 2026",
        date(2027, 1, 1),
        [topic],
    )
    assert (kept.number, kept.note, state(found)) == (4, "Restored revision 1.", State.LIVE)


def test_what_is_gone_since_is_named() -> None:
    office, topic = Office.objects.create(name="Press"), Topic.objects.create(name="Ports")
    release = make(office=office)
    release.topics.add(topic)
    editing.change(release, None, "")
    editing.change(release, None, "", office=None)
    gone = f"office {office.pk}, topics {topic.pk}"
    office.delete()
    topic.delete()
    kept = editing.restore(release, Revision.objects.get(number=1), None)
    assert kept.note == f"Restored revision 1. Not there any more: {gone}."


def test_files_are_restored_while_they_are_kept(tmp_path: Any) -> None:
    with override_settings(MEDIA_ROOT=tmp_path):
        release = make(image=ContentFile(b"\x89PNG\r\n\x1a\n", "a.png"))
        file = Attachment.objects.create(release=release, title="Map", file=ContentFile(b"%PDF-1", "a.pdf"))
        gone = Attachment.objects.create(release=release, title="Gone", file=ContentFile(b"%PDF-1", "b.pdf"))
        editing.change(release, None, "")
        image = release.image.name
        editing.change(release, None, "", image="")
        file.delete()
        gone.file.delete(save=False)
        kept = editing.restore(release, Revision.objects.get(number=1), None)
    assert (NewsRelease.objects.get().image.name, [each.title for each in release.attachments.all()]) == (
        image,
        ["Map"],
    )
    assert "attachments news/files/" in kept.note


def test_a_snapshot_of_an_older_form_is_restored() -> None:
    release = make()
    revision = Revision.objects.create(release=release, number=9, content={"title": "Old"})
    editing.restore(release, revision, None)
    assert (NewsRelease.objects.get().title, release.body) == ("Old", "<p>Every port was inspected.</p>")
