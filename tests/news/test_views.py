from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from govpage.news.models import NewsRelease
from tests.news.factories import NOW, make

pytestmark = pytest.mark.django_db


@pytest.fixture
def now() -> Any:
    return timezone.now()


def text(client: Client, address: str, **query: str) -> str:
    return client.get(address, query).content.decode()


def main(html: str) -> str:
    return html.partition("<main")[2].partition("</main>")[0]


def test_the_list_shows_what_is_live(client: Client, now: Any) -> None:
    day = timedelta(days=1)
    make(title="Live one")
    make(title="Draft one", publish_at=None)
    make(title="Scheduled one", publish_at=now + day)
    make(title="Archived one", archive_at=now - day)
    make(title="Withdrawn one", withdraw_at=now - day)
    assert re.findall(r"(\w+) one", main(text(client, "/news/"))) == ["Live"]


def test_the_archive_shows_what_is_archived(client: Client, now: Any) -> None:
    make(title="Live one")
    make(title="Archived one", archive_at=now - timedelta(days=1))
    assert re.findall(r"(\w+) one", main(text(client, "/news/archive/"))) == ["Archived"]


@pytest.mark.parametrize("address", ["/news/", "/news/archive/"])
def test_an_empty_list_says_so(client: Client, address: str) -> None:
    assert "There is nothing here yet." in text(client, address)


def test_newest_first(client: Client) -> None:
    make(title="Older one", release_date=date(2026, 1, 1))
    make(title="Newer one", release_date=date(2026, 2, 1))
    make(title="Undated one", release_date=None)
    assert re.findall(r"(\w+) one", main(text(client, "/news/"))) == ["Newer", "Older", "Undated"]


def test_search_finds_words_of_title_and_text(client: Client) -> None:
    make(title="First one", body="<p>buoys</p>")
    make(title="Second one", body="<p>piers</p>")
    page = main(text(client, "/news/", q=" Buoys\0 "))
    assert re.findall(r"(\w+) one", page) == ["First"]
    assert "1 release found." in page
    assert "<mark>buoys</mark>" in page


def test_a_hostile_search_is_text(client: Client) -> None:
    page = text(client, "/news/", q="<script>alert(1)</script>%_'\"")
    assert "<script>alert" not in page
    assert "0 releases found." in page


def test_a_long_list_has_pages(client: Client, settings: Any) -> None:
    settings.GOVPAGE_NEWS = {"per_page": 2}
    NewsRelease.objects.bulk_create(
        NewsRelease(title=f"Number {n} one", body="x", publish_at=timezone.now(), release_date=date(2026, 1, n))
        for n in range(1, 6)
    )
    page = text(client, "/news/", page="2", q="one")
    assert re.findall(r">Number (\d) one<", page) == ["3", "2"]
    assert 'rel="prev" href="/news/?q=one"' in page
    assert 'rel="next" href="/news/?q=one&amp;page=3"' in page
    assert "<title>News: “one”, page 2 | Harbor Office</title>" in page


@pytest.mark.parametrize(("page", "shown"), [("nothing", "Page 1"), ("99", "Last page, page 5"), ("-1", "Page 1")])
def test_a_page_that_is_not_there_gives_the_nearest(client: Client, settings: Any, page: str, shown: str) -> None:
    settings.GOVPAGE_NEWS = {"per_page": 1}
    NewsRelease.objects.bulk_create(NewsRelease(title=f"n{n}", body="x", publish_at=timezone.now()) for n in range(5))
    assert f'aria-label="{shown}" aria-current="page"' in text(client, "/news/", page=page)


def test_another_language_in_a_list_is_marked(client: Client) -> None:
    make(title="Puertos", language="es")
    assert '<h2 class="usa-collection__heading" lang="es">' in text(client, "/news/")


