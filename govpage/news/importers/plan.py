"""What an import would do: read, plan, preview, save. Nothing is written before the plan is made."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import Enum
from hashlib import sha256
from pathlib import Path

from django.utils import timezone

from govpage.news.importers.decode import MAX_BYTES, decode_capture
from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.text import read_capture
from govpage.news.models import NewsRelease, address_of


class Action(Enum):
    """What happens to one capture."""

    CREATE = "new"
    KEEP = "already there"
    REFUSE = "refused"


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one capture, and why.

    Shape: draft is None if nothing could be read; digest tells the text of one capture from another's
    """

    source: Path
    action: Action
    reason: str = ""
    address: str = ""
    digest: str = ""
    draft: ReleaseDraft | None = None


def read(source: Path) -> Step:
    """Return what can be said of a capture without a look at the database."""
    try:
        text = decode_capture(_bytes(source))
        draft = read_capture(text)
    except (CaptureError, OSError) as error:
        return Step(source, Action.REFUSE, getattr(error, "strerror", None) or str(error))
    action = Action.REFUSE if draft.cut_off else Action.CREATE
    return Step(source, action, draft.cut_off, address_of(as_release(draft)), digest_of(text), draft)


def _bytes(source: Path) -> bytes:
    """Return the file's bytes, one more than the most so that the reader can refuse it."""
    size = source.stat().st_size
    if size > MAX_BYTES:
        raise CaptureError(f"too large: {size:,} bytes, and at most {MAX_BYTES:,} are read")
    return source.read_bytes()


def digest_of(text: str) -> str:
    """Return the same for two captures whose text differs only in blanks and in how accents are coded."""
    return sha256("".join(unicodedata.normalize("NFC", text).split()).encode()).hexdigest()


def plan(sources: Iterable[Path], taken: Mapping[str, str]) -> list[Step]:
    """Return a step for each capture, in order.

    Shape: taken gives the digest of the release at each address; two captures that want one address are both refused
    """
    steps = [read(source) for source in sources]
    wanted: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        if step.action is Action.CREATE:
            wanted[step.address].append(step)
    return list(_settled(steps, wanted, taken))


def _settled(steps: list[Step], wanted: Mapping[str, list[Step]], taken: Mapping[str, str]) -> Iterator[Step]:
    for step in steps:
        rivals = [other for other in wanted[step.address] if other.digest != step.digest] if step.address else []
        if step.action is Action.REFUSE:
            yield step
        elif taken.get(step.address) == step.digest:
            yield replace(step, action=Action.KEEP)
        elif step.address in taken:
            yield replace(step, action=Action.REFUSE, reason=f"another release is at {step.address} already")
        elif rivals:
            yield replace(step, action=Action.REFUSE, reason=f"{rivals[0].source} wants {step.address} too")
        elif wanted[step.address][0] is not step:
            yield replace(step, action=Action.KEEP, reason=f"the same as {wanted[step.address][0].source}")
        else:
            yield step


def as_release(draft: ReleaseDraft, *, now: datetime | None = None) -> NewsRelease:
    """Return the release of a draft, not saved.

    It is published at its embargo, else on its day, else at once; an archived one is archived at once, and its notice
    names no day because the page did not say when.
    """
    moment = now or timezone.now()
    return NewsRelease(
        title=draft.title,
        subtitle=draft.subtitle,
        kind=draft.kind,
        language=draft.language,
        release_number=draft.release_number,
        dateline=draft.dateline,
        byline=draft.byline,
        body=draft.body_html,
        contacts=[contact.as_json() for contact in draft.contacts],
        breadcrumb=list(draft.breadcrumb),
        release_date=draft.release_date,
        last_updated=draft.last_updated,
        last_reviewed=draft.last_reviewed,
        publish_at=draft.embargo or _midnight(draft) or moment,
        archive_at=moment if draft.archived else None,
        archive_date_known=not draft.archived,
    )


def _midnight(draft: ReleaseDraft) -> datetime | None:
    return timezone.make_aware(datetime.combine(draft.release_date, time())) if draft.release_date else None


def save(step: Step) -> NewsRelease:
    """Write the release of a step that creates one.

    Raises: ValueError if the step does not; django.core.exceptions.ValidationError if a value does not fit its field
    """
    if step.action is not Action.CREATE or step.draft is None:
        raise ValueError(f"{step.source} is {step.action.value}: {step.reason}")
    release = as_release(step.draft)
    release.source_digest = step.digest
    release.full_clean(exclude=["address"])
    release.save()
    return release
