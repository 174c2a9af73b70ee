"""What reports are made of: tallies, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils.timezone import now

from govpage.feedback.models import Page, Section
from govpage.feedback.periods import Period
from govpage.feedback.reports import PER_PAGE, VERSIONS, Overview, Question, overview, page_report
from govpage.feedback.statistics import Change, Count, Direction, Share
from tests.feedback.team.tallies import make_page, reason, section, tally, version_of

pytestmark = pytest.mark.django_db
LAST = date(2026, 11, 29)
WEEK = Period.ending(LAST, 7)
BEFORE = LAST - timedelta(days=7)


def asked(sections: Any = None, **said: Any) -> Overview:
    """Return the overview of the week for somebody who sees everything, or these sections."""
    seen = {each.pk: each for each in Section.objects.select_related("owner")}
    if sections is not None:
        seen = {key: each for key, each in seen.items() if each.name in sections}
        said["sections"] = seen
    return overview(Question(WEEK, **said), seen)


@pytest.fixture
def site() -> None:
    """Pages of two sections and of none, in two languages."""
    section("News", "/news/"), section("Permits", "/permits/")
    tally(make_page("/news/a/", "Winter piers"), LAST, 40, 10, held=2)
    tally(make_page("/news/b/", "Muelles", "es"), LAST, 5, 15)
    tally(make_page("/permits/a/", "Mooring"), LAST, 20, 80)
    tally(Page.objects.get(path="/permits/a/"), BEFORE, 70, 30)
    tally(make_page("/about/", "About 100%"), LAST, 1, 0)


def paths(found: Overview) -> list[str]:
    return [row.key.path for row in found.pages]


def test_overview_of_nothing() -> None:
    found = asked()
    assert (found.total.now, found.pages, found.sections, found.more) == (Count(), (), (), False)


def test_total_is_of_all_pages_now_and_before(site: None) -> None:
    total = asked().total
    assert (total.now, total.was) == (Count(66, 105, 0, 2), Count(70, 30))
    assert total.change.direction == Direction.DOWN


def test_only_days_of_the_period_count(site: None) -> None:
    page = Page.objects.get(path="/about/")
    tally(page, WEEK.first - timedelta(days=8), 500), tally(page, LAST + timedelta(days=1), 500)
    assert asked().total.now.answers == 171


def test_slots_of_a_day_are_one(site: None) -> None:
    tally(Page.objects.get(path="/about/"), LAST, 1, 0, slot=3)
    assert next(row.now for row in asked().pages if row.key.path == "/about/") == Count(2)


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        pytest.param("sections", [("Permits", 100), ("News", 70), ("None", 1)], id="sections"),
        pytest.param("owners", [("Permits office", 100), ("News office", 70), ("None", 1)], id="owners"),
        pytest.param("languages", [("en", 151), ("es", 20)], id="languages"),
    ],
)
def test_groups(site: None, group: str, expected: list[tuple[str, int]]) -> None:
    assert [(str(row.key), row.now.answers) for row in getattr(asked(), group)] == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param({}, ["/permits/a/", "/news/a/", "/news/b/", "/about/"], id="all"),
        pytest.param({"order": "lowest"}, ["/permits/a/", "/news/a/"], id="lowest-share-with-enough-votes"),
        pytest.param({"language": "es"}, ["/news/b/"], id="language"),
        pytest.param({"section": "none"}, ["/about/"], id="no-section"),
        pytest.param({"section": "none", "owner": "7"}, [], id="no-section-of-an-owner"),
        pytest.param({"words": "mooring"}, ["/permits/a/"], id="title"),
        pytest.param({"words": "/news/"}, ["/news/a/", "/news/b/"], id="address"),
        pytest.param({"words": "100%"}, ["/about/"], id="percent"),
        pytest.param({"words": "_"}, [], id="underscore-is-no-wildcard"),
        pytest.param({"words": "%"}, ["/about/"], id="percent-is-no-wildcard"),
    ],
)
def test_pages(site: None, said: dict[str, str], expected: list[str]) -> None:
    assert paths(asked(**said)) == expected


@pytest.mark.parametrize("kind", ["section", "owner"])
def test_total_and_days_are_of_what_is_asked_for(site: None, kind: str) -> None:
    news = Section.objects.get(name="News")
    found = asked(**{kind: str(news.pk if kind == "section" else news.owner_id)})
    days = sum((piece.count for piece in found.course.answers), Count())
    assert (found.total.now, days, paths(found)) == (Count(45, 25, 0, 2), Count(45, 25, 0, 2), ["/news/a/", "/news/b/"])


def test_languages_to_choose_from_stay_when_one_is_chosen(site: None) -> None:
    found = asked(language="es")
    assert (found.known_languages, [row.key for row in found.languages]) == (("en", "es"), ["es"])


def test_what_may_not_be_seen_is_in_no_number(site: None) -> None:
    found = asked(sections=["News"])
    assert (found.total.now.answers, paths(found), len(found.sections)) == (70, ["/news/a/", "/news/b/"], 1)


def test_page_whose_answers_are_all_held_is_listed(site: None) -> None:
    tally(make_page("/held/"), LAST, held=3)
    assert paths(asked())[-1] == "/held/"


def test_list_comes_in_parts() -> None:
    for number in range(PER_PAGE + 1):
        tally(make_page(f"/{number:03}/"), LAST, 1)
    first, second = asked(), asked(page=2)
    assert (len(first.pages), first.more, len(second.pages), second.more) == (PER_PAGE, True, 1, False)
    assert not {row.key for row in first.pages} & {row.key for row in second.pages}


def test_report_of_a_page_without_answers() -> None:
    report = page_report(make_page(), WEEK)
    assert (report.total.now, report.reasons, report.versions) == (Count(), (), ())


def test_report_counts_its_page_only_now_and_before(site: None) -> None:
    report = page_report(Page.objects.get(path="/permits/a/"), WEEK)
    assert report.total.change == Change(Share(70, 100), Share(20, 100))
    assert [piece.count.answers for piece in report.course.answers] == [0, 0, 0, 0, 0, 0, 100]


def test_reasons_most_given_first_with_their_share() -> None:
    page = make_page()
    (
        reason(page, LAST, "other", 1),
        reason(page, LAST, "confusing", 2),
        reason(page, LAST - timedelta(days=1), "confusing", 1),
    )
    reason(page, BEFORE, "other", 50), reason(make_page("/b/"), LAST, "other", 50)
    found = [(each.code, each.share) for each in page_report(page, WEEK).reasons]
    assert found == [("confusing", Share(3, 4)), ("other", Share(1, 4))]


def test_each_version_is_compared_with_the_one_before() -> None:
    page = make_page()
    for number, (yes, no) in enumerate([(90, 10), (40, 60), (50, 50)], start=1):
        version_of(page, f"v{number}", datetime(2026, number, 1, tzinfo=UTC))
        tally(page, date(2026, number, 2), yes, no, f"v{number}")
    changes = page_report(page, WEEK).versions
    assert [(each.name, each.change) for each in changes] == [
        ("v3", Change(Share(40, 100), Share(50, 100))),
        ("v2", Change(Share(90, 100), Share(40, 100))),
    ]


def test_old_version_still_in_a_cache_counts_to_itself() -> None:
    page = make_page()
    version_of(page, "v1", datetime(2026, 1, 1, tzinfo=UTC)), version_of(page, "v2", datetime(2026, 2, 1, tzinfo=UTC))
    tally(page, LAST, 30, 0, "v2"), tally(page, LAST, 0, 30, "v1")
    (change,) = page_report(page, WEEK).versions
    assert change.change == Change(Share(0, 30), Share(30, 30))


def test_report_compares_the_newest_versions() -> None:
    page, first = make_page(), now()
    for number in range(VERSIONS + 3):
        version_of(page, f"v{number}", first + timedelta(days=number))
        tally(page, LAST, 1, 0, f"v{number}")
    changes = page_report(page, WEEK).versions
    assert (len(changes), changes[0].name) == (VERSIONS, f"v{VERSIONS + 2}")
