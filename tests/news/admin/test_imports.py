from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client, override_settings
from django.utils import timezone

from govpage.news.importers import uploads
from govpage.news.importers.plan import Step, save
from govpage.news.lifecycle import State
from govpage.news.models import NewsRelease, Revision, Upload
from tests.news.admin.posts import LIST, somebody

pytestmark = pytest.mark.django_db
IMPORT = f"{LIST}import/"
SURE = {"title": "Ports", "body_html": "<p>Open.<script>alert(1)</script></p>", "release_date": "2026-05-02"}
HOSTILE = {"title": "<script>alert(2)</script>", "body_html": "<p>x</p>", "release_date": "2026-05-03"}


def uploaded(client: Client, *releases: dict[str, Any], name: str = "releases.json") -> Any:
    file = SimpleUploadedFile(name, json.dumps(list(releases)).encode())
    return client.post(IMPORT, {"file": file})


def page(client: Client) -> str:
    return client.get(f"{IMPORT}{Upload.objects.get().pk}/").content.decode()


def digests(client: Client) -> list[str]:
    return [step.digest for step in uploads.steps_of(Upload.objects.get())]


def test_nothing_is_saved_before_it_is_chosen(admin_client: Client) -> None:
    response = uploaded(admin_client, SURE, HOSTILE)
    assert response.headers["Location"] == f"{IMPORT}{Upload.objects.get().pk}/"
    html = page(admin_client)
    assert html.count('type="checkbox" id="release-') == 2
    assert "alert(2)" in html
    assert "<script>alert" not in html
    assert NewsRelease.objects.count() == 0


def test_what_is_chosen_is_saved_with_a_revision(admin_client: Client) -> None:
    uploaded(admin_client, SURE, HOSTILE)
    response = admin_client.post(
        f"{IMPORT}{Upload.objects.get().pk}/", {"digest": digests(admin_client)[0]}, follow=True
    )
    release = NewsRelease.objects.get()
    assert "1 release imported." in response.content.decode()
    assert (release.title, release.body, release.revision) == ("Ports", "<p>Open.</p>", 1)
    assert Revision.objects.get().note == "Imported from releases.json."
    assert Upload.objects.count() == 0


def test_what_is_there_already_cannot_be_chosen(admin_client: Client) -> None:
    uploaded(admin_client, SURE)
    admin_client.post(f"{IMPORT}{Upload.objects.get().pk}/", {"digest": digests(admin_client)})
    uploaded(admin_client, SURE)
    html = page(admin_client)
    assert "There already." in html
    assert "Import what is chosen" not in html


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (ValidationError({"title": ["This fits nowhere."]}), "title: This fits nowhere."),
        (IntegrityError("UNIQUE"), "another release took 2026/05/03/alert2 meanwhile."),
    ],
    ids=["field", "address"],
)
def test_all_or_nothing(admin_client: Client, monkeypatch: pytest.MonkeyPatch, failure: Exception, reason: str) -> None:
    def save_ports_alone(step: Step) -> NewsRelease:
        if step.draft and step.draft.title != "Ports":
            raise failure
        return save(step)

    monkeypatch.setattr(uploads, "save", save_ports_alone)
    uploaded(admin_client, SURE, HOSTILE | {"title": "alert(2)"})
    response = admin_client.post(f"{IMPORT}{Upload.objects.get().pk}/", {"digest": digests(admin_client)}, follow=True)
    assert NewsRelease.objects.count() == 0
    assert f"Nothing was imported. Alert(2): {reason}" in response.content.decode()
    assert Upload.objects.count() == 1


def test_nothing_chosen_keeps_the_upload(admin_client: Client) -> None:
    uploaded(admin_client, SURE)
    response = admin_client.post(f"{IMPORT}{Upload.objects.get().pk}/", {"digest": "another"}, follow=True)
    assert "Nothing was imported. Nothing was chosen" in response.content.decode()
    assert Upload.objects.count() == 1


def test_what_does_not_fit_is_said_before_it_is_chosen(admin_client: Client) -> None:
    uploaded(admin_client, SURE | {"release_number": "1" * 100}, HOSTILE)
    html = page(admin_client)
    assert "release_number: Ensure this value has at most 60 characters (it has 100)." in html
    assert html.count('type="checkbox" id="release-') == 1


@pytest.mark.parametrize("name", ["\u65b0" * 190 + ".json", "a" * 240 + ".json", "a.JSON"], ids=["wide", "long", "big"])
def test_a_file_may_have_any_name(admin_client: Client, name: str) -> None:
    uploaded(admin_client, SURE, name=name)
    admin_client.post(f"{IMPORT}{Upload.objects.get().pk}/", {"digest": digests(admin_client)})
    assert Revision.objects.get().note == f"Imported from {name[-200:]}."


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("a.exe", b"x", "unknown suffix", id="suffix"),
        pytest.param("a.docx", b"x", "", id="no-archive"),
        pytest.param("a.json", b"{", "", id="no-json"),
        pytest.param("a.html", b"<p>", "", id="no-release"),
    ],
)
def test_a_file_that_cannot_be_read_is_said(admin_client: Client, name: str, content: bytes, reason: str) -> None:
    admin_client.post(IMPORT, {"file": SimpleUploadedFile(name, content)})
    html = page(admin_client)
    assert reason in html
    assert "Import what is chosen" not in html


