"""The queue of comments: who works on what, how far it is, and what was done."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from govpage.feedback import access, work
from govpage.feedback.admin.actions import ACTIONS, MARK_AS
from govpage.feedback.models import AuditEvent, Comment, CommentKind, CommentState, Tag
from govpage.feedback.retention import purge
from tests.feedback.team.said import COMMENTS, WORK, act, said, voted
from tests.feedback.team.tallies import client_of, make_page, reader, section, texts
from tests.feedback.visits import WORDS

THREAT = "Tell the duty officer, extension 4."


@pytest.fixture
def user(db: None) -> User:
    """Somebody of the content team who works on the comments of all sections."""
    return reader(*WORK, "view_page", "all_sections", name="m.rivera")


@pytest.fixture
def team(user: User) -> Client:
    """That person's browser."""
    return client_of(user)


def form(comment: Comment, **more: str) -> dict[str, Any]:
    """Return what the page of a comment sends."""
    said = {"state": comment.state, "outcome": comment.outcome, "note": comment.note, "assignee": ""}
    return {**said, "seen": work.fingerprint(comment), **more}


def change(client: Client, comment: Comment, **more: str) -> str:
    """Send the page of a comment; return the page that follows."""
    response = client.post(f"{COMMENTS}{comment.pk}/change/", form(comment, **more), follow=True)
    assert response.status_code == 200
    comment.refresh_from_db()
    return response.content.decode()


def test_comment_is_worked_on(team: Client, user: User) -> None:
    comment, tag = said(), Tag.objects.create(name="tables")
    change(team, comment, state="in-progress", note="Ask the editor.", assignee=str(user.pk), tags=str(tag.pk))
    assert (comment.state, comment.note, comment.assignee) == ("in-progress", "Ask the editor.", user)
    assert list(comment.tags.all()) == [tag]


def test_change_is_logged_without_words(team: Client) -> None:
    comment = said()
    change(team, comment, note="Ask the editor.")
    event = AuditEvent.objects.get()
    assert (event.actor, event.action) == ("m.rivera", "comment.change")
    assert event.details == {"comments": [comment.pk], "state": "new", "changed": ["note"]}


@pytest.mark.parametrize("outcome", ["", "   "])
def test_acted_on_needs_what_was_done(outcome: str, team: Client) -> None:
    comment = said()
    assert "Say what was done." in change(team, comment, state="acted-on", outcome=outcome)
    assert comment.state == "new"


def test_acted_on_with_what_was_done(team: Client) -> None:
    comment = said()
    change(team, comment, state="acted-on", outcome="The table has years.")
    assert (comment.state, comment.outcome) == ("acted-on", "The table has years.")


def test_a_state_that_there_is_not_is_refused(team: Client) -> None:
    comment = said()
    assert "Select a valid choice" in change(team, comment, state="gone")
    assert comment.state == "new"


@pytest.mark.parametrize(
    ("permissions", "values", "offered"),
    [
        pytest.param(("view_comment", "all_sections"), {}, True, id="reads-all-sections"),
        pytest.param(("view_comment",), {}, False, id="reads-another-section"),
        pytest.param(("view_page", "all_sections"), {}, False, id="reads-no-comments"),
        pytest.param((), {"is_superuser": True}, True, id="superuser"),
        pytest.param(("view_comment", "all_sections"), {"is_staff": False}, False, id="no-staff"),
        pytest.param(("view_comment", "all_sections"), {"is_active": False}, False, id="left"),
    ],
)
def test_who_may_read_a_comment_can_be_assigned(
    permissions: tuple[str, ...], values: dict[str, bool], offered: bool, team: Client
) -> None:
    User.objects.filter(pk=reader(*permissions, name="k.doe").pk).update(**values)
    assert ("k.doe" in texts(team, f"{COMMENTS}{said().pk}/change/")) is offered


