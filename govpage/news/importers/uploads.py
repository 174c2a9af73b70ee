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
from django.db import IntegrityError, transaction
from django.utils import timezone

from govpage.news import editing
from govpage.news.content import BlockedError, Finding
from govpage.news.importers.draft import CaptureError
from govpage.news.importers.plan import Action, Step, plan, reason_of, save, taken
from govpage.news.models import NewsRelease, Upload

MOST_BYTES = 20 * 1024 * 1024
MOST_RELEASES = 500
"""What is imported in one go by an upload; more is a matter for ``import_releases``."""

MOST_OF_SUFFIX = 20
"""Characters of a suffix that are looked at; no format has as many."""

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
    Raises: CaptureError if nothing is chosen, a release cannot be saved, or errors keep one from being published
    """
    new = [step for step in steps_of(upload) if step.action is Action.CREATE and step.digest in digests]
    chosen = [step for step in new if may_archive or not (step.draft and step.draft.archived)]
    if not chosen:
        raise CaptureError("nothing was chosen, or all of it is there already")
    with transaction.atomic():
        releases = [_saved(step, user, upload.name) for step in chosen]
        upload.delete()
    return releases


def _saved(step: Step, user: Any, name: str) -> NewsRelease:
    release = _created(step)
    NewsRelease.objects.filter(pk=release.pk).update(revision=1)
    release.revision = 1
    kept = editing.record(release, user, f"Imported from {name}.")
    try:
        editing.refuse_faulty(release, (Finding.from_json(finding) for finding in kept.findings))
    except BlockedError as error:
        raise CaptureError(f"{release.title[:80]}: {str(error).removesuffix('.')}") from error
    return release


def _created(step: Step) -> NewsRelease:
    title = step.draft.title[:80] if step.draft else ""
    try:
        with transaction.atomic():
            return save(step)
    except ValidationError as error:
        raise CaptureError(f"{title}: {reason_of(error)}") from error
    except IntegrityError as error:
        raise CaptureError(f"{title}: another release took {step.address} meanwhile") from error


@contextmanager
def _as_file(upload: Upload) -> Iterator[Path]:
    """Let the file stand in a folder of its own while it is read."""
    with TemporaryDirectory() as folder:
        # A name may be longer than a file's can be; what tells the format is its end.
        path = Path(folder, f"upload{PurePath(upload.name).suffix[:MOST_OF_SUFFIX]}")
        path.write_bytes(bytes(upload.content))
        yield path
