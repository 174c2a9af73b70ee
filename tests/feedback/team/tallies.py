"""Tallies as the tests of the content team's pages need them: said in numbers, without votes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from govpage.feedback.models import Alert, AlertKind, ContentVersion, Page, ReasonTally, Section, Tally
from govpage.feedback.periods import Period
from govpage.page import PageReference

SUNDAY = date(2026, 11, 29)
"""The last day of an ISO week, on which the tests' weeks end."""

MONDAY = SUNDAY + timedelta(days=1)


def make_page(path: str = "/news/a/", title: str = "Harbor report", language: str = "en") -> Page:
    """Return the page, made as an answer makes it."""
    return Page.objects.named(PageReference(path, title, "v1", language))


def version_of(page: Page, name: str = "v1", first: datetime = datetime(2026, 1, 1, tzinfo=UTC)) -> ContentVersion:
    """Return a version of a page's content."""
    return ContentVersion.objects.get_or_create(page=page, name=name, defaults={"first_answer": first})[0]


def tally(page: Page, day: date, yes: int = 0, no: int = 0, version: str = "v1", **more: int) -> Tally:
    """Keep the answers of a day."""
    return Tally.objects.create(page=page, version=version_of(page, version), day=day, yes=yes, no=no, **more)


def weeks(page: Page, *counts: tuple[int, int], last: date = SUNDAY, **more: Any) -> None:
    """Keep Yes and No of one day in each of the weeks up to the last."""
    for ago, (yes, no) in enumerate(reversed(counts)):
        if yes or no:
            tally(page, last - timedelta(days=7 * ago), yes, no, **more)


def each_day(page: Page, first: date, last: date, yes: int = 4, no: int = 1, but: Iterable[date] = ()) -> None:
    """Keep the same answers of each day from a first to a last one, but for some."""
    days, version = set(Period(first, last)).difference(but), version_of(page)
    Tally.objects.bulk_create(Tally(page=page, version=version, day=day, yes=yes, no=no) for day in days)


def reason(page: Page, day: date, code: str, count: int) -> ReasonTally:
    """Keep how many gave a reason on a day."""
    return ReasonTally.objects.create(page=page, version=version_of(page), day=day, reason=code, count=count)


def section(name: str, prefix: str, *members: User) -> Section:
    """Return a section that a group of its name owns."""
    group = Group.objects.create(name=f"{name} office")
    group.user_set.add(*members)
    return Section.objects.create(name=name, prefix=prefix, owner=group)


def reader(*codenames: str, name: str = "reader") -> User:
    """Return somebody of staff with these permissions alone."""
    user = User.objects.create(username=name, is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(content_type__app_label="govpage_feedback", codename__in=codenames)
    )
    return user


def client_of(user: User) -> Client:
    """Return the browser of somebody who is logged in."""
    client = Client()
    client.force_login(user)
    return client


def texts(client: Client, address: str, **query: str) -> str:
    """Return the HTML at an address, which is there."""
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def fell(page: Page | None, cause: str = "fell:1", week: date = SUNDAY, **more: Any) -> Alert:
    """Keep an alert that a page fell from 80 to 40 %."""
    details = {"week": str(week), "yes_before": 80, "before": 100, "yes_after": 40, "after": 100}
    return Alert.objects.create(kind=AlertKind.FELL, page=page, cause=cause, details=details, **more)