@pytest.mark.parametrize("prefix", [pytest.param("/news/", id="own"), pytest.param("/ports/", id="another")])
def test_owner_of_the_section_can_be_assigned(prefix: str, team: Client) -> None:
    section("News", "/news/", reader("view_comment", name="k.doe"))
    comment = said(page=make_page(f"{prefix}a/"))
    assert ("k.doe" in texts(team, f"{COMMENTS}{comment.pk}/change/")) is (prefix == "/news/")


def test_all_staff_can_be_assigned_where_nothing_tells_who_has_a_permission(
    team: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader(name="k.doe")
    monkeypatch.setattr(access, "get_backends", list)
    assert "k.doe" in texts(team, f"{COMMENTS}{said().pk}/change/")


def test_what_a_colleague_did_meanwhile_is_told_and_not_overwritten(team: Client, user: User) -> None:
    comment = said()
    opened = form(comment, note="Mine")
    comment.tags.add(Tag.objects.create(name="tables"))
    Comment.objects.update(state="acted-on", outcome="Years were added.", assignee=user)
    page = team.post(f"{COMMENTS}{comment.pk}/change/", opened).content.decode()
    comment.refresh_from_db()
    assert "Changed since you opened it: Acted on; Years were added.; m.rivera; tables." in page
    assert (comment.state, comment.outcome, comment.note) == ("acted-on", "Years were added.", "")
    assert ("Mine</textarea>" in page, f'value="{work.fingerprint(comment)}"' in page) == (True, True)


def test_what_a_colleague_did_can_be_overwritten_knowingly(team: Client) -> None:
    comment = said()
    opened = form(comment, note="Mine")
    Comment.objects.update(note="Theirs")
    team.post(f"{COMMENTS}{comment.pk}/change/", opened)
    comment.refresh_from_db()
    change(team, comment, note="Mine")
    assert comment.note == "Mine"


def test_comment_that_is_purged_while_it_is_saved_is_not_found(team: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    comment = said()
    opened = form(comment, note="x")

    def purged(*_said: str) -> bool:
        Comment.objects.all().delete()
        return False

    monkeypatch.setattr("govpage.feedback.admin.comments.needs_outcome", purged)
    assert team.post(f"{COMMENTS}{comment.pk}/change/", opened).status_code == 404


def test_no_word_of_a_visitor_outlives_the_purge_in_the_admin_s_log(team: Client) -> None:
    comment = said(WORDS, sent=timezone.now() - timedelta(days=900))
    assert WORDS not in change(team, comment, state="in-progress").partition("messagelist")[2].partition("</ul>")[0]
    purge(timezone.now())
    assert LogEntry.objects.values_list("object_repr", flat=True).get() == f"Comment {comment.pk}"


def test_why_a_comment_is_held_stands_beside_its_state(team: Client) -> None:
    comment = said(state="held", held_because="honeypot")
    words = "The field that nobody sees was filled in"
    assert f"Held for review: {words}" in texts(team, COMMENTS)
    assert words in texts(team, f"{COMMENTS}{comment.pk}/change/")


def test_what_was_done_is_not_overwritten_for_many_at_once(team: Client) -> None:
    done, other = said("A", outcome="Years were added."), said("B")
    page = act(team, "mark_acted_on", done, other, outcome="The link works.")
    assert sorted(Comment.objects.values_list("text", "outcome")) == [
        ("A", "Years were added."),
        ("B", "The link works."),
    ]
    assert "1 comment says already what was done, and was left as it is." in page


def test_who_has_left_stays_assigned(team: Client) -> None:
    left = User.objects.create(username="k.doe", is_staff=True, is_active=False)
    comment = said(assignee=left)
    change(team, comment, assignee=str(left.pk), note="x")
    assert comment.assignee == left


def test_who_may_only_read_changes_nothing(db: None) -> None:
    comment = said()
    client = client_of(reader("view_comment", "all_sections"))
    assert WORDS in texts(client, f"{COMMENTS}{comment.pk}/change/")
    assert client.post(f"{COMMENTS}{comment.pk}/change/", form(comment, note="x")).status_code == 403
    assert "Assign to me" not in texts(client, COMMENTS)


@pytest.mark.parametrize("place", [pytest.param("", id="queue"), pytest.param("{}/change/", id="comment")])
def test_what_to_do_with_a_threat_is_shown(place: str, team: Client, settings: Settings) -> None:
    address = COMMENTS + place.format(said().pk)
    assert "Call 911" in texts(team, address)
    settings.GOVPAGE_FEEDBACK = {"escalation": THREAT}
    assert THREAT in texts(team, address)


def test_what_was_removed_is_said_in_words(team: Client) -> None:
    assert "phone number, email address, x9" in texts(team, f"{COMMENTS}{said(removed='phone,email,x9').pk}/change/")


def test_list_shows_state_assignee_tags_and_outcome(team: Client, user: User) -> None:
    comment = said(state=CommentState.ACTED_ON, assignee=user, outcome="Years were added.")
    comment.tags.set([Tag.objects.create(name="tables"), Tag.objects.create(name="maps")])
    page = texts(team, COMMENTS)
    assert [part for part in ("Acted on", "m.rivera", "maps, tables", "Years were added.") if part not in page] == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param({"state__exact": "escalated"}, "B", id="state"),
        pytest.param({"assigned": "me"}, "A", id="mine"),
        pytest.param({"assigned": "nobody"}, "B", id="nobody"),
        pytest.param({"assigned": "somebody"}, "A", id="somebody"),
        pytest.param({"assigned": "else"}, "AB", id="assigned-to-nothing-known"),
        pytest.param({"tags__id__exact": "tag"}, "A", id="tag"),
        pytest.param({"reason": "other"}, "B", id="reason"),
        pytest.param({"kind__exact": "problem"}, "B", id="kind"),
        pytest.param({"language": "es"}, "B", id="language"),
        pytest.param({"section": "section"}, "B", id="section"),
        pytest.param({"page__id__exact": "page"}, "B", id="page"),
        pytest.param({"q": "editor"}, "A", id="note"),
    ],
)
def test_filter(query: dict[str, str], found: str, team: Client, user: User) -> None:
    ports = section("Ports", "/ports/")
    page = make_page("/ports/b/", "B", "es")
    tag = Tag.objects.create(name="tables")
    said("Words-A", assignee=user, note="Ask the editor").tags.add(tag)
    said("Words-B", page, state="escalated", reason="other", kind=CommentKind.PROBLEM)
    keys = {"tag": str(tag.pk), "section": str(ports.pk), "page": str(page.pk)}
    text = texts(team, COMMENTS, **{name: keys.get(value, value) for name, value in query.items()})
    assert [letter for letter in "AB" if f"Words-{letter}" in text] == list(found)


