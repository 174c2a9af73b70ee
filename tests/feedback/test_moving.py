"""Pages that move: old forms still count, and what was said follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError

from govpage.feedback import audit, checks
from govpage.feedback.models import Alert, AuditEvent, Comment, Page, ReasonTally, Section, Tally, Vote
from govpage.feedback.moving import follow, moved_pages
from govpage.feedback.resolving import current_path
from govpage.feedback.store import Answer, Words, save_comment, save_vote
from govpage.news.models import FormerAddress, NewsRelease
from govpage.news.moved import current_path as of_release
from govpage.page import PageReference
from tests.feedback.test_tallies import counts, raw

OLD, NEW = PageReference("/old/", "Ports", "v1"), PageReference("/news/new/", "Ports", "v1")


def moved(path: str) -> str:
    """The site's resolver."""
    return {OLD.path: NEW.path}.get(path, path)


def fails(_path: str) -> str:
    raise RuntimeError("secret words")


def down(_path: str) -> str:
    raise DatabaseError("down")


def elsewhere(_path: str) -> str:
    return "//evil.example/"


def nowhere(_path: str) -> Any:
    return None


NO_FUNCTION = 1


@pytest.fixture
def resolver(settings: Any) -> Callable[[str], None]:
    """Register one of the functions above."""

    def register(name: str) -> None:
        settings.GOVPAGE_FEEDBACK = {"resolver": name and f"{__name__}.{name}"}

    register("moved")
    return register


def answer(page: PageReference, *, times: int = 1, held: str = "") -> None:
    """Let visitors say "No" with a reason and words, each with a key of its own."""
    for _time in range(times):
        key = f"{Vote.objects.count():064x}"
        save_vote(Answer(page, "no", (key,), held))
        save_comment(Words(page, key, "confusing", "No year."))


@pytest.mark.parametrize(
    ("name", "found", "logged"),
    [
        pytest.param("", OLD.path, "", id="none"),
        pytest.param("moved", NEW.path, "", id="moved"),
        pytest.param("fails", OLD.path, "The resolver of pages failed: RuntimeError.", id="fails"),
        pytest.param("missing", OLD.path, "The resolver of pages failed: ImportError.", id="missing"),
        pytest.param("elsewhere", OLD.path, "The resolver of pages gave no address", id="elsewhere"),
        pytest.param("nowhere", OLD.path, "The resolver of pages gave no address", id="nowhere"),
    ],
)
def test_where_a_page_stands(
    resolver: Callable[[str], None], caplog: pytest.LogCaptureFixture, name: str, found: str, logged: str
) -> None:
    resolver(name)
    assert current_path(OLD.path) == found
    assert logged in caplog.text
    assert "secret words" not in caplog.text
    assert bool(logged) is bool(caplog.records)


def test_a_resolver_without_its_database_saves_nothing(resolver: Callable[[str], None]) -> None:
    resolver("down")
    with pytest.raises(DatabaseError):
        current_path(OLD.path)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("moved", "", id="there"),
        pytest.param("", "", id="none"),
        pytest.param("missing", "which cannot be imported", id="missing"),
        pytest.param("NO_FUNCTION", "which cannot be called", id="no-function"),
    ],
)
def test_check(resolver: Callable[[str], None], name: str, said: str) -> None:
    resolver(name)
    found = checks.check_resolver()
    assert [message.id for message in found] == (["govpage_feedback.E022"] if said else [])
    assert said in "".join(message.msg for message in found)


def test_check_leaves_broken_settings_to_the_other_check(settings: Any) -> None:
    settings.GOVPAGE_FEEDBACK = {"resolver": 1}
    assert checks.check_resolver() == []


@pytest.mark.django_db
def test_a_form_of_before_counts_where_the_page_stands_now(resolver: Callable[[str], None]) -> None:
    answer(OLD)
    assert Page.objects.get().path == NEW.path
    assert moved_pages() == []


