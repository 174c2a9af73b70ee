"""A release whose own page is captured as text is, brought in again, the same release."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from inscriptis import get_text

from govpage.news.importers.plan import Step, read, save
from govpage.news.importers.text import read_capture
from govpage.news.models import Attachment, Kind, NewsRelease, Topic
from tests.conftest import ROOT
from tests.news.factories import make

pytestmark = pytest.mark.django_db
CAPTURES = sorted((ROOT / "example_site" / "captures").glob("*.txt"))
OF_THE_READING = "unsure"
"""What is told of the reading, not of the release."""


def said(draft: Any) -> dict[str, Any]:
    return {name: value for name, value in draft.as_json().items() if name != OF_THE_READING}


def captured(client: Client, release: NewsRelease) -> Any:
    """Read the page of the release as a text browser shows it."""
    return read_capture(get_text(client.get(release.get_absolute_url()).content.decode()))


def published(step: Step) -> NewsRelease:
    """Save a release that is out, whatever the clock says."""
    release = save(step)
    NewsRelease.objects.update(publish_at=timezone.now() - timedelta(days=4000))
    return release


@pytest.mark.parametrize("capture", [pytest.param(file, id=file.stem) for file in CAPTURES])
def test_a_captured_page_is_the_same_release(client: Client, capture: Path) -> None:
    step = read(capture)
    assert said(captured(client, published(step))) == said(step.draft)


@pytest.mark.parametrize("language", ["en", "es"])
def test_who_wrote_a_blog_is_no_heading(client: Client, language: str) -> None:
    byline = "Press Office, Harbor Office of Port Alder"
    release = make(title="Open Books at the Harbor Office", kind=Kind.BLOG, byline=byline, language=language)
    again = captured(client, release)
    assert (again.kind, again.byline, "<h2>" in again.body_html) == ("blog", byline, False)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param("https://harbor.example.gov/news/2017/03/03/harbor-office-opens-a-pier/", False, id="own"),
        pytest.param("https://harbor.example.gov/news/2017/03/03/another-pier/", True, id="another-page"),
        pytest.param("See https://harbor.example.gov/news/harbor-office-opens-a-pier", True, id="in-a-sentence"),
    ],
)
def test_the_address_that_a_page_prints_of_itself_is_not_its_text(line: str, kept: bool) -> None:
    prose = "A pier opened at Port Alder on Friday, and all visitors are welcome to it from now on."
    draft = read_capture(f"Harbor Office Opens a Pier\n\nRelease Date: March 3, 2017\n\n{prose}\n\n{line}\n")
    assert ("example.gov" in draft.body_html) is kept


@pytest.mark.parametrize("name", ["storm-season-readiness", "temporada-de-tormentas"])
def test_what_stands_around_a_release_is_not_its_text(client: Client, name: str, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    step = read(ROOT / "example_site" / "captures" / f"{name}.txt")
    release = published(step)
    release.topics.add(Topic.objects.create(name="Storms"))
    release.related.add(make(title="Another release of the office", language=release.language))
    make(title="Translated", language="es" if release.language == "en" else "en", translation_of=release)
    Attachment.objects.create(release=release, title="List of crews", file=ContentFile(b"%PDF-1.7", "crews.pdf"))
    NewsRelease.objects.filter(pk=release.pk).update(
        archive_at=timezone.now(),
        archive_reason="The season is over.",
        successor="/storms/",
        archive_date_known=False,
        change_notes=[{"on": "2026-09-09", "note": "The number of crews is 23."}],
    )
    expected = said(step.draft) | {"archived": True}
    again = said(captured(client, release))
    # Its trail now runs through the archive.
    assert again.pop("breadcrumb") != expected.pop("breadcrumb")
    assert again == expected
