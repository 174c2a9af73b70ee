from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from govpage.news.archiving import AT_ONCE, NAMED, ArchivePlan, PlanChangedError, apply, plan
from govpage.news.models import ArchiveRule, NewsRelease
from tests.news.factories import NOW, make

pytestmark = pytest.mark.django_db
PAGE = "/admin/govpage_news/archiverule/preview/"


def numbers(found: ArchivePlan) -> tuple[int, ...]:
    return tuple(int(number) for number in found.numbers.split("-"))


def rule(months: int | None, kind: str = "press_release") -> None:
    ArchiveRule.objects.create(kind=kind, months=months)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, (1, 0, 0, 1, 0)),
        ({"release_date": date(2026, 4, 1)}, (1, 1, 0, 1, 0)),
        ({"release_date": date(2027, 1, 1)}, (1, 0, 0, 0, 0)),
        ({"release_date": None}, (1, 0, 0, 1, 0)),
        ({"kept_current": True}, (0, 0, 0, 0, 0)),
        ({"archive_at": NOW}, (0, 0, 0, 0, 0)),
        ({"publish_at": None}, (0, 0, 0, 0, 0)),
        ({"kind": "statement"}, (0, 0, 0, 0, 0)),
    ],
    ids=["soon", "old", "later", "undated", "kept", "set", "draft", "other-kind"],
)
def test_a_rule_is_seen_before_it_applies(said: dict[str, Any], expected: tuple[int, ...]) -> None:
    make(**said)
    rule(1)
    assert numbers(plan(NOW)) == expected


def test_without_a_rule_a_release_comes_back() -> None:
    rule(1)
    release = make(release_date=date(2026, 1, 1))
    ArchiveRule.objects.update(months=None)
    assert numbers(plan(NOW)) == (1, 0, 1, 0, 1)
    apply(plan(NOW).numbers, NOW)
    release.refresh_from_db()
    assert (release.archives_at, release.archive_sort_day) == (None, None)


def test_what_was_seen_is_applied() -> None:
    release = make(release_date=date(2026, 1, 1))
    rule(1)
    apply("1-1-0-1-0", NOW)
    release.refresh_from_db()
    assert (str(release.archives_at)[:10], release.archive_sort_day) == ("2026-02-01", date(2026, 1, 1))
    assert plan(NOW).changed == 0


def test_what_was_not_seen_is_not_applied() -> None:
    make(release_date=date(2026, 1, 1))
    rule(1)
    with pytest.raises(PlanChangedError, match="1-1-0-1-0"):
        apply("2-2-0-2-0", NOW)
    assert NewsRelease.objects.get().archives_at is None


def test_many_are_applied_and_few_are_named() -> None:
    NewsRelease.objects.bulk_create(
        NewsRelease(title=f"{number}", slug=f"{number}", body="", release_date=date(2026, 1, 1), publish_at=NOW)
        for number in range(AT_ONCE + 1)
    )
    rule(1)
    found = apply(plan(NOW).numbers, NOW)
    assert (found.changed, len(found.named), plan(NOW).changed) == (AT_ONCE + 1, NAMED, 0)


def test_the_page_shows_and_applies(admin_client: Client) -> None:
    release = make(release_date=date(2020, 1, 1), title="<b>Old")
    rule(12)
    html = admin_client.get(PAGE).content.decode()
    assert ("&lt;b&gt;Old" in html, 'value="1-1-0-1-0"' in html) == (True, True)
    admin_client.post(PAGE, {"numbers": "1-1-0-1-0"})
    release.refresh_from_db()
    assert release.archives_at is not None
    assert "Every release already follows the rules." in admin_client.get(PAGE).content.decode()


def test_the_page_refuses_other_numbers(admin_client: Client) -> None:
    make(release_date=date(2020, 1, 1))
    rule(12)
    response = admin_client.post(PAGE, {"numbers": "7"})
    assert "Nothing was applied" in str(next(iter(get_messages(response.wsgi_request))))
