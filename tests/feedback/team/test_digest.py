"""What the weekly digest says of answers, held ones too, and of what waits."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import now

from govpage.feedback.digest import NAMED, digest
from govpage.feedback.watching import last_week
from tests.feedback.team.said import said, voted
from tests.feedback.team.tallies import MONDAY, SUNDAY, fell, make_page, tally, texts

pytestmark = pytest.mark.django_db
HELD = "https://harbor.example.gov/admin/govpage_feedback/vote/?status__exact=held"


def lines_of(heading: str) -> list[tuple[str, str]]:
    """Return what the digest of the last week says under a heading, each with where it leads."""
    found = [part.lines for part in digest(last_week(MONDAY)).parts if part.heading == heading]
    return [(line.text, line.url) for lines in found for line in lines]


def test_digest_of_a_week_without_answers_says_so() -> None:
    assert "No answers came in. See whether the form still works." in digest(last_week(MONDAY)).as_text()


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        pytest.param(
            {"yes": 80, "no": 20, "held": 100, "held_yes": 10},
            "100 more are held and do not count. With them it would be 45%.",
            id="many",
        ),
        pytest.param(
            {"yes": 80, "no": 20, "held": 1}, "1 more is held and does not count. With them it would be 79%.", id="one"
        ),
        pytest.param({"yes": 2, "held": 3}, "3 more are held and do not count.", id="too-few-for-a-share"),
        pytest.param(
            {"held": 500},
            "500 answers came in and none counts: all are held. Look at them; without them there is no share. "
            "With them it would be 0%.",
            id="all",
        ),
        pytest.param(
            {"held": 1},
            "1 answer came in and does not count: it is held. Look at it; without it there is no share.",
            id="all-of-one",
        ),
    ],
)
def test_digest_says_how_many_answers_of_the_week_are_held(counts: dict[str, Any], says: str) -> None:
    tally(make_page(), SUNDAY, **counts)
    totals = lines_of("All pages")
    assert (says, HELD) in totals
    assert not [text for text, _url in totals if "came in. See" in text]


def test_digest_of_a_week_without_held_answers_says_nothing_of_them() -> None:
    tally(make_page(), SUNDAY, 80, 20)
    assert "held" not in digest(last_week(MONDAY)).as_text()


def test_digest_says_of_a_page_how_many_are_held() -> None:
    tally(make_page("/a/", "Piers"), SUNDAY, 80, 20, held=2), tally(make_page("/b/", "Fees"), SUNDAY, held=1)
    assert [text for text, _url in lines_of("Most answers")] == [
        "Piers: 80% (71% to 87%), 100 answers, 2 held answers",
        "Fees: No answers, 0 answers, 1 held answer",
    ]


def test_digest_says_how_much_waits_and_leads_to_it() -> None:
    page = make_page()
    for number in range(NAMED + 2):
        fell(page, f"fell:{number}")
    fell(page, "closed", closed=now())
    for state in ("new", "new", "held", "acted-on"):
        said(state=state, page=page)
    for status in ("held", "held", "held", "counted", "set-aside"):
        voted(page=page, status=status)
    admin = "https://harbor.example.gov/admin/govpage_feedback/"
    assert lines_of("Waiting for you")[NAMED:] == [
        ("2 more open alerts", f"{admin}alert/?closed__isempty=1"),
        ("2 new comments", f"{admin}comment/?state__exact=new"),
        ("1 held comment", f"{admin}comment/?state__exact=held"),
        ("3 held answers", HELD),
    ]


def test_digest_that_names_all_alerts_has_no_more() -> None:
    for number in range(NAMED):
        fell(None, f"fell:{number}")
    assert len(lines_of("Waiting for you")) == NAMED


def test_lists_to_which_the_digest_leads_are_those_that_it_counts(admin_client: Client) -> None:
    for number in range(NAMED + 1):
        fell(None, f"fell:{number}")
    fell(None, "closed", closed=now())
    said(state="new"), said(state="held"), voted(status="held"), voted()
    links = [url.partition("harbor.example.gov")[2] for _text, url in lines_of("Waiting for you")[NAMED:]]
    shown = [texts(admin_client, url).count('name="_selected_action"') for url in links]
    assert shown == [NAMED + 1, 1, 1, 1]
