from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.utils import timezone

from govpage.feedback.models import Status, Vote
from govpage.news.export import site
from govpage.news.export.bag import Bag, BagError
from govpage.news.export.pages import Links, Site, file_of, links_in
from govpage.news.models import Attachment, NewsRelease
from tests.news.factories import PAST, make

pytestmark = pytest.mark.django_db
BASE = "https://localhost"
FORMS = "https://answers.example.gov"


@pytest.fixture
def export(tmp_path: Path, settings: Any) -> Callable[[], Path]:
    """Export the newsroom and return the folder of its files."""
    settings.MEDIA_ROOT = tmp_path / "media"

    def run() -> Path:
        options = ("--base-url", BASE, "--forms-url", FORMS)
        call_command("export_site", str(tmp_path / "bag"), *options, stdout=StringIO())
        return tmp_path / "bag"

    return run


def test_every_checksum_is_right(export: Callable[[], Path]) -> None:
    make(title="Puertos: ñandú", slug="ñandú")
    bag = export()
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        done = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", manifest], cwd=bag, check=False)
        assert done.returncode == 0


def test_every_file_is_in_the_manifest(export: Callable[[], Path]) -> None:
    make()
    bag = export()
    listed = {line[66:] for line in (bag / "manifest-sha256.txt").read_text("utf-8").splitlines()}
    assert listed == {str(path.relative_to(bag)) for path in bag.rglob("data/**/*") if path.is_file()}
    assert (
        f"Payload-Oxum: {sum((bag / name).stat().st_size for name in listed)}.{len(listed)}"
        in (bag / "bag-info.txt").read_text()
    )


def test_what_is_public_is_written_and_nothing_else(export: Callable[[], Path]) -> None:
    day = timedelta(days=1)
    make(title="Live one")
    make(title="Archived one", archive_at=PAST)
    make(title="Secret draft", publish_at=None)
    make(title="Secret embargo", publish_at=timezone.now() + day, embargoed=True)
    make(title="Secret withdrawn", withdraw_at=PAST)
    data = export() / "data"
    assert sorted(path.name for path in (data / "news/2026/05/02").iterdir()) == ["archived-one", "live-one"]
    assert [path for path in data.rglob("*.html") if "Secret" in path.read_text("utf-8")] == []


def test_a_page_leads_to_files_and_its_forms_to_a_site_that_answers(export: Callable[[], Path]) -> None:
    make()
    html = (export() / "data/news/2026/05/02/harbor-inspections-for-2026/index.html").read_text("utf-8")
    assert f'action="{FORMS}/feedback/"' in html
    assert f'action="{FORMS}/news/"' in html
    assert '<a class="usa-nav-link" href="/news/"' in html or 'href="/news/"' in html


def test_the_form_of_a_static_copy_is_answered_where_its_address_is_trusted(
    export: Callable[[], Path], settings: Any
) -> None:
    make()
    html = (export() / "data/news/2026/05/02/harbor-inspections-for-2026/index.html").read_text("utf-8")
    page = html.partition('name="page" value="')[2].partition('"')[0]
    settings.GOVPAGE_FEEDBACK = {"trusted_origins": ["https://records.example.gov"]}
    headers = {"sec-fetch-site": "cross-site", "origin": "https://records.example.gov"}
    response = Client().post("/feedback/", {"page": page, "answer": "yes"}, headers=headers)
    assert response.status_code == 303
    assert Vote.objects.get().status == Status.COUNTED


def test_all_pages_of_a_list_are_there(export: Callable[[], Path], settings: Any) -> None:
    settings.GOVPAGE_NEWS = {"per_page": 2}
    NewsRelease.objects.bulk_create(NewsRelease(title=f"n{n}", body="x", publish_at=PAST) for n in range(5))
    news = export() / "data/news"
    assert sorted(path.parent.name for path in news.glob("page-*/index.html")) == ["page-2", "page-3"]
    assert 'href="/news/page-2/"' in (news / "index.html").read_text("utf-8")


def test_what_a_page_loads_is_there(export: Callable[[], Path]) -> None:
    release = make(image=ContentFile(b"\x89PNG\r\n\x1a\n", "pier.png"), image_alt="A pier")
    Attachment.objects.create(release=release, title="Piers", file=ContentFile(b"%PDF-1.7", "piers.pdf"))
    data = export() / "data"
    assert (data / release.image.url.lstrip("/")).read_bytes().startswith(b"\x89PNG")
    assert [path.read_bytes() for path in data.rglob("piers*.pdf")] == [b"%PDF-1.7"]
    assert [path.suffix for path in data.rglob("static/CACHE/css/*")] == [".css"]
    assert (data / "static/harbor/seal.svg").is_file()


