"""What an import would do: read, plan, preview, save. Nothing is written before the plan is made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from enum import Enum
from itertools import islice
from pathlib import Path
from stat import S_ISREG

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.html import strip_tags

from govpage.news.importers.draft import CaptureError, ReleaseDraft, digest_of
from govpage.news.importers.formats import FORMATS, Format, sniff
from govpage.news.importers.spool import Spool
from govpage.news.models import NewsRelease, Topic, address_of
from govpage.news.text import slug_of

TEXT = FORMATS["text"]

MOST_TOPICS = 20
MOST_LETTERS = 120
"""Topics that an imported release gets at most, and letters of their names."""

CHUNK = 400
"""How many releases are looked up at once."""


class Action(Enum):
    """What happens to one release."""

    CREATE = "new"
    KEEP = "already there"
    REFUSE = "refused"


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one release of a file, and why.

    Shape: draft is None if nothing could be read; digest tells one release from another; number counts the releases of
           the file from 1, and is 0 for a file that holds one and for a file as a whole
    """

    source: Path
    action: Action
    reason: str = ""
    address: str = ""
    digest: str = ""
    draft: ReleaseDraft | None = None
    number: int = 0

    @property
    def name(self) -> str:
        """Say which release of which file is meant."""
        return f"{self.source}, release {self.number}" if self.number else str(self.source)


Taken = Callable[[Collection[str], Collection[str]], Mapping[str, str]]
"""Gives, for addresses and digests, the digest of each release there is, by its address."""


def read(source: Path, form: Format = TEXT) -> Step:
    """Return what can be said of a file's first release without a look at the database."""
    return next(read_all(source, form))


def read_all(source: Path, form: Format | None = TEXT) -> Iterator[Step]:
    """Return what can be said of each release of a file; without a format, the file's own is found.

    Shape: ends with a refusal without number if the file as a whole cannot be read
    """
    try:
        yield from _steps(source, form or sniff(source))
    except (CaptureError, OSError) as error:
        yield Step(source, Action.REFUSE, getattr(error, "strerror", None) or str(error))


def _steps(source: Path, form: Format) -> Iterator[Step]:
    about, number = source.stat(), 0
    size = about.st_size
    if not S_ISREG(about.st_mode):
        raise CaptureError("no file, but a folder, a device or a pipe")
    if size > form.limit:
        raise CaptureError(f"too large: {size:,} bytes, and at most {form.limit:,} are read")
    with source.open("rb") as file:
        for number, item in enumerate(form.read(file, source.name), 1):
            yield _step(source, item, number if form.many else 0)
    if not number:
        raise CaptureError("there is no release in it")


def _step(source: Path, item: ReleaseDraft | CaptureError, number: int) -> Step:
    if isinstance(item, CaptureError):
        return Step(source, Action.REFUSE, str(item), number=number)
    release = as_release(item)
    reason = item.cut_off or _misfit(release)
    digest = item.digest or digest_of(f"{item.title} {item.release_date} {strip_tags(item.body_html)}")
    action = Action.REFUSE if reason else Action.CREATE
    return Step(source, action, reason, address_of(release), digest, item, number)


def _misfit(release: NewsRelease) -> str:
    """Say which values do not fit their fields, as far as a release alone can tell."""
    try:
        release.clean_fields(exclude=["address"])
    except ValidationError as error:
        return reason_of(error)
    return ""


def reason_of(error: ValidationError) -> str:
    """Say in one line which fields are wrong, and why."""
    return " ".join(f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items())


@dataclass(slots=True)
class _Claim:
    """Which release wants an address first, and the first of other words that wants it too."""

    at: int
    name: str
    digest: str
    rival: str = ""


