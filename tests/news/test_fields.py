from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction

from govpage.news.fields import RowsField
from govpage.news.files import ATTACHMENTS, IMAGES, validate_attachment, validate_image
from govpage.news.models import (
    ArchiveRule,
    Attachment,
    FormerAddress,
    Kind,
    NewsRelease,
    Office,
    Revision,
    Section,
    Topic,
)
from tests.news.factories import NOW, make

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        pytest.param("x", "give a list of at most 100 rows", id="text"),
        pytest.param([{}] * 101, "give a list of at most 100 rows", id="too-many"),
        pytest.param(["x"], "'x' is no dict of texts with any of name, phone, email.", id="row-of-text"),
        pytest.param([{"name": 7}], "is no dict of texts", id="number"),
        pytest.param([{"nmae": "x"}], "a row has no 'nmae'. Did you mean 'name'?", id="misspelt"),
    ],
)
def test_rows_that_are_not_legal_are_refused_on_every_way_in(rows: Any, reason: str) -> None:
    with pytest.raises(ValueError, match="contacts: ") as error, transaction.atomic():
        NewsRelease.objects.create(title="a", body="x", contacts=rows)
    assert reason in str(error.value)
    with pytest.raises(ValueError, match="contacts: "), transaction.atomic():
        NewsRelease.objects.bulk_create([NewsRelease(title="a", body="x", contacts=rows)])
    with pytest.raises(ValidationError) as invalid:
        NewsRelease(title="a", body="x", contacts=rows).full_clean(exclude=["address"])
    assert "contacts" in invalid.value.message_dict


def test_rows_that_are_legal_are_kept() -> None:
    rows = [{"name": "Press Office", "phone": "202-555-0100"}]
    release = make(contacts=rows)
    release.full_clean()
    assert NewsRelease.objects.get().contacts == rows


def test_a_migration_sees_plain_json() -> None:
    _name, path, _args, kwargs = RowsField(("a",)).deconstruct()
    assert (path, "keys" in kwargs) == ("django.db.models.JSONField", False)


def test_a_migration_sees_plain_fields() -> None:
    fields = {field.name: field.deconstruct()[1] for field in NewsRelease._meta.local_fields}
    assert fields["search_text"] == "django.db.models.TextField"
    assert fields["archives_at"] == "django.db.models.DateTimeField"


@pytest.mark.parametrize("ending", [*IMAGES])
def test_a_picture_is_known_by_its_first_bytes(ending: str) -> None:
    content = bytearray(16)
    for at, sign in IMAGES[ending]:
        content[at : at + len(sign)] = sign
    validate_image(ContentFile(bytes(content), f"pier{ending.upper()}"))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("a.svg", b"<svg onload=alert(1)>", "A file of this type is not taken", id="drawing"),
        pytest.param("a.png", b"<html><script>", "The file is not what its name says: .png.", id="page-as-picture"),
        pytest.param("a", PNG, "A file of this type is not taken", id="no-ending"),
        pytest.param("a.png", PNG + b"x" * 10 * 1024**2, "at most 10485760", id="too-large"),
    ],
)
def test_a_picture_that_is_refused(name: str, content: bytes, reason: str) -> None:
    with pytest.raises(ValidationError) as error:
        validate_image(ContentFile(content, name))
    assert reason in error.value.messages[0]


def test_a_file_that_is_kept_already_is_not_opened_again() -> None:
    make(image="news/nothing.png", image_decorative=True).full_clean()


@pytest.mark.parametrize("ending", [".html", ".svg", ".js", ".exe", ".xml", ".htm", ".xhtml", ".mht"])
def test_a_file_that_a_browser_would_run_is_refused(ending: str) -> None:
    assert ending not in ATTACHMENTS
    with pytest.raises(ValidationError):
        validate_attachment(ContentFile(b"x", f"a{ending}"))


