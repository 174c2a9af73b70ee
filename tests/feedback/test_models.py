"""The tables: that a key is there once, and that no column has room for who a visitor is."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import IntegrityError, connection, models

from govpage.feedback.models import Comment, Page, Vote
from govpage.page import PageReference
from tests.feedback.visits import KEY, PAGE

FIELDS = [
    pytest.param(field, id=f"{model.__name__}.{field.name}")
    for model in apps.get_app_config("govpage_feedback").get_models()
    for field in model._meta.local_concrete_fields
]
IDENTIFYING = re.compile(r"\bip\b|addr|agent|browser|refer|session|user|visitor|cookie|mail|phone|client|hash|device")


@pytest.mark.parametrize("field", FIELDS)
def test_no_column_is_named_for_the_visitor(field: models.Field[Any, Any]) -> None:
    assert not IDENTIFYING.search(f"{field.name} {field.column}".replace("_", " "))


@pytest.mark.parametrize("field", FIELDS)
def test_no_column_is_typed_for_the_visitor(field: models.Field[Any, Any]) -> None:
    identifying = (models.GenericIPAddressField, models.EmailField, models.JSONField, models.BinaryField)
    assert not isinstance(field, identifying)
    assert field.related_model not in (get_user_model(), Session)


@pytest.mark.parametrize(
    ("model", "columns"),
    [
        pytest.param(Page, {"id", "digest", "path", "title", "language"}, id="Page"),
        pytest.param(Vote, {"id", "key", "page_id", "version", "helpful", "status", "held_because", "sent"}, id="Vote"),
        pytest.param(Comment, {"id", "key", "page_id", "vote_id", "reason", "text", "sent"}, id="Comment"),
    ],
)
def test_columns_in_the_database(model: type[models.Model], columns: set[str], db: None) -> None:
    with connection.cursor() as cursor:
        table = connection.introspection.get_table_description(cursor, model._meta.db_table)
    assert {column.name for column in table} == columns


@pytest.fixture
def page(db: None) -> Page:
    return Page.objects.named(PAGE)


def test_key_of_a_vote_is_there_once(page: Page) -> None:
    Vote.objects.create(key=KEY, page=page, answer="yes")
    with pytest.raises(IntegrityError, match="key"):
        Vote.objects.create(key=KEY, page=page, answer="no")


def test_key_of_a_comment_is_there_once(page: Page) -> None:
    Comment.objects.create(key=KEY, page=page, text="First.")
    with pytest.raises(IntegrityError, match="key"):
        Comment.objects.create(key=KEY, page=page, text="Second.")


def test_vote_has_one_comment(page: Page) -> None:
    vote = Vote.objects.create(key=KEY, page=page, answer="no")
    Comment.objects.create(key="1", page=page, vote=vote)
    with pytest.raises(IntegrityError, match="vote"):
        Comment.objects.create(key="2", page=page, vote=vote)


def test_page_with_votes_stays(page: Page) -> None:
    Vote.objects.create(key=KEY, page=page, answer="yes")
    with pytest.raises(models.ProtectedError):
        page.delete()


def test_page_is_made_at_its_first_answer(page: Page) -> None:
    assert (page.path, page.title, page.language) == (PAGE.path, PAGE.title, PAGE.language)


def test_page_is_one_in_all_its_versions(page: Page) -> None:
    assert Page.objects.named(PageReference(PAGE.path, "New title", "v2", "en")) == page


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
        pytest.param(Comment(text="w" * 100), "w" * 80, id="comment"),
        pytest.param(Comment(reason="confusing"), "is confusing", id="comment-with-reason-only"),
    ],
)
def test_name_for_staff(thing: models.Model, name: str) -> None:
    assert str(thing) == name
