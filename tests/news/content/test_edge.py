from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.urls import set_script_prefix

from govpage.news.content.edge import check_release, content_of
from govpage.news.models import FormerAddress, NewsRelease
from tests.news.factories import FUTURE, NOW, PAST, make

pytestmark = pytest.mark.django_db


def checks(release: NewsRelease) -> list[str]:
    advice = {"description-empty", "title-length"}
    return [finding.check for finding in check_release(release, now=NOW) if finding.check not in advice]


def to(href: str) -> NewsRelease:
    return make(title="Linking", body=f'<p><a href="{href}">The plan</a></p>')


@pytest.mark.parametrize(
    "href", ["/news/", "/news", "/news/2026/05/02/pier/", "/news/undated/old-pier/", "/static/a.css", "/data/x/", "."]
)
def test_a_link_to_what_is_there_is_sound(settings: Any, href: str) -> None:
    settings.GOVPAGE_NEWS = {"served_elsewhere": ["/data/"]}
    FormerAddress.objects.create(address="undated/old-pier", release=make(title="Pier"))
    assert checks(to(href)) == []


@pytest.mark.parametrize(
    "href",
    [
        "/nothing-here/",
        "https://harbor.example.gov/none/",
        "/news/2026/05/02/none/",
        "/news/2026/05/02/deleted/",
        "/none/a",
    ],
)
def test_a_link_to_nothing_is_broken(href: str) -> None:
    make(title="Deleted", deleted_at=PAST)
    assert checks(to(href)) == ["link-broken"]


def test_a_link_in_what_is_said_about_the_office_is_looked_up() -> None:
    said = ('<p><a href="/news/">The news</a></p>', '<p><a href="/none/">The plan</a></p>')
    assert [checks(make(title=text, boilerplate=text)) for text in said] == [[], ["link-broken"]]


def test_a_slash_is_not_added_where_django_does_not(settings: Any) -> None:
    settings.APPEND_SLASH = False
    assert checks(to("/news")) == ["link-broken"]


@pytest.fixture
def _below_a_prefix() -> Iterator[None]:
    set_script_prefix("/site/")
    yield
    set_script_prefix("/")


@pytest.mark.usefixtures("_below_a_prefix")
@pytest.mark.parametrize(("href", "expected"), [("/none/", []), ("/site/none/", ["link-broken"]), ("/site/news/", [])])
def test_what_is_outside_of_the_site_is_not_looked_up(href: str, expected: list[str]) -> None:
    assert checks(to(href)) == expected


def test_an_unsaved_release_is_checked() -> None:
    assert checks(NewsRelease(title="Harbor", image="a.jpg", embargoed=True)) == [
        "image-alt-missing",
        "embargo-undated",
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, [], id="as saved"),
        pytest.param({"publish_at": NOW}, ["embargo-past"], id="moved into the past"),
        pytest.param({"publish_at": FUTURE}, [], id="moved into the future"),
    ],
)
def test_an_embargo_is_wrong_only_while_it_is_set(fields: dict[str, Any], expected: list[str]) -> None:
    release = make(embargoed=True)
    for name, value in fields.items():
        setattr(release, name, value)
    assert checks(release) == expected


def test_the_content_names_files_and_address() -> None:
    release = make()
    release.attachments.bulk_create([release.attachments.model(release=release, file="plan.pdf", title="Plan")])
    content = content_of(release)
    assert content.attachments == ("plan.pdf",)
    assert content.address == "/news/2026/05/02/harbor-inspections-for-2026/"


def test_a_skipped_check_that_does_not_exist_is_an_error(settings: Any) -> None:
    settings.GOVPAGE_NEWS = {"skipped_checks": ["title-lenght", "link-empty"]}
    (error,) = run_checks()
    assert (error.id, error.hint) == ("govpage_news.E004", "Did you mean 'title-length'?")


def test_the_command_ends_with_an_error_and_prints_every_finding() -> None:
    to("/nothing-here/")
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("check_content", stdout=out)
    assert ended.value.code == 1
    assert out.getvalue().startswith("2026/05/02/linking\n  advice: “Linking” has 7 characters")


def test_the_command_prints_json_of_a_severity() -> None:
    to("/nothing-here/")
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("check_content", "--json", "--severity", "error", stdout=out)
    (finding,) = map(json.loads, out.getvalue().splitlines())
    assert (finding["address"], finding["check"]) == ("2026/05/02/linking", "link-broken")


def test_the_command_looks_at_a_state() -> None:
    to("/nothing-here/")
    out = StringIO()
    call_command("check_content", "--state", "draft", stdout=out)
    assert out.getvalue() == ""


def test_the_command_prints_nothing_of_a_release_without_findings() -> None:
    make(description="The Harbor Office has inspected every port and says what it found.")
    out = StringIO()
    call_command("check_content", stdout=out)
    assert out.getvalue() == ""


def test_queries_do_not_grow_with_the_releases_of_a_batch(django_assert_num_queries: Any) -> None:
    make(title="One", body='<p><a href="../two/">The plan</a></p>')
    make(title="Two", body='<p><a href="../one/">The plan</a></p>')
    with django_assert_num_queries(3):
        call_command("check_content", stdout=StringIO())