def test_an_attachment_knows_its_type_and_size(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    file = Attachment.objects.create(release=make(), title="Piers", file=ContentFile(b"%PDF-1.7", "piers.pdf"))
    assert (file.size, file.media_type, file.type_and_size) == (8, "application/pdf", "PDF, 8\xa0bytes")


def test_an_attachment_of_no_known_type_is_bytes() -> None:
    assert Attachment(file="a.unknown-type").media_type == "application/octet-stream"


def test_what_stands_around_says_its_name() -> None:
    release = make()
    topic, office = Topic.objects.create(name="Storms"), Office.objects.create(name="Pier Office")
    former = FormerAddress(address="2020/01/01/a", release=release)
    rule, revision = ArchiveRule(kind=Kind.BLOG), Revision(release=release, number=2)
    names = [str(each) for each in (topic, office, former, rule, revision, Attachment(title="Piers"))]
    assert names == ["Storms", "Pier Office", "2020/01/01/a", "Blog", f"{release.pk}.2", "Piers"]
    assert (topic.get_absolute_url(), office.get_absolute_url()) == ("/news/?topic=storms", "/news/?office=pier-office")


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        pytest.param({"image": "a.png"}, "image_alt", id="picture-without-alternative"),
        pytest.param({"image": "a.png", "image_alt": "A pier"}, "", id="picture-with-alternative"),
        pytest.param({"image": "a.png", "image_decorative": True}, "", id="decorative-picture"),
    ],
)
def test_a_picture_needs_an_alternative(fields: dict[str, Any], name: str) -> None:
    release = NewsRelease(title="a", body="<p>b</p>", **fields)
    try:
        release.clean()
        found = ""
    except ValidationError as error:
        found = next(iter(error.message_dict))
    assert found == name


def test_a_translation_of_itself_is_refused() -> None:
    release = make()
    release.translation_of = release
    with pytest.raises(ValidationError, match="Name the original"):
        release.clean()


def test_a_translation_of_a_translation_is_refused() -> None:
    spanish = make(title="b", translation_of=make())
    with pytest.raises(ValidationError, match="Name the original"):
        NewsRelease(title="c", body="x", translation_of=spanish).clean()


def test_an_original_cannot_become_a_translation() -> None:
    original = make()
    make(title="b", translation_of=original)
    original.translation_of = make(title="c")
    with pytest.raises(ValidationError, match="This has translations itself"):
        original.clean()


def test_a_translation_may_be_changed() -> None:
    spanish = make(title="b", translation_of=make(), language="es")
    spanish.clean()


def test_translations_in_a_circle_are_refused_on_the_way_past_forms() -> None:
    original = make()
    original.translation_of = make(title="b", translation_of=original, language="es")
    with pytest.raises(ValidationError, match="Name the original"):
        original.save()
    assert NewsRelease.objects.get(pk=original.pk).translation_of is None


@pytest.mark.parametrize(("language", "refused"), [("en", True), ("es", True), ("fr", False), ("vi", False)])
def test_one_release_has_one_page_in_a_language(language: str, refused: bool) -> None:
    original = make()
    make(title="b", translation_of=original, language="es")
    make(title="c", translation_of=original, language="fr", deleted_at=NOW)
    release = NewsRelease(title="d", body="x", translation_of=original, language=language)
    try:
        release.clean()
        found: list[str] = []
    except ValidationError as error:
        found = list(error.message_dict)
    assert found == (["translation_of"] if refused else [])


def test_what_is_under_embargo_is_not_for_immediate_release() -> None:
    with pytest.raises(ValidationError, match="under embargo is not for immediate release"):
        NewsRelease(title="a", body="x", immediate=True, embargoed=True).clean()


WAYS: dict[str, Callable[[dict[str, Any]], object]] = {
    "create": lambda said: make(title="b", **said),
    "bulk_create": lambda said: NewsRelease.objects.bulk_create([NewsRelease(title="b", body="x", **said)]),
    "update": lambda said: NewsRelease.objects.update(**said),
    "bulk_update": lambda said: _bulk_update(said),
}


def _bulk_update(said: dict[str, Any]) -> None:
    release = NewsRelease.objects.get()
    for name, value in said.items():
        setattr(release, name, value)
    NewsRelease.objects.bulk_update([release], list(said))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "said",
    [
        {"successor": "javascript:alert(1)"},
        {"original_address": "//elsewhere.example.gov"},
        {"kind": "nonsense"},
        {"quotes": [{"nobody": "x"}]},
        {"change_notes": [{"note": "x"}]},
        {"change_notes": [{"on": "3 May", "note": "x"}]},
    ],
    ids=["script", "host", "kind", "key", "no-day", "day"],
)
def test_what_no_page_can_show_is_refused_on_every_way_in(way: str, said: dict[str, Any]) -> None:
    before = make()
    with pytest.raises(ValueError, match=next(iter(said))), transaction.atomic():
        WAYS[way](said)
    assert list(NewsRelease.objects.values_list("pk", *said)) == [(before.pk, *(getattr(before, n) for n in said))]


@pytest.mark.parametrize("address", ["", "/about/", "https://harbor.example.gov/"])
def test_an_address_is_kept_as_it_is(address: str) -> None:
    make(successor=address)
    assert NewsRelease.objects.get().successor == address


def test_a_section_leads_to_no_script() -> None:
    with pytest.raises(ValueError, match="address: 'javascript:"), transaction.atomic():
        Section.objects.create(label="a", address="javascript:alert(1)")
