"""How a release is changed: one editor at a time, each state kept as a revision, nothing half saved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from govpage.news.content import Finding, refuse_blocked
from govpage.news.content.edge import check_release
from govpage.news.lifecycle import CURRENT, PUBLIC, State
from govpage.news.models import FormerAddress, NewsRelease, Revision, address_of
from govpage.news.snapshots import put_back, snapshot

Editor = Any
"""A user of the site, or None for what no person did."""

SHOWN = (State.EMBARGOED, State.SCHEDULED, *CURRENT)
"""States of what is in the news, or will be without anybody's doing."""


class EditedSinceError(Exception):
    """Somebody saved the release after it was opened."""

    def __init__(self, by: str, when: datetime | None) -> None:
        super().__init__(by, when)
        self.by = by
        self.when = when

    def __str__(self) -> str:
        moment = timezone.localtime(self.when).strftime("%Y-%m-%d %H:%M") if self.when else "?"
        return f"Changed by {self.by or 'somebody'} at {moment} since you opened it. Nothing was overwritten."


def claim(release: NewsRelease, opened: int) -> int:
    """Take the right to save the release as it was when it was opened, and return the number of the new revision.

    Shape: opened is the number of the revision that the editor saw; call it in the transaction that saves
    Raises: EditedSinceError if there is a newer one
    """
    stored = NewsRelease.objects.filter(pk=release.pk)
    if not opened:
        _keep_first(stored.filter(revision=0).first())
    if not stored.filter(revision=opened).update(revision=opened + 1):
        raise edited_since(release)
    release.revision = opened + 1
    return release.revision


def edited_since(release: NewsRelease) -> EditedSinceError:
    """Return who saved the release last, and when."""
    newest = Revision.objects.filter(release=release).select_related("saved_by").first()
    by = newest.saved_by.get_username() if newest and newest.saved_by else ""
    return EditedSinceError(by, newest.saved if newest else None)


def _keep_first(release: NewsRelease | None) -> None:
    """Keep what no person wrote here, such as an imported page, before it is changed for the first time."""
    if release:
        content = {"content": snapshot(release), "note": "As it was before its first change here."}
        Revision.objects.get_or_create(release=release, number=0, defaults=content)


def record(release: NewsRelease, user: Editor, note: str = "", findings: Iterable[Finding] | None = None) -> Revision:
    """Keep the release as it is now as the revision that was claimed, with what the checks say of it.

    Shape: without findings, the release is checked here
    """
    found = check_release(release) if findings is None else findings
    return Revision.objects.create(
        release=release,
        number=release.revision,
        saved_by=user,
        note=note[:300],
        content=snapshot(release),
        findings=[finding.as_json() for finding in found],
    )


def change(
    release: NewsRelease, user: Editor, note: str, *, findings: Iterable[Finding] | None = None, **values: Any
) -> Revision:
    """Set fields of a saved release, as one revision.

    Raises: EditedSinceError if somebody saved it after it was read
    """
    with transaction.atomic():
        claim(release, release.revision)
        for name, value in values.items():
            setattr(release, name, value)
        # Only these, so that a release read earlier brings nothing old back.
        release.save(update_fields=[*values, "archives_at", "archive_sort_day", "modified"])
        return record(release, user, note, findings)


def note_change(release: NewsRelease, note: str, at: datetime) -> None:
    """Add what changed, for readers, and set the day and moment of the update; saved by the caller."""
    day = localdate(at)
    release.change_notes = [*release.change_notes, {"on": day.isoformat(), "note": note}]
    release.updated_at = at
    release.last_updated = day