@pytest.mark.parametrize("state", ["publish_at", "archive_at"])
def test_a_public_release_is_at_its_address(client: Client, now: Any, state: str) -> None:
    release = make(**{state: now - timedelta(days=1)})
    assert client.get(release.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    "moments",
    [
        pytest.param({"publish_at": None}, id="draft"),
        pytest.param({"publish_at": timezone.now() + timedelta(days=1)}, id="scheduled"),
        pytest.param({"publish_at": None, "in_review": True}, id="in-review"),
        pytest.param({"publish_at": timezone.now() + timedelta(days=1), "embargoed": True}, id="embargoed"),
        pytest.param({"publish_at": None, "withdraw_at": timezone.now() - timedelta(days=1)}, id="never-published"),
        pytest.param({"deleted_at": timezone.now() - timedelta(days=1)}, id="deleted"),
    ],
)
def test_a_release_that_is_not_public_is_404(client: Client, moments: dict[str, Any]) -> None:
    assert client.get(make(**moments).get_absolute_url()).status_code == 404


def test_an_unknown_address_is_404(client: Client) -> None:
    assert client.get("/news/2026/05/02/nothing/").status_code == 404


def test_an_undated_release_has_an_address_and_shows_no_date(client: Client) -> None:
    release = make(release_date=None)
    assert release.get_absolute_url().startswith("/news/undated/")
    assert "Release Date" not in text(client, release.get_absolute_url())


def test_an_archived_release_shows_its_notice_first(client: Client, now: Any) -> None:
    release = make(
        archive_at=now, archive_reason="The program ended.", successor="/ports/", successor_title="Ports today"
    )
    page = main(text(client, release.get_absolute_url()))
    assert page.partition(">")[2].strip().startswith('<section class="usa-alert usa-alert--warning gov-archive-notice"')
    assert "The program ended." in page
    assert '<a class="usa-link" href="/ports/">Ports today</a>' in page
    assert "Archived on " in page


def test_the_day_of_archiving_is_that_of_the_site_s_time_zone(client: Client) -> None:
    release = make(archive_at=datetime(2026, 5, 21, 3, tzinfo=UTC))
    assert "Archived on May 20, 2026." in text(client, release.get_absolute_url())


def test_an_unknown_day_of_archiving_is_not_shown(client: Client, now: Any) -> None:
    release = make(archive_at=now, archive_date_known=False)
    assert "Archived on " not in text(client, release.get_absolute_url())


def test_a_successor_without_a_title_is_named_by_its_address(client: Client, now: Any) -> None:
    release = make(archive_at=now, successor="/ports/")
    assert '<a class="usa-link" href="/ports/">/ports/</a>' in text(client, release.get_absolute_url())


def test_a_release_speaks_its_own_language(client: Client) -> None:
    page = text(client, make(language="es", last_updated=date(2026, 5, 3)).get_absolute_url())
    assert '<html lang="es" dir="ltr">' in page
    assert "2 de mayo de 2026" in page
    assert "¿Le resultó útil esta página?" in page
    assert "Los sitios web oficiales usan .gov" in page


def test_everything_a_release_says(client: Client) -> None:
    release = make(
        subtitle="A subtitle",
        release_number="HQ-26-1",
        byline="Press Office",
        last_reviewed=date(2026, 5, 4),
        contacts=[{"name": "Press Office", "phone": "202-555 0100", "email": "press@harbor.example.gov"}],
    )
    page = text(client, release.get_absolute_url())
    assert "A subtitle" in page
    assert "HQ-26-1" in page
    assert '<a href="tel:2025550100">202-555 0100</a>' in page
    assert '<a href="mailto:press@harbor.example.gov">press@harbor.example.gov</a>' in page
    assert "May 4, 2026" in page


@pytest.mark.parametrize(
    ("body", "beginning"),
    [
        pytest.param(
            "<p>First.</p>",
            '<p><span class="gov-release__dateline">WASHINGTON &amp; PORT ALDER</span> – First.</p>',
            id="paragraph",
        ),
        pytest.param(
            "<ul><li>a</li></ul>",
            '<p><span class="gov-release__dateline">WASHINGTON &amp; PORT ALDER</span> – </p><ul>',
            id="list",
        ),
    ],
)
def test_the_dateline_begins_the_text(client: Client, body: str, beginning: str) -> None:
    assert beginning in text(client, make(body=body, dateline="WASHINGTON & PORT ALDER").get_absolute_url())


