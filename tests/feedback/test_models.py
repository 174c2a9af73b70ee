"""The tables: that a key is there once, and that no column has room for who a visitor is."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import IntegrityError, connection, models
from pytest_django import Settings

from govpage.feedback.models import (
    Alert,
    AuditEvent,
    Comment,
    ContentVersion,
    Page,
    ReasonTally,
    SavedFilter,
    ScreeningTally,
    Section,
    Tag,
    Tally,
    Vote,
)
from govpage.page import PageReference
from tests.feedback.visits import KEY, PAGE

FIELDS = [
    pytest.param(field, id=f"{model.__name__}.{field.name}")
    for model in apps.get_app_config("govpage_feedback").get_models()
    for field in model._meta.local_concrete_fields
]
DAY = date(2026, 11, 29)

STAFF = {"Comment.assignee", "SavedFilter.made_by", "AuditEvent.actor"}
"""Who of the staff does what; no visitor has an account."""

DETAILS = {"Alert.details", "AuditEvent.details"}
"""What an alert or an act of staff is about; nothing of a request gets there."""

IDENTIFYING = re.compile(r"\bip\b|addr|agent|browser|refer|session|user|visitor|cookie|mail|phone|client|hash|device")


@pytest.mark.parametrize("field", FIELDS)
def test_no_column_is_named_for_the_visitor(field: models.Field[Any, Any]) -> None:
    assert not IDENTIFYING.search(f"{field.name} {field.column}".replace("_", " "))


@pytest.mark.parametrize("field", FIELDS)
def test_no_column_is_typed_for_the_visitor(field: models.Field[Any, Any]) -> None:
    assert not isinstance(field, models.GenericIPAddressField | models.EmailField | models.BinaryField)
    assert isinstance(field, models.JSONField) is (name_of(field) in DETAILS)


@pytest.mark.parametrize("field", FIELDS)
def test_only_staff_is_named_by_an_account(field: models.Field[Any, Any]) -> None:
    named = field.related_model in (get_user_model(), Session)
    assert not named or name_of(field) in STAFF


def name_of(field: models.Field[Any, Any]) -> str:
    return f"{field.model.__name__}.{field.name}"


@pytest.mark.parametrize(
    ("model", "columns"),
    [
        pytest.param(Page, "id digest path title language section_id", id="Page"),
        pytest.param(ContentVersion, "id page_id name first_answer", id="ContentVersion"),
        pytest.param(Vote, "id key page_id version_id answer reason status held_because sent", id="Vote"),
        pytest.param(
            Comment,
            "id key kind page_id vote_id reason text removed held_because sent state assignee_id note outcome",
            id="Comment",
        ),
        pytest.param(Tally, "id page_id version_id day slot yes no partly held held_yes", id="Tally"),
        pytest.param(ReasonTally, "id page_id version_id day reason slot count", id="ReasonTally"),
        pytest.param(ScreeningTally, "id day check_name verdict count", id="ScreeningTally"),
    ],
)
def test_columns_in_the_database(model: type[models.Model], columns: str, db: None) -> None:
    with connection.cursor() as cursor:
        table = connection.introspection.get_table_description(cursor, model._meta.db_table)
    assert {column.name for column in table} == set(columns.split())


@pytest.fixture
def page(db: None) -> Page:
    return Page.objects.named(PAGE)


@pytest.fixture
def version(page: Page) -> ContentVersion:
    return ContentVersion.objects.create(page=page, name="v1")


def test_key_of_a_vote_is_there_once(page: Page, version: ContentVersion) -> None:
    Vote.objects.create(key=KEY, page=page, version=version, answer="yes")
    with pytest.raises(IntegrityError, match="key"):
        Vote.objects.create(key=KEY, page=page, version=version, answer="no")


def test_key_of_a_comment_is_there_once(page: Page) -> None:
    Comment.objects.create(key=KEY, page=page, text="First.")
    with pytest.raises(IntegrityError, match="key"):
        Comment.objects.create(key=KEY, page=page, text="Second.")


def test_vote_has_one_comment(page: Page, version: ContentVersion) -> None:
    vote = Vote.objects.create(key=KEY, page=page, version=version, answer="no")
    Comment.objects.create(key="1", page=page, vote=vote)
    with pytest.raises(IntegrityError, match="vote"):
        Comment.objects.create(key="2", page=page, vote=vote)


def test_many_votes_have_no_key_any_more(page: Page, version: ContentVersion) -> None:
    Vote.objects.bulk_create([Vote(page=page, version=version, answer="yes") for _number in range(2)])
    assert Vote.objects.filter(key=None).count() == 2


def test_version_of_a_page_is_there_once(page: Page, version: ContentVersion) -> None:
    with pytest.raises(IntegrityError, match="page"):
        ContentVersion.objects.create(page=page, name=version.name)


def test_page_with_votes_stays(page: Page, version: ContentVersion) -> None:
    Vote.objects.create(key=KEY, page=page, version=version, answer="yes")
    with pytest.raises(models.ProtectedError):
        page.delete()


def test_page_is_made_at_its_first_answer(page: Page) -> None:
    assert (page.path, page.title, page.language) == (PAGE.path, PAGE.title, PAGE.language)


def test_page_is_one_in_all_its_versions(page: Page) -> None:
    assert Page.objects.named(PageReference(PAGE.path, "New title", "v2", "en")) == page


@pytest.mark.parametrize(
    ("name", "title"),
    [
        pytest.param("v2", "New title", id="new-version"),
        pytest.param("", "New title", id="without-versions"),
        pytest.param("v1", PAGE.title, id="old-copy"),
    ],
)
def test_title_and_language_are_those_of_the_newest_content(
    name: str, title: str, page: Page, version: ContentVersion
) -> None:
    Page.objects.named(PageReference(PAGE.path, "New title", name, "es"))
    page.refresh_from_db()
    assert (page.title, page.language) == (title, PAGE.language if title == PAGE.title else "es")


def test_title_of_before_a_move_changes_nothing(page: Page, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"resolver": f"{__name__}.moved"}
    Page.objects.named(PageReference("/old/", "Old title", "v0", "en"))
    page.refresh_from_db()
    assert page.title == PAGE.title


def moved(path: str) -> str:
    """Say where a page stands now."""
    return PAGE.path


def test_pages_may_have_long_addresses(db: None) -> None:
    long = "/" + "x" * 3000
    assert Page.objects.named(PageReference(f"{long}/a/")) != Page.objects.named(PageReference(f"{long}/b/"))


@pytest.mark.parametrize(
    ("thing", "name"),
    [
        pytest.param(Page(path="/a/", title="Harbor report"), "Harbor report", id="page"),
        pytest.param(Page(path="/a/"), "/a/", id="page-without-title"),
        pytest.param(Vote(page=Page(path="/a/"), answer="yes"), "/a/: Yes", id="vote-yes"),
        pytest.param(Vote(page=Page(path="/a/"), answer="no"), "/a/: No", id="vote-no"),
        pytest.param(Comment(pk=7, text="Words", reason="confusing"), "Comment 7", id="comment-without-its-words"),
        pytest.param(Section(name="News"), "News", id="section"),
        pytest.param(ContentVersion(name="v1"), "v1", id="version"),
        pytest.param(Tag(name="tables"), "tables", id="tag"),
        pytest.param(Tally(page=Page(path="/a/"), day=DAY), "/a/, 2026-11-29", id="tally"),
        pytest.param(
            ReasonTally(page=Page(path="/a/"), day=DAY, reason="other"), "/a/, 2026-11-29: other", id="tally-of-reasons"
        ),
        pytest.param(ScreeningTally(check_name="origin", day=DAY), "origin, 2026-11-29", id="tally-of-a-check"),
        pytest.param(SavedFilter(name="Mine"), "Mine", id="filter"),
        pytest.param(Alert(kind="silent-site"), "The site gets no answers any more", id="alert"),
        pytest.param(AuditEvent(at=datetime(2026, 11, 29, tzinfo=UTC), action="purge"), "2026-11-29 purge", id="event"),
    ],
)
def test_name_for_staff(thing: models.Model, name: str) -> None:
    assert str(thing) == name
