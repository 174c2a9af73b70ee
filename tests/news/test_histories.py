"""Whatever happens to releases, every output shows those that their moments make public, and no other.

What happens is a random history; what has to be shown follows from a model of a few lines that knows neither database
nor queries. Twenty releases have theirs side by side. ``HISTORIES=10000`` tries that many, new ones each time; without it
the same 300 are tried.
"""

from __future__ import annotations

import os
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from govpage.news.models import ArchiveRule, Kind, NewsRelease, Topic

THOROUGH = "HISTORIES" in os.environ
HISTORIES = int(os.environ.get("HISTORIES", "300"))
NAMES = (
    *("ash", "beech", "birch", "cedar", "elm", "fir", "hazel", "hornbeam", "juniper", "larch"),
    *("linden", "maple", "oak", "pine", "poplar", "rowan", "spruce", "walnut", "willow", "yew"),
)
"""Slugs of the releases, as many as a page of a list has; each is related to the two before it."""

LANGUAGES = {"maple": "es", "oak": "fr"}
"""Those that are translations of the first."""

TOLD = re.compile(rf"(?:Keeper of |/)({'|'.join(NAMES)})\b")
"""What tells of a release: its address, its title, which is also the name of a topic of its own, or its text."""

WORD = "lighthouse"
TODAY = timezone.localdate()

LISTS = {
    "list": "/news/",
    "search": f"/news/?q={WORD}",
    "archive": "/news/archive/",
    "archive search": f"/news/archive/?q={WORD}",
    "rss": "/news/feed.rss",
    "atom": "/news/feed.atom",
    "json feed": "/news/feed.json",
    "sitemap": "/sitemap.xml",
    "news sitemap": "/news-sitemap.xml",
    "api": "/news/api/releases/",
    "api search": f"/news/api/releases/?q={WORD}",
    "api archive": "/news/api/releases/?state=archived",
    "api archive search": f"/news/api/releases/?state=archived&q={WORD}",
    "search in the feed": f"/news/feed.json?q={WORD}",
    "year": f"/news/{TODAY.year}/",
    "month": f"/news/{TODAY.year}/{TODAY.month}/?q={WORD}",
}

HOURS = (-90000, -3000, -800, -100, -30, -3, 3, 30, 800)
"""When a moment is, from now: none so near that it comes while a test runs, or at the end of two days."""

DAYS = (-4000, -100, -40, -10, -1, 0)

