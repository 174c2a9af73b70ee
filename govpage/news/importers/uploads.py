"""Import from the admin: a file is kept, its releases are looked at, and those that are chosen are saved together."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from govpage.news import editing
from govpage.news.content import BlockedError, Finding
from govpage.news.importers.draft import CaptureError
from govpage.news.importers.plan import Action, Step, plan, save, taken
from govpage.news.models import NewsRelease, Upload

MOST_BYTES = 20 * 1024 * 1024
MOST_RELEASES = 500
"""What is imported in one go by an upload; more is a matter for ``import_releases``."""

KEPT = timedelta(days=1)
"""How long an upload waits for somebody to choose."""


def keep(file: File[bytes], user: Any) -> Upload:
    """Keep an uploaded file, and forget those for which nobody came back.

    Raises: CaptureError if it is too large
    """
    if file.size > MOST_BYTES:
        raise CaptureError(f"too large: {file.size:,} bytes, and at most {MOST_BYTES:,} are uploaded")
    Upload.objects.filter(uploaded__lt=timezone.now() - KEPT).delete()
    name = PurePath(str(file.name)).name[-200:]
    return Upload.objects.create(name=name, content=file.read(), uploaded_by=user)


def steps_of(upload: Upload) -> list[Step]:
    """Return what would happen to each release of the file.

    Raises: CaptureError if there are too many
    """
    with _as_file(upload) as path:
        planned = plan([path], taken, None)
        if len(planned) > MOST_RELEASES:
            raise CaptureError(f"{len(planned):,} releases, and at most {MOST_RELEASES} are taken at once")
        return list(planned)


def save_chosen(upload: Upload, digests: Collection[str], user: Any, *, may_archive: bool = True) -> list[NewsRelease]:
    """Save the new releases of the file that have one of the digests, all or none, and forget the file.

    Shape: may_archive says whether archived ones are among them
    Raises: django.core.exceptions.ValidationError if a value does not fit its field, or errors keep one from being
        published
    """
    new = [step for step in steps_of(upload) if step.action is Action.CREATE and step.digest in digests]
    chosen = [step for step in new if may_archive or not (step.draft and step.draft.archived)]
    with transaction.atomic():
        releases = [_saved(step, user) for step in chosen]
        upload.delete()
    return releases


def _saved(step: Step, user: Any) -> NewsRelease:
    release = save(step)
    NewsRelease.objects.filter(pk=release.pk).update(revision=1)
    release.revision = 1
    kept = editing.record(release, user, f"Imported from {step.source.name}.")
    try:
        editing.refuse_faulty(release, (Finding.from_json(finding) for finding in kept.findings))
    except BlockedError as error:
        raise ValidationError(f"{release.title}: {error}") from error
    return release


@contextmanager
def _as_file(upload: Upload) -> Iterator[Path]:
    """Let the file stand in a folder of its own while it is read."""
    with TemporaryDirectory() as folder:
        path = Path(folder, upload.name)
        path.write_bytes(bytes(upload.content))
        yield path
