from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from govpage.news.models import NewsRelease
from govpage.news.text import beginning_of
from tests.news.factories import FUTURE, PAST, make

pytestmark = pytest.mark.django_db
HOSTILE_BODY = '<p onclick="x()">a</p><script>alert(1)</script><a href="javascript:x()">b</a>'
CLEAN_BODY = "<p>a</p><a>b</a>"


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        pytest.param({}, "2026/05/02/harbor-inspections-for-2026", id="day-and-title"),
        pytest.param({"release_date": None}, "undated/harbor-inspections-for-2026", id="no-day"),
        pytest.param({"slug": "ports"}, "2026/05/02/ports", id="own-slug"),
        pytest.param({"title": "¿Qué encontró la Oficina?"}, "2026/05/02/que-encontro-la-oficina", id="accents"),
        pytest.param({"title": "أخبار الموانئ"}, "2026/05/02/أخبار-الموانئ", id="another-script"),
        pytest.param({"title": "!!!"}, "2026/05/02/release", id="no-letters"),
    ],
)
def test_address(fields: dict[str, Any], address: str) -> None:
    release = make(**fields)
    assert release.address == address
    assert release.slug == address.rsplit("/", 1)[1]


def test_a_long_title_gives_a_bounded_address() -> None:
    assert len(make(title="word " * 60).address) <= 180


def test_an_address_stays_when_date_and_title_change() -> None:
    release = make()
    release.release_date, release.title, release.slug = date(2027, 1, 1), "Other", "other"
    release.save()
    assert NewsRelease.objects.get().address == "2026/05/02/harbor-inspections-for-2026"


def test_bulk_create_gives_addresses() -> None:
    NewsRelease.objects.bulk_create([NewsRelease(title="Ports", body="", release_date=date(2026, 5, 2))])
    assert NewsRelease.objects.get().address == "2026/05/02/ports"


def test_an_address_is_given_once() -> None:
    make()
    with pytest.raises(IntegrityError):
        make()


def test_a_taken_address_is_an_error_at_the_slug() -> None:
    make()
    again = NewsRelease(title="Harbor inspections for 2026", body="<p>b</p>", release_date=date(2026, 5, 2))
    with pytest.raises(ValidationError) as error:
        again.full_clean(exclude=["address"])
    assert list(error.value.message_dict) == ["slug"]


def test_a_saved_release_does_not_stand_in_its_own_way() -> None:
    make().full_clean()


def test_create_cleans_the_body() -> None:
    assert make(body=HOSTILE_BODY).body == CLEAN_BODY


def test_bulk_create_cleans_the_body() -> None:
    NewsRelease.objects.bulk_create([NewsRelease(title="a", body=HOSTILE_BODY)])
    assert NewsRelease.objects.get().body == CLEAN_BODY


def test_update_cleans_the_body() -> None:
    make()
    NewsRelease.objects.update(body=HOSTILE_BODY)
    assert NewsRelease.objects.get().body == CLEAN_BODY


def test_bulk_update_cleans_the_body() -> None:
    release = make()
    release.body = HOSTILE_BODY
    NewsRelease.objects.bulk_update([release], ["body"])
    assert NewsRelease.objects.get().body == CLEAN_BODY


@pytest.mark.parametrize("field", ["archive_at", "withdraw_at"])
def test_moments_in_the_wrong_order_are_refused(field: str) -> None:
    release = NewsRelease(title="a", body="<p>b</p>", publish_at=FUTURE, **{field: PAST})
    with pytest.raises(ValidationError) as error:
        release.full_clean(exclude=["address"])
    assert list(error.value.message_dict) == [field]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "//evil.example",
        "/\\evil.example",
        "evil.example",
        "data:text/html,x",
        "https://",
        "ftp://a.example",
    ],
)
def test_a_successor_that_leads_astray_is_refused(address: str) -> None:
    release = NewsRelease(title="a", body="<p>b</p>", successor=address)
    with pytest.raises(ValidationError) as error:
        release.full_clean(exclude=["address"])
    assert list(error.value.message_dict) == ["successor"]


@pytest.mark.parametrize("address", ["/ports/", "https://harbor.example.gov/ports/", "HTTP://harbor.example.gov"])
def test_a_successor_may_be_a_path_or_an_address(address: str) -> None:
    NewsRelease(title="a", body="<p>b</p>", successor=address).full_clean(exclude=["address"])


@pytest.mark.parametrize("trail", ["Home", [""], [7], {"Home": "/"}])
def test_a_trail_that_is_no_list_of_labels_is_refused(trail: object) -> None:
    release = NewsRelease(title="a", body="<p>b</p>", breadcrumb=trail)
    with pytest.raises(ValidationError) as error:
        release.full_clean(exclude=["address"])
    assert list(error.value.message_dict) == ["breadcrumb"]


@pytest.mark.parametrize(
    ("fields", "summary"),
    [
        pytest.param({"description": "Said by hand."}, "Said by hand.", id="description"),
        pytest.param({"body": "<p>One.</p><ul><li>Two</li><li>Three</li></ul>"}, "One. Two Three", id="short-text"),
        pytest.param({"body": f"<p>{'word, ' * 40}</p>"}, ", ".join(["word"] * 26) + "…", id="long-text-at-a-word"),
    ],
)
def test_summary(fields: dict[str, str], summary: str) -> None:
    assert make(**fields).summary == summary
    assert len(summary) <= 160


def test_links_and_emphasis_part_no_words() -> None:
    body = (
        '<p>See <a href="/a/">the <em>hours</em></a>, H<sub>2</sub>O.<br>And <span lang="es">más</span>.</p><p>End</p>'
    )
    assert beginning_of(body) == "See the hours, H2O. And más. End"


def test_a_summary_of_a_long_text_does_not_read_it_all() -> None:
    body = "<p>One " + '<a href="/' + "x" * 4100 + '/">two</a></p>' + "<p>three</p>" * 1000
    assert beginning_of(body) == "One"


def test_version_changes_with_the_text_only() -> None:
    release = make()
    first = release.version
    release.last_reviewed = date(2026, 6, 1)
    assert release.version == first
    release.body = "<p>Other.</p>"
    assert release.version != first


def test_language_code_is_the_site_s_own_when_none_is_known() -> None:
    assert NewsRelease(language="").language_code == "en"


def test_str_is_the_title() -> None:
    assert str(NewsRelease(title="Ports")) == "Ports"


def test_a_migration_sees_a_plain_address() -> None:
    name, path, _args, _kwargs = NewsRelease._meta.get_field("address").deconstruct()
    assert (name, path) == ("address", "django.db.models.CharField")