MOMENTS = ("publish_at", "updated_at", "archive_at", "expires_at", "withdraw_at", "deleted_at")
FLAGS = ("in_review", "embargoed", "kept_current")


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody does to one release.

    Shape: wholesale is whether by a query instead of by saving it
    """

    name: str
    fields: Mapping[str, Any]
    wholesale: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """What somebody says of the age at which releases are archived; None is never."""

    months: int | None


@dataclass(frozen=True, slots=True)
class Release:
    """What the model knows of a release."""

    moments: Mapping[str, datetime | None] = field(default_factory=dict)
    flags: Mapping[str, bool] = field(default_factory=dict)
    day: date | None = None

    def is_past(self, name: str, now: datetime) -> bool:
        moment = self.moments.get(name)
        return moment is not None and moment <= now

    def archived(self, months: int | None, now: datetime) -> bool:
        published = self.moments.get("publish_at")
        if self.moments.get("archive_at") or self.flags.get("kept_current") or not months or not published:
            return self.is_past("archive_at", now)
        return start(later(self.day or timezone.localdate(published), months)) <= now

    def is_public(self, now: datetime) -> bool:
        ended = any(self.is_past(name, now) for name in ("expires_at", "withdraw_at", "deleted_at"))
        return self.is_past("publish_at", now) and not ended

    def was_public(self) -> bool:
        published = self.moments.get("publish_at")
        ends = [self.moments.get(name) for name in ("expires_at", "withdraw_at")]
        return published is not None and all(end is None or published < end for end in ends)

    def status(self, now: datetime) -> int:
        if self.is_public(now):
            return 200
        taken_back = self.is_past("withdraw_at", now) or (
            self.is_past("expires_at", now) and self.is_past("publish_at", now)
        )
        return 410 if taken_back and self.was_public() and not self.is_past("deleted_at", now) else 404

    def is_of(self, year: int, month: int | None = None) -> bool:
        return self.day is not None and self.day.year == year and month in (None, self.day.month)

    def is_news(self, now: datetime) -> bool:
        since = now - timedelta(days=2)
        published = self.moments.get("publish_at")
        return published is not None and published > since and (not self.day or self.day >= timezone.localdate(since))


def later(day: date, months: int) -> date:
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def moment(hours: int | None) -> datetime | None:
    return None if hours is None else timezone.now() + timedelta(hours=hours)


def fields() -> st.SearchStrategy[dict[str, Any]]:
    """What can be said of a release at once."""
    moments = st.dictionaries(st.sampled_from(MOMENTS), st.sampled_from((None, *HOURS)).map(moment), max_size=3)
    flags = st.dictionaries(st.sampled_from(FLAGS), st.booleans(), max_size=2)
    days = st.sampled_from((None, *DAYS)).map(lambda days: {"release_date": days_from_now(days)})
    return st.builds(lambda *parts: {**parts[0], **parts[1], **parts[2]}, moments, flags, st.just({}) | days)


def in_all_languages(name: str) -> set[str]:
    """Which releases the API names with one if they are public: itself and its other languages."""
    family = {NAMES[0], *LANGUAGES}
    return family if name in family else {name}


def on_page_of(name: str) -> set[str]:
    """Which releases the page of one names if they are public: these, and its related ones."""
    number = NAMES.index(name)
    return in_all_languages(name) | {NAMES[number - 1], NAMES[number - 2]}


def days_from_now(days: int | None) -> date | None:
    return None if days is None else timezone.localdate() + timedelta(days=days)


def beginnings() -> st.SearchStrategy[tuple[Change, ...]]:
    """What history is mostly about: releases that are out, and what else is known of each from the beginning."""
    past = st.sampled_from([hours for hours in HOURS if hours < 0]).map(lambda hours: {"publish_at": moment(hours)})
    out = st.builds(lambda first, then: {**first, **then}, past, fields())
    return st.tuples(*(st.builds(Change, st.just(name), out | fields(), st.booleans()) for name in NAMES))


def steps() -> st.SearchStrategy[list[Change | Rule]]:
    """What happens then."""
    rules = st.builds(Rule, st.sampled_from((None, 1, 2, 120)))
    changes = st.builds(Change, st.sampled_from(NAMES), fields(), st.booleans())
    return st.lists(changes | changes | rules, max_size=12)


def begin(beginning: tuple[Change, ...]) -> None:
    """Make the releases, which know each other, in the database."""
    first, *_others = releases = NewsRelease.objects.bulk_create(
        NewsRelease(
            title=f"Keeper of {known.name}",
            slug=known.name,
            body=f"<p>The {WORD} is lit by the Keeper of {known.name}.</p>",
            address=f"undated/{known.name}",
            **known.fields,
        )
        for known in beginning
    )
    topics = Topic.objects.bulk_create(Topic(name=f"Keeper of {name}", slug=f"of-{name}") for name in NAMES)
    tagged = NewsRelease.topics.through
    tagged.objects.bulk_create(
        tagged(newsrelease=one, topic=topic) for one, topic in zip(releases, topics, strict=True)
    )
    for name, language in LANGUAGES.items():
        NewsRelease.objects.filter(slug=name).update(translation_of=first, language=language)
    relation = NewsRelease.related.through
    relation.objects.bulk_create(
        relation(from_newsrelease=one, to_newsrelease=releases[number - step])
        for number, one in enumerate(releases)
        for step in (1, 2)
    )


def happen(step: Change | Rule) -> None:
    """Let it happen in the database."""
    if isinstance(step, Rule):
        ArchiveRule.objects.update_or_create(kind=Kind.PRESS_RELEASE, defaults={"months": step.months})
        NewsRelease.objects.update(kind=Kind.PRESS_RELEASE)
    elif step.wholesale:
        NewsRelease.objects.filter(slug=step.name).update(**step.fields or {"in_review": False})
    else:
        release = NewsRelease.objects.get(slug=step.name)
        for name, value in step.fields.items():
            setattr(release, name, value)
        release.save()


def remember(known: dict[str, Release], step: Change | Rule) -> dict[str, Release]:
    """Return what the model knows after it; a rule is no matter of a release."""
    if isinstance(step, Rule):
        return known
    before = known[step.name]
    moments = {name: value for name, value in step.fields.items() if name in MOMENTS}
    flags = {name: value for name, value in step.fields.items() if name in FLAGS}
    after = replace(
        before,
        moments={**before.moments, **moments},
        flags={**before.flags, **flags},
        day=step.fields.get("release_date", before.day),
    )
    return {**known, step.name: after}


def expected(known: dict[str, Release], months: int | None, now: datetime) -> Iterator[tuple[str, object]]:
    """Give what each output has to show, by the model alone."""
    public = {name for name, release in known.items() if release.is_public(now)}
    archived = {name for name in public if known[name].archived(months, now)}
    current = public - archived
    for output in LISTS:
        yield output, archived if "archive" in output else current
    yield "sitemap", public
    yield "news sitemap", {name for name in current if known[name].is_news(now)}
    yield "year", {name for name in public if known[name].is_of(TODAY.year)}
    yield "month", {name for name in public if known[name].is_of(TODAY.year, TODAY.month)}
    for name, release in known.items():
        yield f"page of {name}", (release.status(now), public & on_page_of(name) if name in public else set())
        yield f"api of {name}", (release.status(now), public & in_all_languages(name) if name in public else set())
        yield f"preview of {name} without a key", (404, set())


def shown(client: Client) -> Iterator[tuple[str, object]]:
    """Give what each output shows; of a page, the releases that it names, itself among them."""
    for output, address in LISTS.items():
        yield output, names_in(client.get(address))
    for name in NAMES:
        yield f"page of {name}", answer(client, f"/news/undated/{name}/")
        yield f"api of {name}", answer(client, f"/news/api/releases/undated/{name}/")
    for key, name in NewsRelease.objects.values_list("pk", "slug"):
        yield f"preview of {name} without a key", answer(client, f"/news/preview/{key}:a:b/")


def answer(client: Client, address: str) -> tuple[int, set[str]]:
    response = client.get(address)
    return response.status_code, names_in(response)


def names_in(response: Any) -> set[str]:
    return set(TOLD.findall(response.getvalue().decode()))


@pytest.mark.django_db
@given(beginning=beginnings(), steps=steps())
@settings(
    max_examples=HISTORIES // len(NAMES),
    deadline=None,
    database=None,
    derandomize=not THOROUGH,
    # To shrink a history takes minutes, and what is shown wrongly says enough.
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_every_output_shows_what_is_public_and_nothing_else(
    client: Client, beginning: tuple[Change, ...], steps: list[Change | Rule]
) -> None:
    known, months = dict.fromkeys(NAMES, Release()), None
    with transaction.atomic():
        begin(beginning)
        for step in steps:
            happen(step)
        for step in (*beginning, *steps):
            known = remember(known, step)
            months = step.months if isinstance(step, Rule) else months
        found, right = dict(shown(client)), dict(expected(known, months, timezone.now()))
        assert {output: (told, right[output]) for output, told in found.items() if told != right[output]} == {}
        transaction.set_rollback(True)