def test_hostile_fields_are_text(client: Client) -> None:
    hostile = "<script>alert(1)</script>"
    release = make(
        title=hostile, subtitle=hostile, byline=hostile, release_number=hostile, dateline=hostile, slug="hostile"
    )
    assert "<script>alert" not in text(client, release.get_absolute_url())


def test_markup_that_bypassed_the_field_is_cleaned_on_output(client: Client) -> None:
    from django.db import connection

    release = make()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE govpage_news_newsrelease SET body = %s", ["<p>a</p><script>alert(1)</script>"])
    assert "<script>alert" not in text(client, release.get_absolute_url())


@pytest.mark.parametrize("address", ["/news/", "/news/archive/", "/news/2026/05/02/harbor-inspections-for-2026/"])
def test_pages_are_the_same_for_everybody(client: Client, address: str) -> None:
    make()
    response = client.get(address)
    assert response.headers["Cache-Control"] == "public, must-revalidate, max-age=300"
    assert response.cookies == {}
    assert "Cookie" not in response.headers.get("Vary", "")
    assert client.get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304


def test_a_release_says_when_it_changed(client: Client) -> None:
    assert "GMT" in client.get(make().get_absolute_url()).headers["Last-Modified"]


def test_a_copy_is_kept_no_longer_than_the_content_lasts(client: Client, now: Any) -> None:
    release = make(archive_at=now + timedelta(seconds=100))
    lifetime = int(client.get(release.get_absolute_url()).headers["Cache-Control"].rpartition("=")[2])
    assert 90 <= lifetime <= 100


@pytest.mark.parametrize("address", ["/news/", "/news/archive/", "/news/2026/05/02/harbor-inspections-for-2026/"])
def test_only_reading_is_allowed(client: Client, address: str) -> None:
    make()
    assert client.post(address).status_code == 405


def test_a_release_page_asks_the_database_twice(client: Client, django_assert_num_queries: Any) -> None:
    release = make()
    with django_assert_num_queries(2):
        client.get(release.get_absolute_url())


@pytest.mark.parametrize(("stylesheet", "count"), [("govpage", 1), ("uswds", 0), ("none", 0)])
def test_the_address_for_paper_is_there_where_our_stylesheet_keeps_it_off_the_screen(
    client: Client, settings: Any, stylesheet: str, count: int
) -> None:
    settings.GOVPAGE = {"stylesheet": stylesheet}
    html = client.get(make().get_absolute_url()).content.decode()
    assert html.count('<p class="gov-release__address">') == count


def gone(**moments: Any) -> NewsRelease:
    return make(title="Taken back", withdrawal_reason="It was <wrong>.", successor="/ports/", **moments)


@pytest.mark.parametrize("name", ["withdraw_at", "expires_at"])
def test_what_was_taken_back_is_gone_and_says_nothing_of_itself(client: Client, now: Any, name: str) -> None:
    release = gone(**{name: now - timedelta(days=1)})
    response = client.get(release.get_absolute_url())
    html = response.content.decode()
    assert response.status_code == 410
    assert "Taken back" not in html
    assert "Every port" not in html
    assert "It was &lt;wrong&gt;." in html
    assert '<a class="usa-link" href="/ports/">/ports/</a>' in html


def test_a_former_address_leads_to_the_release(client: Client) -> None:
    release = make()
    release.former_addresses.create(address="2020/01/01/old")
    response = client.get("/news/2020/01/01/old/")
    assert (response.status_code, response.headers["Location"]) == (301, release.get_absolute_url())


def test_a_former_address_tells_nothing_of_a_release_that_is_not_public(client: Client, now: Any) -> None:
    release = make(publish_at=now + timedelta(days=1), embargoed=True)
    release.former_addresses.create(address="2020/01/01/old")
    assert client.get("/news/2020/01/01/old/").status_code == 404


@pytest.mark.parametrize(
    ("said", "status"),
    [({"withdraw_at": NOW}, 301), ({"expires_at": NOW}, 301), ({"publish_at": NOW, "withdraw_at": NOW}, 404)],
    ids=["withdrawn", "expired", "never-public"],
)
def test_a_former_address_leads_to_why_a_release_is_gone(client: Client, said: dict[str, Any], status: int) -> None:
    make(**said).former_addresses.create(address="2020/01/01/old")
    assert client.get("/news/2020/01/01/old/").status_code == status


