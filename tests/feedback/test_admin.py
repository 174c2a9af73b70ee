"""What staff read: everything that was said, as text, and no words to edit."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from govpage.feedback.models import Comment, ContentVersion, Page, Vote
from govpage.feedback.work import fingerprint
from govpage.page import PageReference
from tests.feedback.team.said import said, voted
from tests.feedback.team.tallies import make_page, version_of
from tests.feedback.visits import PAGE, WORDS

VOTES, COMMENTS = "/admin/govpage_feedback/vote/", "/admin/govpage_feedback/comment/"
LISTS = [pytest.param(VOTES, id="votes"), pytest.param(COMMENTS, id="comments")]


def answer(text: str = WORDS, page: PageReference = PAGE, reason: str = "confusing") -> Comment:
    """Keep a No with its comment, both under one number, so that a test can look at either."""
    stored = Page.objects.named(page)
    version = ContentVersion.objects.get_or_create(page=stored, name=page.version)[0]
    vote = Vote.objects.create(page=stored, version=version, answer="no", reason=reason)
    return Comment.objects.create(pk=vote.pk, page=stored, vote=vote, reason=reason, text=text)


def html(client: Client, url: str, **query: str) -> str:
    """Return the admin page at that address."""
    response = client.get(url, query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("url", LISTS)
def test_empty_list_opens(url: str, admin_client: Client) -> None:
    assert "0 " in html(admin_client, url)


@pytest.mark.parametrize("url", LISTS)
def test_list_shows_page_reason_and_words(url: str, admin_client: Client) -> None:
    answer()
    page = html(admin_client, url)
    assert [part for part in ("Harbor report", "is confusing", WORDS) if part not in page] == []


def test_vote_without_comment_is_listed(admin_client: Client) -> None:
    voted("yes")
    assert "1 answer" in html(admin_client, VOTES)


def test_comment_that_stands_alone_is_listed(admin_client: Client) -> None:
    said()
    assert WORDS in html(admin_client, COMMENTS, vote__isempty="1")


@pytest.mark.parametrize("url", LISTS)
def test_detail_shows_page_reason_and_words(url: str, admin_client: Client) -> None:
    page = html(admin_client, f"{url}{answer().pk}/change/")
    assert [part for part in ("Harbor report", "is confusing", WORDS) if part not in page] == []


def test_detail_of_a_vote_without_comment_opens(admin_client: Client) -> None:
    vote = voted("yes")
    assert "Harbor report" in html(admin_client, f"{VOTES}{vote.pk}/change/")


@pytest.mark.parametrize("url", LISTS)
def test_nobody_adds(url: str, admin_client: Client) -> None:
    assert admin_client.get(f"{url}add/").status_code == 403


def test_nobody_changes_an_answer(admin_client: Client) -> None:
    vote = answer().vote
    assert vote
    assert admin_client.post(f"{VOTES}{vote.pk}/change/", {"answer": "yes"}).status_code == 403
    vote.refresh_from_db()
    assert vote.answer == "no"


def test_nobody_changes_the_words_of_a_comment(admin_client: Client) -> None:
    comment = answer()
    said = {"text": "Other", "state": "in-progress", "outcome": "", "note": "", "assignee": ""}
    said["seen"] = fingerprint(comment)
    assert admin_client.post(f"{COMMENTS}{comment.pk}/change/", said).status_code == 302
    comment.refresh_from_db()
    assert (comment.text, comment.state) == (WORDS, "in-progress")


@pytest.mark.parametrize("url", LISTS)
def test_nobody_deletes(url: str, admin_client: Client) -> None:
    comment = answer()
    assert admin_client.post(f"{url}{comment.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Vote.objects.count() == Comment.objects.count() == 1


@pytest.mark.parametrize("url", LISTS)
def test_nobody_deletes_from_the_list(url: str, admin_client: Client) -> None:
    data = {"action": "delete_selected", "_selected_action": [str(answer().pk)], "post": "yes"}
    admin_client.post(url, data)
    assert Vote.objects.count() == Comment.objects.count() == 1


@pytest.mark.parametrize("url", LISTS)
def test_visitor_sees_nothing(url: str, client: Client, db: None) -> None:
    assert client.get(url)["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("url", LISTS)
@pytest.mark.parametrize("detail", [pytest.param(False, id="list"), pytest.param(True, id="detail")])
@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        pytest.param("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", id="script"),
        pytest.param("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;", id="handler"),
        pytest.param("{{7*7}}{% now 'Y' %}", "{{7*7}}{% now &#x27;Y&#x27; %}", id="template"),
        pytest.param("javascript:alert(1)", "javascript:alert(1)", id="javascript-address"),
        pytest.param("https://evil.example/", "https://evil.example/", id="address"),
    ],
)
def test_hostile_comment_is_text(url: str, detail: bool, text: str, escaped: str, admin_client: Client) -> None:
    comment = answer(text)
    page = html(admin_client, f"{url}{comment.pk}/change/" if detail else url)
    assert f'<div dir="auto">{escaped}</div>' in page


def test_hostile_title_is_text(admin_client: Client) -> None:
    answer(page=PageReference("/a/", "<script>alert(1)</script>"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html(admin_client, VOTES)


@pytest.mark.parametrize("url", LISTS)
def test_right_to_left_comment_has_its_direction(url: str, admin_client: Client) -> None:
    answer("עברית\nالعربية")
    assert '<div dir="auto">עברית<br>العربية</div>' in html(admin_client, url)


@pytest.mark.parametrize(
    ("url", "search", "found"),
    [
        pytest.param(VOTES, "100%", 1, id="percent"),
        pytest.param(VOTES, "%", 1, id="percent-alone"),
        pytest.param(VOTES, "_", 1, id="underscore-alone"),
        pytest.param(VOTES, "1_0", 0, id="underscore-is-no-wildcard"),
        pytest.param(VOTES, "1%0", 0, id="percent-is-no-wildcard"),
        pytest.param(VOTES, "' OR 1=1 --", 0, id="sql"),
        pytest.param(VOTES, "\\", 0, id="backslash"),
        pytest.param(VOTES, "harbor-report", 2, id="path"),
        pytest.param(VOTES, "Harbor report", 2, id="title"),
        pytest.param(COMMENTS, "1_0", 0, id="underscore-is-no-wildcard-in-comments"),
        pytest.param(COMMENTS, "100%", 1, id="percent-in-comments"),
    ],
)
def test_search_is_literal(url: str, search: str, found: int, admin_client: Client) -> None:
    answer("It is 100% wrong in file_name.")
    answer("It has 100 words.")
    assert html(admin_client, url, q=search).count('<div dir="auto">') == found


@pytest.mark.parametrize(
    ("url", "query"),
    [
        pytest.param(VOTES, {"answer__exact": "no"}, id="answer"),
        pytest.param(VOTES, {"status__exact": "counted"}, id="status"),
        pytest.param(VOTES, {"reason": "confusing"}, id="reason-of-a-vote"),
        pytest.param(COMMENTS, {"reason": "confusing"}, id="reason-of-a-comment"),
        pytest.param(COMMENTS, {"vote__isempty": "0"}, id="joined"),
    ],
)
def test_filter(url: str, query: dict[str, str], admin_client: Client) -> None:
    answer()
    said("", reason="other")
    voted("yes", status="held")
    assert html(admin_client, url, **query).count('name="_selected_action"') <= 1
    assert WORDS in html(admin_client, url, **query)


@pytest.mark.parametrize("url", LISTS)
def test_long_list_needs_no_more_queries(
    url: str, admin_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    page = make_page()
    version = version_of(page)
    votes = Vote.objects.bulk_create(Vote(page=page, version=version, answer="no") for _n in range(30))
    Comment.objects.bulk_create(Comment(page=page, vote=vote, text=WORDS) for vote in votes)
    with django_assert_max_num_queries(18):
        html(admin_client, url)
