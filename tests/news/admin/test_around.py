from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client, override_settings

from govpage.news.models import ArchiveRule, Office, Section
from tests.news.admin.posts import somebody, texts


def test_a_section_within_itself_is_refused(admin_client: Client) -> None:
    section = Section.objects.create(label="About")
    address = f"/admin/govpage_news/section/{section.pk}/change/"
    html = admin_client.post(address, {"label": "About", "parent": section.pk, "order": 0}).content.decode()
    assert "A section cannot be within itself." in html


def test_an_office_has_its_paragraph(admin_client: Client) -> None:
    data = {"name": "Press office", "boilerplate": "<p>We inspect.</p><script>x</script>"}
    admin_client.post("/admin/govpage_news/office/add/", data)
    office = Office.objects.get()
    assert (office.boilerplate, office.slug) == ("<p>We inspect.</p>", "press-office")


@pytest.mark.parametrize("name", ["topic", "section", "archiverule"])
def test_each_has_its_list(admin_client: Client, name: str) -> None:
    texts(admin_client, f"/admin/govpage_news/{name}/")


@pytest.mark.parametrize(("name", "shown"), [("a.png", False), ("a.pdf", True), ("a.html", True)])
def test_no_uploaded_file_runs_as_a_page(db: None, client: Client, tmp_path: Path, name: str, shown: bool) -> None:
    (tmp_path / name).write_bytes(b"<script>x</script>")
    with override_settings(MEDIA_ROOT=tmp_path):
        response = client.get(f"/media/{name}")
    response.close()
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert (response.headers.get("Content-Disposition") == "attachment") == shown


@pytest.mark.parametrize(("codename", "status"), [("archive", 200), ("change", 403)])
@pytest.mark.parametrize("page", ["", "add/", "preview/"])
def test_whoever_archives_makes_the_rules(db: None, page: str, codename: str, status: int) -> None:
    assert somebody(codename).get(f"/admin/govpage_news/archiverule/{page}").status_code == status


@pytest.mark.parametrize(("codename", "status"), [("archive", 302), ("change", 403)])
@pytest.mark.parametrize("page", ["change", "delete"])
def test_whoever_archives_changes_the_rules(db: None, page: str, codename: str, status: int) -> None:
    rule = ArchiveRule.objects.create(kind="blog", months=3)
    data = {"kind": "blog", "months": "4", "post": "yes"}
    answer = somebody(codename).post(f"/admin/govpage_news/archiverule/{rule.pk}/{page}/", data)
    assert answer.status_code == status
