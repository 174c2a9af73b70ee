"""The pages that content teams open: what they show, to whom, and at what cost."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils.timezone import localdate, now
from pytest_django import DjangoAssertNumQueries, Settings

from govpage.feedback.models import Alert, AuditEvent, Page, Section
from tests.feedback.team.tallies import client_of, fell, make_page, reader, reason, section, tally, texts, version_of

pytestmark = pytest.mark.django_db
OVERVIEW, ALERTS = "/admin/govpage_feedback/page/", "/admin/govpage_feedback/alert/"
INLINE = re.compile(r"<script(?![^>]* src=)(?![^>]*type=\"application/json\")|<style|<[^>]+ style=|<[^>]+ on[a-z]+=")
BIAS = "Only visitors who chose to answer are counted."
NAMED_OR_HIDDEN = re.compile('role="img".* aria-labelledby=|aria-hidden="true"')
PLAIN = re.compile(r"<(?:title|desc)[^>]*>.*?</(?:title|desc)>|<[^>]+>", re.DOTALL)


def report_of(page: Page) -> str:
    return f"{OVERVIEW}{page.pk}/change/"


def words(html: str) -> str:
    """Return what a reader sees of a page, in one line."""
    return " ".join(PLAIN.sub(" ", html).split())


@pytest.fixture
def page(db: None) -> Page:
    """A page of a section that nobody owns, with answers of this month and of the one before, and two versions."""
    Section.objects.create(name="News", prefix="/news/")
    made, today = make_page(title="Winter <b>piers</b>"), localdate()
    version_of(made, "v2", datetime(2026, 2, 1, tzinfo=UTC))
    tally(made, today, 30, 20, "v2", partly=10, held=39, held_yes=4)
    tally(made, today - timedelta(days=1), 1, 0, "v2")
    tally(made, today - timedelta(days=30), 90, 10)
    reason(made, today, "confusing", 12)
    return made


BOTH = [pytest.param(lambda page: OVERVIEW, id="overview"), pytest.param(report_of, id="report")]


@pytest.mark.parametrize("address", BOTH)
def test_page_obeys_the_policy(admin_client: Client, page: Page, address: Any) -> None:
    fell(page), fell(None, "site")
    assert INLINE.findall(texts(admin_client, address(page))) == []


@pytest.mark.parametrize("address", BOTH)
def test_score_has_its_interval_change_and_note(admin_client: Client, page: Page, address: Any) -> None:
    shown = words(texts(admin_client, address(page)))
    expected = ["51%", "95% interval: 39% to 63%", "31 Yes, 10 Partly, 20 No", "Fell: −39 points", BIAS]
    assert [part for part in expected if part not in shown] == []


@pytest.mark.parametrize("address", BOTH)
def test_score_is_shown_with_and_without_what_is_held(admin_client: Client, page: Page, address: Any) -> None:
    assert "39 With them it would be 35%." in words(texts(admin_client, address(page)))


@pytest.mark.parametrize("address", BOTH)
@pytest.mark.parametrize("may", [True, False])
def test_alerts_are_for_those_who_may_see_alerts(page: Page, address: Any, may: bool) -> None:
    fell(page)
    team = client_of(reader("view_page", "all_sections", *["view_alert"] * may))
    assert ("From 80%" in texts(team, address(page))) is may


@pytest.mark.parametrize("address", BOTH)
@pytest.mark.parametrize(
    ("query", "says"),
    [
        pytest.param({"last": "0001-01-05"}, "none before 2000", id="mistyped-year"),
        pytest.param({"first": "0001-01-05", "last": "0001-01-09"}, "none before 2000", id="mistyped-years"),
        pytest.param({"last": "9999-12-31"}, "This day is yet to come.", id="no-end"),
    ],
)
def test_day_far_away_is_an_error_at_the_box(
    admin_client: Client, page: Page, address: Any, query: dict[str, str], says: str
) -> None:
    assert says in texts(admin_client, address(page), **query)


def test_language_that_is_asked_for_is_offered_though_nobody_answered(admin_client: Client, page: Page) -> None:
    assert '<option value="es" selected>es</option>' in texts(admin_client, OVERVIEW, language="es")


@pytest.mark.parametrize("address", BOTH)
def test_hostile_title_is_text(admin_client: Client, page: Page, address: Any) -> None:
    html = texts(admin_client, address(page))
    assert ("<b>piers" in html, "Winter &lt;b&gt;piers&lt;/b&gt;" in html) == (False, True)


@pytest.mark.parametrize("address", BOTH)
def test_every_table_has_a_caption_and_every_picture_a_name(admin_client: Client, page: Page, address: Any) -> None:
    html = texts(admin_client, address(page))
    assert html.count("<table") == html.count("<caption") >= 3
    unnamed = [svg for svg in re.findall('<svg class="gov-[^>]*>', html) if not NAMED_OR_HIDDEN.search(svg)]
    assert unnamed == []


@pytest.mark.parametrize("address", BOTH)
def test_ids_are_unique(admin_client: Client, page: Page, address: Any) -> None:
    ids = re.findall(r'\sid="([^"]+)"', texts(admin_client, address(page)))
    assert sorted(ids) == sorted(set(ids))


def test_one_vote_has_no_percentage(admin_client: Client) -> None:
    made = make_page()
    tally(made, localdate(), 1)
    shown = words(texts(admin_client, report_of(made)))
    assert ("Not enough votes" in shown, "100% (" in shown, "interval:" in shown) == (True, False, False)


@pytest.mark.parametrize("address", [OVERVIEW, "report"])
def test_nothing_has_a_report_too(admin_client: Client, address: str) -> None:
    shown = words(texts(admin_client, report_of(make_page()) if address == "report" else address))
    assert ("No answers" in shown, "%" in shown.partition("Found it helpful")[2].partition("Table")[0]) == (True, True)


def test_report_shows_reasons_and_versions(admin_client: Client, page: Page) -> None:
    shown = words(texts(admin_client, report_of(page)))
    assert "is confusing 12 Not enough votes" in shown
    assert "v2 Jan. 31, 2026 90% (83% to 94%) n = 100 51% (39% to 63%) n = 61 Fell: −39 points (−52 to −25)" in shown


def test_report_without_reasons_and_versions_says_so(admin_client: Client) -> None:
    shown = words(texts(admin_client, report_of(make_page())))
    assert ("Nobody gave a reason" in shown, "about one version only" in shown) == (True, True)


def test_overview_leads_to_the_report_of_the_same_days(admin_client: Client, page: Page) -> None:
    today = localdate()
    query = {"first": str(today - timedelta(days=6)), "last": str(today)}
    expected = f'{report_of(page)}?first={query["first"]}&amp;last={query["last"]}"'
    assert expected in texts(admin_client, OVERVIEW, **query)


def test_report_leads_to_the_comments_of_its_page(admin_client: Client, page: Page) -> None:
    assert f"/comment/?page__id__exact={page.pk}" in texts(admin_client, report_of(page))


def test_who_may_not_read_comments_is_not_led_to_them(page: Page) -> None:
    client = client_of(reader("view_page", "all_sections"))
    assert "/comment/" not in texts(client, report_of(page))


@pytest.mark.parametrize(
    ("query", "error"),
    [
        pytest.param({"first": "2026-13-01"}, "Enter a valid date.", id="no-day"),
        pytest.param({"first": "2026-02-02", "last": "2026-02-01"}, "The last day is before the first.", id="order"),
        pytest.param({"first": "2015-01-01"}, "at most ten years", id="too-long"),
        pytest.param({"first": "1999-12-31", "last": "2000-01-03"}, "none before 2000", id="too-early"),
        pytest.param({"last": "9999-12-31"}, "This day is yet to come.", id="future"),
        pytest.param({"order": "x"}, "Select a valid choice.", id="order-of-pages"),
        pytest.param({"q": "x" * 201}, "at most 200 characters", id="long-words"),
        pytest.param({"q": "a\x00"}, "Null characters are not allowed.", id="null"),
    ],
)
def test_illegal_question_is_named_and_the_usual_report_shown(
    admin_client: Client, page: Page, query: dict[str, str], error: str
) -> None:
    shown = words(texts(admin_client, OVERVIEW, **query))
    assert (error in shown, "95% interval" in shown) == (True, True)


@pytest.mark.parametrize(
    ("query", "days"),
    [
        pytest.param({"last": "2026-03-28"}, "Mar 1, 2026 – Mar 28, 2026", id="last-alone"),
        pytest.param({"first": "2026-03-01", "last": "2026-03-01"}, "Mar 1, 2026", id="one-day"),
        pytest.param({"first": "2016-12-01", "last": "2026-11-29"}, "Dec 1, 2016 – Nov 29, 2026", id="ten-years"),
    ],
)
def test_days_that_are_asked_for(admin_client: Client, page: Page, query: dict[str, str], days: str) -> None:
    html = texts(admin_client, report_of(page), **query)
    assert f'<h2 id="score">{days}</h2>' in html


@pytest.mark.parametrize("number", ["2", "0", "x", "²", "9" * 30])
def test_part_of_the_list_that_is_not_there_is_empty_or_the_first(
    admin_client: Client, page: Page, number: str
) -> None:
    shown = words(texts(admin_client, OVERVIEW, page=number))
    assert ("No page has answers like these." in shown) is (number == "2")


def test_list_has_links_to_its_other_parts(admin_client: Client) -> None:
    for number in range(101):
        tally(make_page(f"/{number}/"), localdate(), 1)
    html = texts(admin_client, OVERVIEW, page="2", language="en")
    assert ("?page=1&amp;language=en" in html, "?page=3&amp;language=en" in html) == (True, True)


def test_filters_offer_sections_owners_and_languages(admin_client: Client, page: Page) -> None:
    made = section("Permits", "/permits/")
    html = texts(admin_client, OVERVIEW, section="none", language="en")
    expected = [
        f'<option value="{made.pk}">Permits</option>',
        f'<option value="{made.owner_id}">Permits office</option>',
        '<option value="none" selected>In no section</option>',
    ]
    assert [part for part in expected if part not in html] == []


def test_language_that_is_chosen_stays_chosen(admin_client: Client, page: Page) -> None:
    assert '<option value="en" selected>en</option>' in texts(admin_client, OVERVIEW, language="en")


def test_open_alerts_stand_on_top(admin_client: Client, page: Page) -> None:
    fell(page), fell(None, "site"), fell(make_page("/b/", "Other"), "closed", closed=now())
    shown = words(texts(admin_client, OVERVIEW))
    assert (shown.count("A page is found less helpful than before"), "Other From 80%" in shown) == (2, False)


def test_report_shows_also_the_closed_alerts_of_its_page(admin_client: Client, page: Page) -> None:
    fell(page, closed=now()), fell(make_page("/b/"), "other")
    shown = words(texts(admin_client, report_of(page)))
    assert (shown.count("A page is found less helpful than before"), ", closed" in shown) == (1, True)


@pytest.fixture
def owner(page: Page) -> User:
    """Somebody who owns the permits, beside a section of others."""
    user = reader("view_page", "view_alert", "change_alert")
    section("Permits", "/permits/", user)
    tally(make_page("/permits/a/", "Mooring"), localdate(), 40, 10)
    return user


def test_owner_sees_own_section_only(owner: User) -> None:
    html = texts(client_of(owner), OVERVIEW)
    assert ("Mooring" in html, "Winter" in html, "In no section" in html, "40 Yes" in html) == (
        True,
        False,
        False,
        True,
    )


@pytest.mark.parametrize("asks", ["report", "section", "owner", "no-section", "alert", "history"])
def test_owner_of_one_section_who_asks_for_another_finds_nothing(owner: User, page: Page, asks: str) -> None:
    other = section("Other", "/other/")
    alert = fell(page)
    addresses = {
        "report": report_of(page),
        "section": f"{OVERVIEW}?section={Section.objects.get(name='News').pk}",
        "owner": f"{OVERVIEW}?owner={other.owner_id}",
        "no-section": f"{OVERVIEW}?section=none",
        "alert": f"{ALERTS}{alert.pk}/change/",
        "history": f"{OVERVIEW}{page.pk}/history/",
    }
    assert client_of(owner).get(addresses[asks]).status_code == 404


@pytest.mark.parametrize("key", ["0", "x", "²", "9" * 30])
def test_report_of_a_page_that_is_not_there(admin_client: Client, key: str) -> None:
    assert admin_client.get(f"{OVERVIEW}{key}/change/").status_code == 404


def test_owner_sees_own_alerts_and_those_of_the_site(owner: User, page: Page) -> None:
    fell(page), fell(Page.objects.get(path="/permits/a/"), "own"), fell(None, "site")
    shown = words(texts(client_of(owner), ALERTS))
    assert ("2 alerts" in shown, "Mooring" in shown, "The whole site" in shown, "Winter" in shown) == (
        True,
        True,
        True,
        False,
    )


def test_somebody_sees_one_alert(admin_client: Client, page: Page) -> None:
    assert "From 80%" in texts(admin_client, f"{ALERTS}{fell(page).pk}/change/")


def close(client: Client, *alerts: Alert) -> str:
    data = {"action": "close", "_selected_action": [str(alert.pk) for alert in alerts]}
    return client.post(ALERTS, data, follow=True).content.decode()


def test_alert_is_closed_once_and_it_is_noted_by_whom(owner: User) -> None:
    alert = fell(Page.objects.get(path="/permits/a/"))
    client = client_of(owner)
    assert ("1 alert was closed" in close(client, alert), "0 alerts were closed" in close(client, alert)) == (
        True,
        True,
    )
    events = AuditEvent.objects.order_by("pk").values_list("actor", "action", "details")
    assert list(events) == [
        ("reader", "alerts-closed", {"alerts": [alert.pk]}),
        ("reader", "alerts-closed", {"alerts": []}),
    ]


def test_alert_of_another_is_not_closed(owner: User, page: Page) -> None:
    alert = fell(page)
    close(client_of(owner), alert)
    assert Alert.objects.filter(closed=None).count() == 1


def test_reader_closes_nothing(page: Page) -> None:
    alert = fell(page)
    close(client_of(reader("view_alert", "all_sections")), alert)
    assert Alert.objects.filter(closed=None).count() == 1


@pytest.mark.parametrize("address", [OVERVIEW, ALERTS, f"{OVERVIEW}1/change/"])
def test_pages_need_their_permission(db: None, address: str) -> None:
    assert client_of(reader()).get(address).status_code == 403


@pytest.mark.parametrize("address", [OVERVIEW, ALERTS, f"{OVERVIEW}1/change/"])
def test_visitor_sees_nothing(client: Client, address: str) -> None:
    assert client.get(address)["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("address", [f"{OVERVIEW}add/", f"{ALERTS}add/"])
def test_nobody_adds(admin_client: Client, address: str) -> None:
    assert admin_client.get(address).status_code == 403


def test_pages_are_kept_by_no_cache(admin_client: Client) -> None:
    assert "no-store" in admin_client.get(OVERVIEW).headers["Cache-Control"]


def test_section_is_added_in_the_admin(admin_client: Client) -> None:
    make_page("/permits/a/")
    data = {"name": "Permits", "prefix": "/permits/", "owner": ""}
    admin_client.post("/admin/govpage_feedback/section/add/", data)
    assert str(Page.objects.get().section) == "Permits"
    assert "Permits" in texts(admin_client, "/admin/govpage_feedback/section/")


@pytest.mark.parametrize("prefix", ["news/", "//evil.example/", "/a b/"])
def test_prefix_that_is_none_is_refused(admin_client: Client, prefix: str) -> None:
    data = {"name": "News", "prefix": prefix, "owner": ""}
    assert "Begin with one slash" in admin_client.post("/admin/govpage_feedback/section/add/", data).content.decode()


@pytest.mark.parametrize("who", ["superuser", "owner"])
@pytest.mark.parametrize("asks", ["overview", "report"])
def test_dashboard_makes_at_most_ten_queries(
    who: str, asks: str, admin_user: User, owner: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(60):
        made = make_page(f"/permits/{number}/")
        tally(made, localdate(), 30, 10), reason(made, localdate(), "other", 3)
        fell(made, f"fell:{number}")
    client = client_of(admin_user if who == "superuser" else owner)
    address = OVERVIEW if asks == "overview" else report_of(made)
    texts(client, address)
    with django_assert_max_num_queries(10):
        texts(client, address)


@pytest.mark.parametrize("who", ["superuser", "owner"])
@pytest.mark.parametrize("asks", ["overview", "report"])
def test_dashboard_reads_no_answers_and_no_comments(who: str, asks: str, admin_user: User, owner: User) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = client_of(admin_user if who == "superuser" else owner)
    with CaptureQueriesContext(connection) as queries:
        texts(client, OVERVIEW if asks == "overview" else report_of(Page.objects.get(path="/permits/a/")))
    read = [query["sql"] for query in queries if re.search(r"govpage_feedback_(vote|comment)", query["sql"])]
    assert read == []


@pytest.mark.parametrize(
    ("days", "words_"),
    [(91, ""), (90, "ends in 90 days"), (0, "ends in 0 days"), (-1, "ended 1 days ago")],
)
def test_check_reports_a_clearance_that_ends(days: int, words_: str, settings: Settings) -> None:
    from django.core.checks import run_checks

    expires = localdate() + timedelta(days=days)
    settings.GOVPAGE_FEEDBACK = {"clearance": {"number": "1234-0001", "expires": expires}}
    found = [message.msg for message in run_checks() if message.id == "govpage_feedback.W031"]
    assert [words_ in message for message in found] == ([True] if words_ else [])


@pytest.mark.parametrize("value", [[], {"clearance": None}, {"clearance": {"burden": "2 minutes"}}])
def test_check_of_a_clearance_leaves_other_faults_to_others(value: Any, settings: Settings) -> None:
    from django.core.checks import run_checks

    settings.GOVPAGE_FEEDBACK = value
    assert [message for message in run_checks() if message.id == "govpage_feedback.W031"] == []