def test_a_year_shows_all_it_has_and_its_months(client: Client, now: Any) -> None:
    make(title="May one", release_date=date(2026, 5, 2))
    make(title="Archived one", release_date=date(2026, 3, 2), archive_at=now - timedelta(days=1))
    make(title="Other one", release_date=date(2025, 5, 2))
    page = main(text(client, "/news/2026/"))
    assert re.findall(r"(\w+) one", page) == ["May", "Archived"]
    assert re.findall(r'href="/news/2026/(\d+)/">([^<]+)<', page) == [("5", "May 2026"), ("3", "March 2026")]


def test_a_month_shows_what_it_has(client: Client) -> None:
    make(title="May one", release_date=date(2026, 5, 31))
    make(title="June one", release_date=date(2026, 6, 1))
    page = text(client, "/news/2026/5/")
    assert re.findall(r"(\w+) one", main(page)) == ["May"]
    assert "<title>May 2026 | Harbor Office</title>" in page


@pytest.mark.parametrize("address", ["/news/2026/13/", "/news/2026/0/", "/news/0/", "/news/9999/", "/news/0/1/"])
def test_a_month_that_is_none_is_404(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_list_is_narrowed_by_its_form(client: Client) -> None:
    make(title="First one", kind="blog")
    make(title="Second one")
    page = main(text(client, "/news/", kind="blog"))
    assert re.findall(r">(\w+) one", page) == ["First"]
    assert '<option value="blog" selected>Blog</option>' in page
    assert "1 release found." in page


def test_what_cannot_be_chosen_finds_nothing(client: Client) -> None:
    make()
    assert "0 releases found." in text(client, "/news/", kind="nonsense")


def test_a_long_list_says_that_it_is_longer(client: Client, settings: Any) -> None:
    settings.GOVPAGE_NEWS = {"per_page": 1}
    NewsRelease.objects.bulk_create(
        NewsRelease(title=f"n{n}", body="x", publish_at=timezone.now(), kind="blog") for n in range(9)
    )
    assert "More than 7 releases found, newest first." in text(client, "/news/", kind="blog")


def test_a_search_asks_five_times_at_most(client: Client, django_assert_max_num_queries: Any) -> None:
    make()
    with django_assert_max_num_queries(5):
        client.get("/news/", {"q": "port", "kind": "press_release"})


@pytest.mark.parametrize("setting", [True, False])
@pytest.mark.parametrize("moments", [{"archive_at": NOW}, {}], ids=["archived", "live"])
def test_a_release_has_the_feedback_form_as_the_setting_for_archived_pages_says(
    moments: dict[str, Any], setting: bool, client: Client, settings: Any
) -> None:
    settings.GOVPAGE_FEEDBACK = {"archived": setting}
    page = text(client, make(**moments).get_absolute_url())
    assert ("data-gov-feedback" in page) is (setting or not moments)


@pytest.mark.parametrize(("moments", "said"), [({"archive_at": NOW}, "noindex"), ({}, None)], ids=["archived", "live"])
def test_archived_pages_ask_of_search_engines_what_the_settings_say(
    client: Client, settings: Any, moments: dict[str, Any], said: str | None
) -> None:
    settings.GOVPAGE_NEWS = {"archived_robots": "noindex"}
    response = client.get(make(**moments).get_absolute_url())
    assert response.headers.get("X-Robots-Tag") == said
    assert ('<meta name="robots" content="noindex">' in response.content.decode()) == (said is not None)


@pytest.mark.parametrize("address", ["/news/", "/news/archive/"])
def test_a_list_says_where_its_feeds_are(client: Client, address: str) -> None:
    assert '<link rel="alternate" type="application/atom+xml" href="/news/feed.atom"' in text(client, address)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        pytest.param("/news/", "News releases, statements", id="news"),
        pytest.param("/news/2026/", "News releases, statements", id="year"),
        pytest.param("/news/archive/", "Archived news releases", id="archive"),
    ],
)
def test_a_list_is_described_as_what_it_is(client: Client, address: str, said: str) -> None:
    assert f'<meta name="description" content="{said}' in text(client, address)
