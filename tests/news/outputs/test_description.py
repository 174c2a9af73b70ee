from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from govpage.news.models import NewsRelease, Office, Section
from govpage.news.outputs.clean import one_line, with_absolute_links
from govpage.news.outputs.description import Description, describe
from govpage.news.outputs.moments import in_utc, modified_at, published_at
from tests.news.factories import FUTURE, NOW, PAST, make

BASE = "https://harbor.example.gov/"
PNG = b"\x89PNG\r\n\x1a\n"


def described(**fields: Any) -> Description:
    return describe(make(**fields), BASE, NOW)


@pytest.mark.parametrize(
    ("publish_at", "day", "expected"),
    [
        pytest.param(None, date(2026, 5, 2), None, id="draft"),
        pytest.param(PAST, None, PAST, id="undated"),
        pytest.param(PAST, date(2026, 5, 2), PAST, id="on-its-day"),
        pytest.param(PAST, date(2026, 5, 3), PAST, id="before-its-day"),
        pytest.param(PAST, date(2017, 9, 2), datetime(2017, 9, 2, 4, tzinfo=UTC), id="brought-in-later"),
        pytest.param(PAST, date(1, 1, 1), PAST, id="before-all-days"),
    ],
)
def test_published_on_the_day_that_the_page_shows(
    publish_at: datetime | None, day: date | None, expected: datetime | None
) -> None:
    assert published_at(NewsRelease(publish_at=publish_at, release_date=day)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, PAST, id="never"),
        pytest.param({"updated_at": NOW}, NOW, id="updated"),
        pytest.param({"updated_at": FUTURE}, PAST, id="updated-later"),
        pytest.param({"last_updated": date(2026, 5, 20)}, datetime(2026, 5, 20, 4, tzinfo=UTC), id="day"),
        pytest.param({"last_updated": date(2026, 4, 20)}, PAST, id="day-before-it-was-published"),
        pytest.param({"last_updated": date(2026, 6, 20)}, PAST, id="day-to-come"),
        pytest.param({"last_updated": date(1, 1, 1)}, PAST, id="before-all-days"),
        pytest.param({"publish_at": None, "modified": NOW}, NOW, id="draft"),
    ],
)
def test_changed_when_the_newsroom_says_so(fields: dict[str, Any], expected: datetime) -> None:
    assert modified_at(NewsRelease(**{"publish_at": PAST} | fields), NOW) == expected


def test_a_moment_of_long_ago_is_written_in_full() -> None:
    assert in_utc(datetime(18, 1, 2, 3, 4, 5, 678, tzinfo=UTC)) == "0018-01-02T03:04:05Z"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(" a\r\n\tb\x85c\u2028d ", "a b c d", id="breaks"),
        pytest.param("a\0\x0b\x1f\x7f\x9f\ufffeb", "ab", id="control-characters"),
        pytest.param("a\u00a0b", "a\u00a0b", id="a-blank-that-keeps-words-together"),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("href", "absolute"),
    [
        pytest.param("/about/", f"{BASE}about/", id="path"),
        pytest.param("piers/?a=1&amp;b=2", f"{BASE}news/piers/?a=1&amp;b=2", id="relative"),
        pytest.param("#tides", f"{BASE}news/#tides", id="place"),
        pytest.param("https://example.org/", "https://example.org/", id="absolute"),
        pytest.param("mailto:press@harbor.example.gov", "mailto:press@harbor.example.gov", id="mail"),
        pytest.param("https://[", "https://[", id="broken"),
    ],
)
def test_links_lead_from_anywhere(href: str, absolute: str) -> None:
    html = with_absolute_links(f'<p>&lt;a href="/x/"&gt; <a href="{href}">a</a></p>', f"{BASE}news/")
    assert html == f'<p>&lt;a href="/x/"&gt; <a href="{absolute}">a</a></p>'


@pytest.mark.django_db
def test_a_release_in_its_own_language() -> None:
    found = described(language="es", kind="statement")
    assert (found.language, found.kind_label, found.publisher.name) == ("es", "Declaración", "Oficina de Puertos")
    assert found.publisher.parent == "Departamento de Ejemplos"


@pytest.mark.django_db
def test_addresses_are_absolute_and_the_id_is_kept() -> None:
    release = make(image=SimpleUploadedFile("pier.png", PNG), image_alt="A pier")
    found = describe(release, BASE, NOW)
    assert found.address == f"{BASE}news/2026/05/02/harbor-inspections-for-2026/"
    assert found.image.startswith(f"{BASE}")
    assert found.id == f"tag:harbor.example.gov,{release.created:%Y-%m-%d}:release/{release.pk}"
    release.image.delete()


@pytest.mark.django_db
def test_without_a_domain_the_id_is_that_of_the_host(settings: Any) -> None:
    settings.GOVPAGE = {"agency": "Harbor Office"}
    found = described()
    assert found.id.startswith("tag:harbor.example.gov,")
    assert (found.publisher.logo, found.publisher.parent_url) == ("", "")


@pytest.mark.django_db
def test_the_nearest_of_several_parents(settings: Any) -> None:
    settings.GOVPAGE = {"parent_agencies": [("Government", "https://example.gov/"), ("Department", "/department/")]}
    found = described().publisher
    assert (found.parent, found.parent_url) == ("Department", f"{BASE}department/")


@pytest.mark.django_db
def test_office_and_section_stand_in_it() -> None:
    office = Office.objects.create(name="Port\nOffice", boilerplate='<p>See <a href="/ports/">the ports</a>.</p>')
    found = described(office=office, section=Section.objects.create(label="Ports"))
    assert (found.office, found.section, found.author) == ("Port Office", "Ports", "Port Office")
    assert found.boilerplate_html == f'<p>See <a href="{BASE}ports/">the ports</a>.</p>'


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "archived", "known"),
    [
        pytest.param({}, False, False, id="never"),
        pytest.param({"archive_at": FUTURE}, False, False, id="to-come"),
        pytest.param({"archive_at": NOW}, True, True, id="archived"),
        pytest.param({"archive_at": NOW, "archive_date_known": False}, True, False, id="on-an-unknown-day"),
    ],
)
def test_archived(fields: dict[str, Any], archived: bool, known: bool) -> None:
    found = described(**fields)
    assert (found.archived, found.archived_on is not None) == (archived, known)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>First.</p>", "<p>A &amp; B – First.</p>", id="paragraph"),
        pytest.param("<ul><li>a</li></ul>", "<p>A &amp; B – </p><ul><li>a</li></ul>", id="list"),
    ],
)
def test_the_dateline_begins_the_text(body: str, expected: str) -> None:
    assert described(body=body, dateline="A & B").body_html == expected


@pytest.mark.django_db
def test_what_is_past_its_days_is_no_reason_to_fail() -> None:
    release = make(release_date=date(9999, 12, 31), publish_at=NOW - timedelta(days=1))
    assert describe(release, BASE, NOW).published == release.publish_at