def test_reports_lead_to_the_comments_of_a_page(team: Client) -> None:
    report = texts(team, f"/admin/govpage_feedback/page/{said().page_id}/change/")
    assert f"{COMMENTS}?page__id__exact=" in report


def test_mine_are_assigned_at_once(team: Client, user: User) -> None:
    one, two, other = said(), said(), said()
    assert "2 comments were changed." in act(team, "assign_to_me", one, two)
    assert list(Comment.objects.filter(assignee=user).order_by("pk")) == [one, two]
    event = AuditEvent.objects.get()
    assert (event.action, event.actor) == ("comment.assign", "m.rivera")
    assert event.details == {"to": "m.rivera", "count": 2, "comments": [one.pk, two.pk]}
    assert other.assignee is None


def test_comments_are_given_back(team: Client, user: User) -> None:
    comment = said(assignee=user)
    act(team, "assign_to_nobody", comment)
    comment.refresh_from_db()
    assert comment.assignee is None


@pytest.mark.parametrize("state", [pytest.param(state, id=state) for state in MARK_AS])
def test_comments_are_marked_at_once(state: CommentState, team: Client) -> None:
    comments = [said(state="in-progress"), said(state="no-action")]
    act(team, f"mark_{state.name.lower()}", *comments, outcome="It was cut.")
    assert set(Comment.objects.values_list("state", flat=True)) == {state}
    outcome = "It was cut." if state is CommentState.ACTED_ON else ""
    assert set(Comment.objects.values_list("outcome", flat=True)) == {outcome}
    assert AuditEvent.objects.get().details["state"] == state