def test_no_link_leads_to_a_file_that_is_not_there(export: Callable[[], Path]) -> None:
    make()
    data = export() / "data"
    pages = [path.read_text("utf-8") for path in data.rglob("*.html")]
    addresses = {link for html in pages for link in links_in(html, "/")}
    assert {address for address in addresses if not (data / file_of(address)).is_file()} == set()


@pytest.mark.parametrize("name", ["news/feed.rss", "news/feed.atom", "news/feed.json", "sitemap.xml"])
def test_feeds_and_sitemaps_are_there(export: Callable[[], Path], name: str) -> None:
    make(title="Ports are open")
    assert "ports-are-open" in (export() / "data" / name).read_text("utf-8")


def test_a_sitemap_that_the_site_does_not_have_is_left_out(
    export: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "AT_THE_ROOT", ("/sitemap.xml", "/nothing.xml"))
    data = export() / "data"
    assert [path.name for path in data.glob("*.xml")] == ["sitemap.xml"]


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    with pytest.raises(CommandError, match="is not an empty folder"):
        call_command("export_site", str(tmp_path), "--base-url", BASE)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


@pytest.mark.parametrize("address", ["localhost", "ftp://localhost", "https://", "https://localhost/news/"])
def test_an_address_that_is_no_site_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(CommandError, match="is no address of a site"):
        call_command("export_site", str(tmp_path / "bag"), "--base-url", address)
    assert not (tmp_path / "bag").exists()


def test_a_site_that_does_not_answer_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="/news/ answers 400"):
        call_command("export_site", str(tmp_path / "bag"), "--base-url", "https://other.example.gov")
    assert list(tmp_path.iterdir()) == []


def test_a_bag_that_another_run_makes_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "bag.partial").mkdir()
    with pytest.raises(CommandError, match=r"bag\.partial is there from another run"):
        call_command("export_site", str(tmp_path / "bag"), "--base-url", BASE)
    assert (tmp_path / "bag.partial").is_dir()


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    call_command("export_site", str(tmp_path / "bag"), "--base-url", BASE, stdout=StringIO())
    assert (tmp_path / "bag" / "bagit.txt").is_file()


def test_a_static_file_that_is_not_there_is_said(tmp_path: Path, settings: Any) -> None:
    settings.GOVPAGE = {**settings.GOVPAGE, "logo": "harbor/nothing.svg"}
    with pytest.raises(CommandError, match=r"harbor/nothing\.svg is not there"):
        call_command("export_site", str(tmp_path / "bag"), "--base-url", BASE)


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "a/../../b", ""])
def test_no_file_is_written_outside(tmp_path: Path, name: str) -> None:
    with pytest.raises(BagError, match="is no path below the folder"):
        Bag(tmp_path / "bag").add(name, [b"x"])


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/", "index.html"),
        ("/news/", "news/index.html"),
        ("/news/?page=2", "news/page-2/index.html"),
        ("/news/feed.rss", "news/feed.rss"),
        ("/news/2026/05/02/%C3%B1/", "news/2026/05/02/ñ/index.html"),
    ],
)
def test_the_file_of_an_address(address: str, name: str) -> None:
    assert file_of(address) == name


@pytest.mark.parametrize(
    ("html", "static"),
    [
        ('<a href="/news/?page=2">', '<a href="/news/page-2/">'),
        ('<a href="/news/?topic=storms">', f'<a href="{FORMS}/news/?topic=storms">'),
        ('<a href="/news/?q=a&amp;page=2">', f'<a href="{FORMS}/news/?q=a&amp;page=2">'),
        ('<form action="/feedback/">', f'<form action="{FORMS}/feedback/">'),
        ('<a href="/news/#x">', '<a href="/news/#x">'),
        ('<a href="//other.example/">', '<a href="//other.example/">'),
        ('<a href="https://other.example/?a=1">', '<a href="https://other.example/?a=1">'),
        ('<a href="#x">', '<a href="#x">'),
        ('<a href="/">', f'<a href="{BASE}/">'),
        ('<a href="/privacy/?a=1&amp;b=2#c">', f'<a href="{BASE}/privacy/?a=1&amp;b=2#c">'),
        ('<img src="/static/a.png">', '<img src="/static/a.png">'),
        ('<a href="/media/a.pdf">', '<a href="/media/a.pdf">'),
    ],
)
def test_links_of_a_static_page(html: str, static: str) -> None:
    assert Links(FORMS, BASE, ("/news/", "/static/", "/media/")).as_static(html) == static


def test_the_site_is_asked_as_it_is_asked_from_outside() -> None:
    status, body = Site("https://localhost:8443").ask(make().get_absolute_url())
    assert status == 200
    assert b"https://localhost:8443/news/2026/05/02/" in body