@dataclass(slots=True)
class Plan:
    """Hold a step for each release, in order; two releases that want one address are both refused.

    A file that cannot be read to its end gives none of its releases. What is held in memory is addresses and digests.
    """

    taken: Taken
    _read: Spool[Step] = field(default_factory=Spool)
    _claims: dict[str, _Claim] = field(default_factory=dict)
    _broken: set[Path] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self._read)

    def add(self, step: Step) -> None:
        """Take the next step, as it was read."""
        if step.action is Action.CREATE:
            claim = self._claims.setdefault(step.address, _Claim(len(self), step.name, step.digest))
            if claim.digest != step.digest:
                claim.rival = claim.rival or step.name
        elif step.number == 0:
            self._broken.add(step.source)
        self._read.add(step)

    def __iter__(self) -> Iterator[Step]:
        for chunk in _chunks(enumerate(self._read)):
            steps = [step for _at, step in chunk if step.action is Action.CREATE]
            taken = self.taken({step.address for step in steps}, {step.digest for step in steps})
            known = frozenset(taken.values())
            for at, step in chunk:
                yield self._settled(at, step, taken, known)

    def _settled(self, at: int, step: Step, taken: Mapping[str, str], known: frozenset[str]) -> Step:
        if step.action is Action.REFUSE:
            return step
        if step.source in self._broken:
            return replace(step, action=Action.REFUSE, reason="the file cannot be read to its end")
        if step.digest in known:
            return replace(step, action=Action.KEEP)
        if step.address in taken:
            return replace(step, action=Action.REFUSE, reason=f"another release is at {step.address} already")
        return self._among_others(at, step)

    def _among_others(self, at: int, step: Step) -> Step:
        first = self._claims[step.address]
        if first.rival:
            rival = first.rival if step.digest == first.digest else first.name
            return replace(step, action=Action.REFUSE, reason=f"{rival} wants {step.address} too")
        if first.at != at:
            return replace(step, action=Action.KEEP, reason=f"the same as {first.name}")
        return step


def _chunks(numbered: Iterable[tuple[int, Step]]) -> Iterator[list[tuple[int, Step]]]:
    items = iter(numbered)
    while chunk := list(islice(items, CHUNK)):
        yield chunk


def taken(addresses: Collection[str], digests: Collection[str]) -> Mapping[str, str]:
    """Return the digest of the release at each address; nothing before the first migration."""
    if NewsRelease._meta.db_table not in connection.introspection.table_names():
        return {}
    there = NewsRelease.objects.filter(Q(address__in=addresses) | Q(source_digest__in=digests))
    return dict(there.values_list("address", "source_digest"))


def plan(
    sources: Iterable[Path],
    taken: Taken,
    form: Format | None = TEXT,
    *,
    told: Callable[[int], None] = lambda _count: None,
) -> Plan:
    """Read every release of every file; without a format, each file's own is found.

    Shape: told is called with the number of releases read so far, after each
    """
    made = Plan(taken)
    for source in sources:
        for step in read_all(source, form):
            made.add(step)
            told(len(made))
    return made


def as_release(draft: ReleaseDraft, *, now: datetime | None = None) -> NewsRelease:
    """Return the release of a draft, not saved.

    It is published at its embargo, else when its source published it, else on its day, else at once, and is a draft if
    its source has not published it; an archived one is archived at once, and its notice names no day because the page
    did not say when.
    """
    moment = now or timezone.now()
    # An embargo that has passed binds nobody any more.
    embargoed = draft.embargo is not None and draft.embargo > moment
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
        publish_at=_published(draft, moment) if draft.public else None,
        embargoed=draft.public and embargoed,
        description=draft.description,
        original_address=draft.original_address,
        archive_at=moment if draft.archived else None,
        archive_date_known=not draft.archived,
    )


def _published(draft: ReleaseDraft, moment: datetime) -> datetime:
    return draft.embargo or draft.published or _midnight(draft) or moment


def _midnight(draft: ReleaseDraft) -> datetime | None:
    return timezone.make_aware(datetime.combine(draft.release_date, time())) if draft.release_date else None


def save(step: Step) -> NewsRelease:
    """Write the release of a step that creates one, and its topics.

    Raises: ValueError if the step does not; django.core.exceptions.ValidationError if a value does not fit its field
    """
    if step.action is not Action.CREATE or step.draft is None:
        raise ValueError(f"{step.name} is {step.action.value}: {step.reason}")
    release = as_release(step.draft)
    release.source_digest = step.digest
    release.full_clean(exclude=["address"])
    with transaction.atomic():
        release.save()
        release.topics.set(_topics(step.draft.topics))
    return release


def _topics(names: Iterable[str]) -> list[Topic]:
    """Return the topics of these names, those that are not there made; a name is the same whatever its capitals."""
    by_slug = {slug_of(name): name[:MOST_LETTERS].strip() for name in names if any(map(str.isalnum, name))}
    made = (Topic.objects.get_or_create(slug=slug, defaults={"name": name}) for slug, name in by_slug.items())
    return [topic for topic, _new in islice(made, MOST_TOPICS)]