@pytest.mark.django_db
def test_a_page_that_nobody_answered_about_at_its_new_address_takes_its_history_along(
    resolver: Callable[[str], None],
) -> None:
    section = Section.objects.create(name="News", prefix="/news/")
    resolver("")
    answer(OLD)
    resolver("moved")
    [(page, path)] = moved_pages()
    assert follow(page, path)
    page = Page.objects.get()
    assert (page.path, page.digest, page.section) == (NEW.path, Page.digest_of(NEW.path), section)
    assert AuditEvent.objects.get().details == {"old": OLD.path, "new": NEW.path}


@pytest.fixture
def both(resolver: Callable[[str], None], db: None) -> Page:
    """A page that was answered about at both its addresses, in one version and, at the old one, in another."""
    resolver("")
    answer(NEW)
    answer(OLD, times=2)
    answer(OLD, held="rate")
    answer(PageReference(OLD.path, version="v0"))
    old = Page.objects.get(path=OLD.path)
    Alert.objects.create(kind="silent-page", page=old, cause="quiet")
    Tally.objects.filter(page=old, version__name="v1").update(slot=3)
    resolver("moved")
    return old


def test_what_was_said_at_both_addresses_is_of_one_page(both: Page) -> None:
    assert follow(both, NEW.path)
    page = Page.objects.get()
    assert set(page.versions.values_list("name", flat=True)) == {"v0", "v1"}
    assert {row.page for model in (Vote, Comment, Alert) for row in model.objects.all()} == {page}
    assert {vote.version.page for vote in Vote.objects.all()} == {page}
    assert counts() == raw()
    assert sum(ReasonTally.objects.values_list("count", flat=True)) == 4
    assert set(Tally.objects.values_list("page", "version__page")) == {(page.pk, page.pk)}


def test_the_version_is_as_old_as_its_first_answer(both: Page) -> None:
    first = both.versions.get(name="v1").first_answer.replace(year=2020)
    both.versions.filter(name="v1").update(first_answer=first)
    follow(both, NEW.path)
    assert Page.objects.get().versions.get(name="v1").first_answer == first


def test_a_page_that_is_being_answered_about_is_left_as_it_is(both: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def answered(*_args: object, **_details: object) -> None:
        raise IntegrityError("an answer came in between")

    monkeypatch.setattr(audit, "record", answered)
    assert not follow(both, NEW.path)
    assert Page.objects.count() == 2
    assert counts() == raw()


@pytest.mark.parametrize(
    ("options", "said", "pages"),
    [
        pytest.param([], "/old/ -> /news/new/\n1 pages have moved.\n", 1, id="followed"),
        pytest.param(["--dry-run"], "/old/ -> /news/new/\n1 pages have moved.\n", 2, id="dry-run"),
    ],
)
def test_command(both: Page, options: list[str], said: str, pages: int) -> None:
    output = StringIO()
    call_command("follow_moved_pages", *options, stdout=output)
    assert (output.getvalue(), Page.objects.count()) == (said, pages)


def test_command_says_what_is_left(both: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govpage.feedback.management.commands.follow_moved_pages.follow", lambda *_args: False)
    output = StringIO()
    call_command("follow_moved_pages", stdout=output)
    assert output.getvalue().endswith("1 pages have moved. 1 are left for the next time.\n")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "found"),
    [
        pytest.param("/news/2018/08/20/old-ports/", "/news/2018/08/20/ports/", id="former"),
        pytest.param("/news/2018/08/20/ports/", "/news/2018/08/20/ports/", id="current"),
        pytest.param("/news/archive/", "/news/archive/", id="another-view"),
        pytest.param("/nothing/here/", "/nothing/here/", id="nowhere"),
    ],
)
def test_where_a_release_stands(path: str, found: str) -> None:
    release = NewsRelease.objects.create(title="Ports", slug="ports", release_date=date(2018, 8, 20))
    FormerAddress.objects.create(address="2018/08/20/old-ports", release=release)
    assert of_release(path) == found