def new_address(release: NewsRelease, slug: str, day: date | None, *, read: bool = False) -> None:
    """Give the release the address of that slug and day; one that could be read before leads to it; saved here.

    Shape: read says that it could be read until this very change, which may take it back
    Raises: ValidationError if another release has the address or had it before
    """
    before, release.address = release.address, ""
    release.slug, release.release_date = slug, day
    address = address_of(release)
    release.address = before
    refuse_taken(address, release.pk)
    with transaction.atomic():
        FormerAddress.objects.filter(address=address, release=release).delete()
        if before != address and (read or _was_read(release)):
            FormerAddress.objects.get_or_create(address=before, defaults={"release": release})
        release.address = address
        release.save(update_fields=["slug", "address", "release_date", "sort_day", "archives_at", "archive_sort_day"])


def refuse_taken(address: str, key: int | None) -> None:
    """Refuse an address that another release has, or that leads to another one.

    Raises: ValidationError, at the slug
    """
    if NewsRelease.objects.filter(address=address).exclude(pk=key or 0).exists():
        raise ValidationError({"slug": _("Another release of that day has this slug.")})
    if FormerAddress.objects.filter(address=address).exclude(release_id=key).exists():
        raise ValidationError({"slug": _("This address leads to another release, which had it before.")})


def _was_read(release: NewsRelease) -> bool:
    return bool(release.publish_at and release.publish_at <= timezone.now())


def restore(release: NewsRelease, revision: Revision, user: Editor) -> Revision:
    """Bring the text of an earlier revision back, as a new revision; what is gone since is named in its note.

    Raises: EditedSinceError if somebody saved the release after it was read; ValidationError if the text does not fit
        what is there now; BlockedError if its errors keep it from being published
    """
    with transaction.atomic():
        claim(release, release.revision)
        lost = put_back(release, revision.content)
        findings = check_release(release)
        refuse_faulty(release, findings)
        gone = f" Not there any more: {', '.join(lost)}." if lost else ""
        return record(release, user, f"Restored revision {revision.number}.{gone}", findings)


def refuse_faulty(release: NewsRelease, findings: Iterable[Finding]) -> None:
    """Refuse errors in a saved release that is in the news, or will be; what is archived or taken back stays as it is.

    Raises: BlockedError where the settings say that errors block publication
    """
    if NewsRelease.objects.in_state(*SHOWN).filter(pk=release.pk).exists():
        refuse_blocked(findings)


def publish(release: NewsRelease, user: Editor, *, findings: Iterable[Finding] | None = None) -> Revision:
    """Publish now; what was in review or under embargo is so no more."""
    values: dict[str, Any] = {"publish_at": timezone.now(), "in_review": False, "embargoed": False}
    return change(release, user, "Published.", findings=findings, **values)


def send_to_review(release: NewsRelease, user: Editor) -> Revision:
    """Say that the draft is ready to be read by somebody else."""
    return change(release, user, "Sent to review.", in_review=True)


def archive(release: NewsRelease, user: Editor) -> Revision:
    """Archive now."""
    return change(release, user, "Archived.", archive_at=timezone.now())


def withdraw(release: NewsRelease, user: Editor, reason: str) -> Revision:
    """Take the release back now; readers are told the reason."""
    return change(release, user, "Withdrawn.", withdraw_at=timezone.now(), withdrawal_reason=reason)


def delete(release: NewsRelease, user: Editor, disposition: str) -> Revision:
    """Delete the release softly: nobody finds it any more, and it is kept for the records.

    Raises: ValueError without a disposition
    """
    if not disposition.strip():
        raise ValueError("disposition is empty; say what the records schedule says of the release.")
    values: dict[str, Any] = {"deleted_at": timezone.now(), "disposition": disposition.strip()}
    return change(release, user, f"Deleted: {disposition.strip()}", **values)


def undelete(release: NewsRelease, user: Editor) -> Revision:
    """Bring a deleted release back to where it stood."""
    return change(release, user, "Brought back.", deleted_at=None, disposition="")


def is_public(release: NewsRelease) -> bool:
    """Whether readers can read the release now."""
    return NewsRelease.objects.in_state(*PUBLIC).filter(pk=release.pk).exists()