def test_acted_on_at_once_needs_what_was_done(team: Client) -> None:
    comment = said()
    assert "Nothing was changed: say what was done" in act(team, "mark_acted_on", comment)
    comment.refresh_from_db()
    assert comment.state == "new"


def test_acted_on_without_what_was_done_is_an_error_in_code(user: User) -> None:
    with pytest.raises(ValueError, match="Say what was done"):
        work.mark(Comment.objects.all(), CommentState.ACTED_ON, user)


def test_tag_is_added_and_removed_at_once(team: Client) -> None:
    tag, comments = Tag.objects.create(name="tables"), [said(), said()]
    comments[0].tags.add(tag)
    act(team, "add_tag", *comments, tag=str(tag.pk))
    assert tag.comments.count() == 2
    act(team, "remove_tag", *comments, tag=str(tag.pk))
    assert tag.comments.count() == 0
    assert [event.action for event in AuditEvent.objects.order_by("pk")] == ["comment.tag", "comment.untag"]


@pytest.mark.parametrize("action", ["add_tag", "remove_tag"])
def test_tag_has_to_be_chosen(action: str, team: Client) -> None:
    assert "choose a tag" in act(team, action, said())


def test_many_are_changed_in_parts(monkeypatch: pytest.MonkeyPatch, user: User) -> None:
    monkeypatch.setattr(work, "AT_ONCE", 2)
    for _number in range(5):
        said()
    assert work.assign(Comment.objects.all(), user, user) == 5
    assert Comment.objects.filter(assignee=user).count() == 5


@pytest.mark.parametrize("action", [pytest.param(action.__name__, id=action.__name__) for action in ACTIONS])
def test_owner_changes_nothing_of_another_section(action: str, db: None) -> None:
    owner = reader(*WORK)
    section("News", "/news/", owner)
    other, tag = said(page=make_page("/ports/b/"), state="in-progress"), Tag.objects.create(name="tables")
    act(client_of(owner), action, other, tag=str(tag.pk), outcome="Done.")
    other.refresh_from_db()
    assert (other.state, other.assignee, other.tags.count()) == ("in-progress", None, 0)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param({"section": "section"}, id="section"),
        pytest.param({"section": "999"}, id="no-such-section"),
        pytest.param({"section": "x"}, id="no-section-at-all"),
        pytest.param({"page__id__exact": "page"}, id="page"),
        pytest.param({"page__id__exact": "9" * 30}, id="no-such-page"),
        pytest.param({"page__id__exact": "²"}, id="no-page-at-all"),
    ],
)
@pytest.mark.parametrize("place", ["", "export/csv/"])
def test_what_belongs_to_another_is_not_there(query: dict[str, str], place: str, db: None) -> None:
    owner = reader(*WORK, "export_comment")
    section("News", "/news/", owner)
    keys = {"section": str(section("Ports", "/ports/").pk), "page": str(make_page("/ports/b/").pk)}
    asked = {name: keys.get(value, value) for name, value in query.items()}
    assert client_of(owner).get(COMMENTS + place, asked).status_code == 404


def test_filters_of_an_owner_name_nothing_of_others(db: None) -> None:
    owner = reader(*WORK)
    section("News", "/news/", owner)
    section("Ports and piers", "/ports/")
    said(page=make_page("/ports/b/", language="pt-br"))
    page = texts(client_of(owner), COMMENTS)
    assert [word for word in ("Ports and piers", "pt-br") if word in page] == []


def test_answer_and_comment_lead_to_each_other(team: Client) -> None:
    vote = voted(text="Tables")
    assert f"/admin/govpage_feedback/vote/{vote.pk}/change/" in texts(team, f"{COMMENTS}{vote.comment.pk}/change/")
