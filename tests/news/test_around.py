from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from govpage.links import Link
from govpage.news.around import Around, around
from govpage.news.models import Attachment, NewsRelease, Office, Section, Topic
from tests.news.factories import PAST, make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def page(client: Client, release: NewsRelease) -> str:
    return client.get(release.get_absolute_url()).content.decode()


def test_a_release_by_itself_has_nothing_around() -> None:
    assert around(make()) == Around()


def test_topics_by_name() -> None:
    release = make()
    release.topics.set([Topic.objects.create(name=name) for name in ("Storms", "Ferries & ports", "القوارب")])
    assert around(release).topics == (
        Link("Ferries & ports", "/news/?topic=ferries-ports"),
        Link("Storms", "/news/?topic=storms"),
        Link("القوارب", "/news/?topic=%D8%A7%D9%84%D9%82%D9%88%D8%A7%D8%B1%D8%A8"),
    )


def test_files_in_their_order_with_type_and_size(client: Client) -> None:
    release = make()
    for order, name in ((2, "b.csv"), (1, "a.pdf")):
        file = ContentFile(b"x" * 2048, name)
        Attachment.objects.create(release=release, file=file, title=f"File {name}", order=order, language="es")
    found = around(release).files
    assert [(file.title, file.kind, file.language) for file in found] == [
        ("File a.pdf", "PDF, 2.0\xa0KB", "es"),
        ("File b.csv", "CSV, 2.0\xa0KB", "es"),
    ]
    assert found[0].url.startswith("/media/news/files/")
    assert "File a.pdf (PDF, 2.0\xa0KB)</a>" in page(client, release)


def test_the_address_of_a_file_cannot_be_guessed() -> None:
    release = make(image=ContentFile(b"x", "pier.png"))
    files = [
        Attachment.objects.create(release=release, file=ContentFile(b"x", "a.pdf"), title="A") for _time in range(2)
    ]
    names = [str(file.file.name) for file in files] + [str(release.image.name)]
    secret = r"[A-Za-z0-9_-]{22}"
    assert re.fullmatch(rf"news/images/\d{{4}}/\d\d/{secret}/pier\.png", names[2])
    assert all(re.fullmatch(rf"news/files/\d{{4}}/\d\d/{secret}/a\.pdf", name) for name in names[:2])
    assert len(set(names)) == 3


@pytest.mark.parametrize(
    ("moments", "shown"),
    [
        pytest.param({}, True, id="live"),
        pytest.param({"archive_at": PAST}, True, id="archived"),
        pytest.param({"updated_at": PAST}, True, id="updated"),
        pytest.param({"publish_at": None}, False, id="draft"),
        pytest.param({"publish_at": timezone.now() + DAY, "embargoed": True}, False, id="embargoed"),
        pytest.param({"expires_at": PAST}, False, id="expired"),
        pytest.param({"withdraw_at": PAST}, False, id="withdrawn"),
        pytest.param({"deleted_at": PAST}, False, id="deleted"),
    ],
)
def test_another_release_is_named_only_while_it_is_public(moments: dict[str, Any], shown: bool, client: Client) -> None:
    release, other = make(), make(title="Another one", language="es", **moments)
    release.related.add(other)
    NewsRelease.objects.filter(pk=other.pk).update(translation_of=release)
    found = around(release)
    assert (bool(found.related), bool(found.translations)) == (shown, shown)
    assert ("Another one" in page(client, release)) == shown
    assert ("In other languages:" in page(client, release)) == shown


def test_related_releases_newest_first() -> None:
    release = make()
    older, newer = (make(title=f"of {year}", release_date=date(year, 1, 1)) for year in (2020, 2024))
    release.related.set([older, newer])
    assert [link.label for link in around(release).related] == ["of 2024", "of 2020"]
    assert around(newer).related == ()


def test_translations_lead_to_one_another() -> None:
    original = make()
    spanish = make(title="Puertos", language="es", translation_of=original)
    unknown = make(title="Zzz", language="zz", translation_of=original)
    assert [(t.code, t.name) for t in around(original).translations] == [("es", "Español"), ("zz", "zz")]
    assert [(t.code, t.url) for t in around(spanish).translations] == [
        ("en", original.get_absolute_url()),
        ("zz", unknown.get_absolute_url()),
    ]


def test_a_copy_lasts_until_another_release_changes(client: Client) -> None:
    release = make()
    release.related.add(make(title="Other", withdraw_at=timezone.now() + timedelta(seconds=100)))
    lifetime = int(client.get(release.get_absolute_url()).headers["Cache-Control"].rpartition("=")[2])
    assert 90 <= lifetime <= 100


def test_sections_of_the_site_stand_beside_a_release_of_one(client: Client) -> None:
    top = Section.objects.create(label="Ports", address="/ports/")
    section = Section.objects.create(label="Storms", address="/storms/", parent=top)
    Section.objects.create(label="Ferries", address="/ferries/", parent=top, order=1)
    release = make(section=section)
    assert [found.label for found in around(release).sections] == ["Ports", "Storms", "Ferries"]
    assert '<a href="/ferries/">Ferries</a>' in page(client, release)


def test_a_release_with_everything_around_asks_twice(client: Client, django_assert_num_queries: Any) -> None:
    section = Section.objects.create(label="Storms", parent=Section.objects.create(label="Ports"))
    office = Office.objects.create(name="Pier Office", boilerplate="<p>About us<script>x</script></p>")
    release = make(section=section, office=office)
    release.topics.add(Topic.objects.create(name="Storms"))
    release.related.add(make(title="Other"))
    make(title="Puertos", language="es", translation_of=release)
    with django_assert_num_queries(2):
        html = page(client, release)
    assert "<p>About us</p>" in html


def test_what_follows_a_release_says_is_shown(client: Client) -> None:
    html = page(
        client,
        make(
            immediate=True,
            quotes=[{"text": "Safe ports", "speaker": "The Harbormaster", "role": "Harbor Office"}],
            quick_facts=[{"text": "27", "label": "piers"}],
            boilerplate="<p>Own words</p>",
            image="news/a.png",
            image_alt="A pier",
            image_caption="The pier",
            change_notes=[{"on": "2026-05-03", "note": "First"}, {"on": "2026-05-04", "note": "Second"}],
        ),
    )
    assert "FOR IMMEDIATE RELEASE" in html
    assert "<figcaption>The Harbormaster, Harbor Office</figcaption>" in html
    assert "<strong>27</strong> piers" in html
    assert "<p>Own words</p>" in html
    assert '<img src="/media/news/a.png" alt="A pier" width="280">' in html
    assert html.index("Updated May 4, 2026") < html.index("Updated May 3, 2026")