def test_too_many_releases_are_refused(admin_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_RELEASES", 1)
    uploaded(admin_client, SURE, HOSTILE)
    assert "2 releases, and at most 1 are taken at once" in page(admin_client)


def test_a_large_file_is_refused(admin_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 10)
    response = uploaded(admin_client, SURE)
    assert "at most 10 are uploaded" in response.content.decode()
    assert Upload.objects.count() == 0


def test_no_file_is_an_error_at_the_field(admin_client: Client) -> None:
    assert "This field is required." in admin_client.post(IMPORT).content.decode()


def test_an_upload_that_nobody_came_back_for_is_forgotten(admin_client: Client) -> None:
    uploaded(admin_client, SURE)
    Upload.objects.update(uploaded=timezone.now() - timedelta(days=2))
    uploaded(admin_client, HOSTILE)
    assert Upload.objects.count() == 1


def test_another_s_upload_is_not_there(admin_client: Client) -> None:
    other = User.objects.create(username="other")
    upload = Upload.objects.create(name="a.json", content=b"[]", uploaded_by=other)
    assert admin_client.get(f"{IMPORT}{upload.pk}/").status_code == 404
    assert str(upload) == "a.json"


@pytest.mark.parametrize("rights", [("view", "change", "add"), ("view", "publish"), ("view",)], ids="-".join)
def test_it_takes_whoever_may_write_and_publish(rights: tuple[str, ...]) -> None:
    client = somebody(*rights)
    assert client.get(IMPORT).status_code == 403
    assert client.post(f"{IMPORT}1/").status_code == 403


def test_drafts_and_archived_releases_are_announced(admin_client: Client) -> None:
    uploaded(admin_client, {**SURE, "archived": True}, {**HOSTILE, "public": False})
    html = page(admin_client)
    assert "<td>Archived</td>" in html
    assert "<td>Draft</td>" in html


def test_an_embargo_is_announced_and_kept(admin_client: Client) -> None:
    embargo = {"embargo": "2099-01-01T10:00:00-05:00"}
    published = {"published": "2099-01-01T10:00:00-05:00"}
    uploaded(
        admin_client,
        SURE | embargo,
        {**HOSTILE, **published},
        {**HOSTILE, "title": "Past", "embargo": "2020-01-01T10:00:00-05:00"},
    )
    html = page(admin_client)
    assert [html.count(f"<td>{state}</td>") for state in ("Embargoed", "Scheduled", "Live")] == [1, 1, 1]
    admin_client.post(f"{IMPORT}{Upload.objects.get().pk}/", {"digest": digests(admin_client)})
    assert NewsRelease.objects.in_state(State.EMBARGOED).get().title == "Ports"


@pytest.mark.parametrize(("said", "imported"), [({}, 0), ({"public": False}, 1), ({"archived": True}, 1)])
def test_errors_block_what_an_upload_would_publish(admin_client: Client, said: dict[str, Any], imported: int) -> None:
    uploaded(admin_client, SURE | {"body_html": "<h3>Skipped</h3><p>Open.</p>"} | said)
    where, data = f"{IMPORT}{Upload.objects.get().pk}/", {"digest": digests(admin_client)}
    with override_settings(GOVPAGE_NEWS={"block_publication": True}):
        html = admin_client.post(where, data, follow=True).content.decode()
    assert (NewsRelease.objects.count(), Revision.objects.count()) == (imported, imported)
    assert ("Nothing was imported. Ports: “Skipped” is a heading" in html) == (not imported)


def test_what_the_checks_say_of_an_import_is_kept(admin_client: Client) -> None:
    uploaded(admin_client, SURE)
    admin_client.post(f"{IMPORT}{Upload.objects.get().pk}/", {"digest": digests(admin_client)})
    assert "title-length" in str(Revision.objects.get().findings)


@pytest.mark.parametrize(("rights", "imported"), [((), 0), (("archive",), 1)], ids=["may-not", "may"])
def test_what_is_archived_takes_whoever_may_archive(rights: tuple[str, ...], imported: int) -> None:
    client = somebody("view", "add", "publish", *rights)
    uploaded(client, SURE | {"archived": True})
    html = page(client)
    client.post(f"{IMPORT}{Upload.objects.get().pk}/", {"digest": digests(client)})
    assert ("It is archived, which you may not do." in html, NewsRelease.objects.count()) == (not imported, imported)
