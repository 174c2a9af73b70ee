"""Filters that somebody uses again: one's own and shared ones."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.test import Client

from govpage.feedback.admin.saved import address
from govpage.feedback.models import SavedFilter
from tests.feedback.team.said import COMMENTS, READ
from tests.feedback.team.tallies import client_of, reader, texts

FILTERS = "/admin/govpage_feedback/savedfilter/"
MAY = (*READ, "add_savedfilter", "change_savedfilter", "delete_savedfilter", "view_savedfilter")
QUERY = "state__exact=new&assigned=me"


@pytest.fixture
def user(db: None) -> User:
    """Somebody who saves filters."""
    return reader(*MAY, name="m.rivera")


@pytest.fixture
def team(user: User) -> Client:
    """That person's browser."""
    return client_of(user)


@pytest.fixture
def other(db: None) -> User:
    """Somebody else who does."""
    return reader(*MAY, name="k.doe")


def save(client: Client, name: str = "Mine", query: str = QUERY, **more: str) -> str:
    """Save a filter; return where that leads, or the page that says what is wrong."""
    response = client.post(f"{FILTERS}add/", {"name": name, "query": query, **more})
    return response["Location"] if response.status_code == 302 else response.content.decode()


def test_filter_is_saved_and_used(team: Client, user: User) -> None:
    assert save(team) == f"{COMMENTS}?{QUERY}"
    saved = SavedFilter.objects.get()
    assert (saved.name, saved.query, saved.made_by, saved.shared) == ("Mine", QUERY, user, False)
    assert f'<a href="{COMMENTS}?{QUERY.replace("&", "&amp;")}" dir="auto">Mine</a>' in texts(team, COMMENTS)


def test_queue_offers_to_save_what_it_shows(team: Client) -> None:
    page = texts(team, COMMENTS, state__exact="new", p="1")
    assert f'{FILTERS}add/?query={quote("state__exact=new")}"' in page
    assert 'value="state__exact=new"' in texts(team, f"{FILTERS}add/", query="state__exact=new")


@pytest.mark.parametrize(
    ("query", "says"),
    [
        pytest.param("", "Filter the comments first, then save the filter.", id="none"),
        pytest.param("q=" + quote("ش" * 90), "This filter is too long to be saved.", id="too-long"),
    ],
)
def test_filter_that_cannot_be_saved_says_why_where_it_is_seen(query: str, says: str, team: Client) -> None:
    assert says in save(team, query=query).partition('class="errornote"')[2].partition("<fieldset")[0]
    assert not SavedFilter.objects.exists()


def test_queue_without_filter_has_nothing_to_save(team: Client) -> None:
    assert "Save this filter" not in texts(team, COMMENTS)


def test_who_may_not_is_not_asked_to_save(db: None) -> None:
    page = texts(client_of(reader(*READ)), COMMENTS, state__exact="new")
    assert [words for words in ("Save this filter", "Change your filters") if words in page] == []


@pytest.mark.parametrize("shared", [True, False])
def test_a_shared_filter_is_for_everybody(shared: bool, team: Client, other: User) -> None:
    SavedFilter.objects.create(name="Theirs", query=QUERY, made_by=other, shared=shared)
    page = texts(team, COMMENTS)
    assert ("Theirs" in page, "shared by k.doe" in page) == (shared, shared)


@pytest.mark.parametrize("place", ["change", "delete"])
def test_nobody_changes_another_s_filter(place: str, team: Client, other: User) -> None:
    theirs = SavedFilter.objects.create(name="Theirs", query=QUERY, made_by=other, shared=True)
    team.post(f"{FILTERS}{theirs.pk}/{place}/", {"name": "x", "query": "a=b", "post": "yes"})
    theirs.refresh_from_db()
    assert theirs.name == "Theirs"
    assert "Theirs" not in texts(team, FILTERS)


def test_own_filter_is_changed(team: Client, user: User) -> None:
    own = SavedFilter.objects.create(name="Mine", query=QUERY, made_by=user)
    team.post(f"{FILTERS}{own.pk}/change/", {"name": "Mine", "query": QUERY, "shared": "on"})
    own.refresh_from_db()
    assert own.shared
    assert "Show the comments" in texts(team, FILTERS)


def test_a_name_is_used_once(team: Client, other: User) -> None:
    SavedFilter.objects.create(name="Mine", query=QUERY, made_by=other)
    assert save(team) == f"{COMMENTS}?{QUERY}"
    assert "You have a filter of this name already." in save(team)


@pytest.mark.parametrize("query", ["", "   ", "nothing"])
def test_no_filter_is_not_saved(query: str, team: Client) -> None:
    save(team, query=query)
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize(
    "query",
    ["//evil.example", "javascript:alert(1)", '"><script>x=1</script>', "\r\nLocation: https://evil.example/=1"],
)
def test_a_saved_filter_leads_to_the_queue_and_nowhere_else(query: str) -> None:
    place = address(SavedFilter(query=query))
    assert place.startswith(f"{COMMENTS}?")
    assert [mark for mark in ("\r", "\n", "<", '"', "//evil", ":") if mark in place] == []
