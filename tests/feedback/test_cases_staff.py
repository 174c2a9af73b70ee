"""Abuse and bad input on the pages of staff, each case by its name; and what staff see of values that were posted."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from io import StringIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from govpage.components import FeedbackFollowUp
from govpage.feedback.cells import recover
from govpage.feedback.exports import COMMENTS as COLUMNS
from govpage.feedback.exports import KEYS, in_batches
from govpage.feedback.models import AuditEvent, Comment, ContentVersion, Page, Tally
from govpage.feedback.periods import Period, course
from govpage.feedback.reports import page_report
from govpage.feedback.retention import purge
from govpage.feedback.statistics import Count
from govpage.feedback_words import is_off
from govpage.page import PageReference
from tests.feedback.team.said import COMMENTS, EXPORT, READ, VOTES, body, said, voted
from tests.feedback.team.tallies import SUNDAY, client_of, make_page, reader, section, tally, texts
from tests.feedback.visits import PAGE, comment, get, shown, vote

API = "/feedback/api/comments/"
REPORT = "/admin/govpage_feedback/page/"
DAY = timedelta(days=1)


@pytest.fixture
def staff(db: None) -> Client:
    """Somebody who may see and export everything."""
    return client_of(reader(*EXPORT, "view_page", "api_comment", "all_sections"))


FORMULAS = [
    pytest.param('=HYPERLINK("http://evil.example","Click")', id="hyperlink"),
    pytest.param("+1", id="plus"),
    pytest.param("-1", id="minus"),
    pytest.param("@x", id="at"),
    pytest.param("\t=1+1", id="tab"),
    pytest.param("\r=1+1", id="cr"),
    pytest.param("\n=1+1", id="lf"),
    pytest.param("＝1+1", id="full-width"),
]


@pytest.mark.parametrize("text", FORMULAS)
def test_formula_is_inert_in_csv_and_recoverable(text: str, staff: Client) -> None:
    said(text)
    exported = body(staff.get(f"{COMMENTS}export/csv/")).removeprefix("\ufeff")
    cell = next(csv.DictReader(io.StringIO(exported, newline="")))["comment"]
    assert (cell[0], recover(cell)) == ("'", text)


@pytest.mark.parametrize("text", FORMULAS)
def test_formula_is_as_it_was_written_in_json_lines(text: str, staff: Client) -> None:
    said(text)
    assert json.loads(body(staff.get(f"{COMMENTS}export/jsonl/")))["comment"] == text


def test_export_of_many_rows_is_streamed(staff: Client) -> None:
    """``make bench`` measures a million; this shows that no piece holds more than a part."""
    page = make_page()
    Comment.objects.bulk_create([Comment(page=page, text="x" * 100) for _row in range(3000)], batch_size=500)
    response: Any = staff.get(f"{COMMENTS}export/csv/")
    assert response.streaming
    assert KEYS < 100_000
    assert max(len(rows) for rows in in_batches(COLUMNS, Comment.objects.all())) <= 200
    assert body(response).count("\n") == 3001


@pytest.mark.parametrize("place", [VOTES, COMMENTS])
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_view_without_export_permission_is_403_and_logged(place: str, form: str, db: None) -> None:
    assert client_of(reader(*READ, "all_sections")).get(f"{place}export/{form}/").status_code == 403
    event = AuditEvent.objects.get()
    assert (event.actor, event.action, event.details["format"]) == ("reader", "export.refused", form)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(f"{REPORT}{{page}}/change/", id="report"),
        pytest.param("/admin/govpage_feedback/page/?section={section}", id="overview"),
        pytest.param(f"{COMMENTS}{{comment}}/change/", id="comment"),
        pytest.param(f"{COMMENTS}{{comment}}/history/", id="history"),
        pytest.param(f"{VOTES}{{vote}}/change/", id="answer"),
        pytest.param(f"{COMMENTS}?section={{section}}", id="queue"),
        pytest.param(f"{COMMENTS}?page__id__exact={{page}}", id="queue-of-a-page"),
        pytest.param(f"{VOTES}?section={{section}}", id="answers"),
        pytest.param(f"{COMMENTS}export/csv/?section={{section}}", id="export"),
        pytest.param(f"{VOTES}export/jsonl/?page__id__exact={{page}}", id="export-of-a-page"),
        pytest.param(f"{API}?section={{section}}", id="api"),
        pytest.param(f"{API}?page={{page}}", id="api-of-a-page"),
        pytest.param("/feedback/api/pages/?section={section}", id="api-of-scores"),
    ],
)
def test_owner_of_one_section_asks_for_another(address: str, db: None) -> None:
    owner = reader(*EXPORT, "view_page", "change_comment", "api_comment")
    section("A", "/a/", owner)
    theirs = section("B", "/b/")
    answer = voted(page=make_page("/b/1/"), text="Theirs")
    keys = {"page": answer.page_id, "section": theirs.pk, "vote": answer.pk, "comment": answer.comment.pk}
    assert client_of(owner).get(address.format(**keys)).status_code == 404


def test_purge_during_export_is_consistent(settings: Settings, db: None) -> None:
    settings.GOVPAGE_FEEDBACK = {"retention_days": 30}
    page, now = make_page(), timezone.now()
    Comment.objects.bulk_create(
        [
            Comment(page=page, text="old" if row % 2 else "new", sent=now - (31 * DAY if row % 2 else DAY))
            for row in range(1000)
        ]
    )
    found = in_batches(COLUMNS, Comment.objects.all())
    first = next(found)
    assert purge(now).comments == 500
    rest = [row["comment"] for rows in found for row in rows]
    assert (len(first), rest) == (200, ["new"] * 400)


def test_purge_dry_run_prints_counts(settings: Settings, db: None, capsys: Any) -> None:
    settings.GOVPAGE_FEEDBACK = {"retention_days": 30}
    said(sent=timezone.now() - 31 * DAY)
    call_command("purge_feedback", "--dry-run")
    assert "Comments that would be removed: 1." in capsys.readouterr().out
    assert Comment.objects.count() == 1


def test_page_deleted_keeps_its_tallies_and_purges_its_comments(settings: Settings, db: None) -> None:
    """A page of the site that is gone is one that nobody answers about any more: nothing here hangs on it."""
    settings.GOVPAGE_FEEDBACK = {"retention_days": 30}
    now = timezone.now()
    answer = voted(text="old", sent=now - 31 * DAY)
    Comment.objects.update(sent=now - 31 * DAY)
    tally(answer.page, (now - 31 * DAY).date(), no=40)
    purge(now)
    days = Period.ending((now - 31 * DAY).date(), 7)
    assert (Comment.objects.count(), page_report(answer.page, days).total.now.no) == (0, 40)


def test_old_token_of_a_page_that_changed_still_counts(visitor: Client, transactional_db: None) -> None:
    old = PageReference(PAGE.path, "Its old title", "v0", "en")
    vote(visitor, page=PAGE)
    vote(visitor, "yes", page=old)
    assert Page.objects.get().tallies.count() == 2
    assert sorted(ContentVersion.objects.values_list("name", flat=True)) == ["v0", "v1"]


def test_page_renamed_keeps_its_history_and_its_old_token_counts(
    visitor: Client, settings: Settings, transactional_db: None
) -> None:
    old = PageReference("/old/", PAGE.title, "v1", "en")
    vote(visitor, page=old)
    settings.GOVPAGE_FEEDBACK = {"resolver": "tests.feedback.test_moving.moved"}
    vote(visitor, "yes", page=old)
    call_command("follow_moved_pages", stdout=StringIO())
    assert (Page.objects.get().path, Tally.objects.get().yes, Tally.objects.get().no) == ("/news/new/", 1, 1)


def test_day_without_votes_is_a_gap_and_not_0_percent(db: None) -> None:
    days = Period(SUNDAY - 2 * DAY, SUNDAY)
    counts = [(days.first, Count(yes=40)), (SUNDAY, Count(yes=40))]
    assert [piece.count.answers for piece in course(days, counts).answers] == [40, 0, 40]
    assert not Count().share.enough


def test_one_vote_is_not_enough(staff: Client) -> None:
    page = make_page()
    tally(page, timezone.localdate(), yes=1)
    text = texts(staff, f"{REPORT}{page.pk}/change/")
    assert ("gov-score__none" in text, 'gov-lines__share">100%' in text, "95% interval" in text) == (True, False, False)


@pytest.mark.parametrize(
    ("expires", "asks"),
    [pytest.param(timedelta(0), True, id="last-day"), pytest.param(-DAY, False, id="expired-at-midnight")],
)
def test_pra_expired_at_midnight_asks_no_structured_questions(
    expires: timedelta, asks: bool, settings: Settings
) -> None:
    today: date = timezone.localdate()
    settings.GOVPAGE_FEEDBACK = {"clearance": {"number": "1600-0000", "expires": today + expires}}
    html = FeedbackFollowUp("token").render_html()
    assert ('name="reason"' in html) is asks
    assert 'name="comment"' in html


@pytest.mark.parametrize("archived", [True, False])
def test_archived_page_follows_the_archive_setting(archived: bool, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"archived": archived}
    assert is_off("/news/a/", archived=True) is not archived


# Values, as staff see them

HOSTILE = [
    pytest.param("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", id="script"),
    pytest.param("{{7*7}}", "{{7*7}}", id="template"),
    pytest.param("javascript:alert(1)", "javascript:alert(1)", id="javascript"),
    pytest.param("https://evil.example/", "https://evil.example/", id="address"),
]
SHOWN = [
    pytest.param(COMMENTS, id="queue"),
    pytest.param(f"{COMMENTS}{{comment}}/change/", id="comment"),
    pytest.param(VOTES, id="answers"),
    pytest.param(f"{VOTES}{{vote}}/change/", id="answer"),
]


@pytest.mark.parametrize("place", SHOWN)
@pytest.mark.parametrize(("text", "escaped"), HOSTILE)
def test_comment_is_text_and_no_link(place: str, text: str, escaped: str, staff: Client) -> None:
    answer = voted(text=text)
    page = texts(staff, place.format(vote=answer.pk, comment=answer.comment.pk))
    assert f'<div dir="auto">{escaped}</div>' in page
    assert f'href="{text}"' not in page


@pytest.mark.parametrize("place", SHOWN)
@pytest.mark.parametrize("text", ["جدول الميناء", "טבלת הנמל"], ids=["arabic", "hebrew"])
def test_right_to_left_comment_has_dir_auto(place: str, text: str, staff: Client) -> None:
    answer = voted(text=text)
    page = texts(staff, place.format(vote=answer.pk, comment=answer.comment.pk))
    assert f'<div dir="auto">{text}</div>' in page


def test_right_to_left_comment_leaves_tallies_right(visitor: Client, transactional_db: None) -> None:
    comment(visitor, token_of(vote(visitor)), "جدول الميناء")
    assert (Tally.objects.get().no, Comment.objects.get().text) == (1, "جدول الميناء")


def token_of(response: Any) -> str:
    """Return the token of the form to which an answer leads."""
    tokens: list[str] = parse_qs(urlsplit(response["Location"]).query)["token"]
    return tokens[0]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        pytest.param("%", 1, id="percent"),
        pytest.param("_", 1, id="underscore"),
        pytest.param("1_0", 0, id="underscore-between"),
        pytest.param("1%0", 0, id="percent-between"),
        pytest.param("' OR 1=1 --", 0, id="quotation"),
        pytest.param("\\", 0, id="backslash"),
    ],
)
@pytest.mark.parametrize("place", [COMMENTS, VOTES, API])
def test_sql_wildcards_in_staff_search_are_literal(place: str, search: str, found: int, staff: Client) -> None:
    voted(text="It is 100% wrong in file_name.")
    voted(text="It has 100 words.")
    response = staff.get(place, {"q": search})
    assert response.status_code == 200
    assert sum(response.content.decode().count(words) for words in ("100% wrong", "100 words")) == found


@pytest.mark.parametrize("path", ["//evil.example", "\\\\evil", "%0d%0aX: 1", "/../etc"])
def test_posted_path_is_ignored(path: str, visitor: Client, transactional_db: None) -> None:
    response = vote(visitor, answer="yes", path=path, next=path, url=path)
    assert Page.objects.get().path == PAGE.path
    assert [link for link in shown(get(visitor, response["Location"])).links if path in link] == []
