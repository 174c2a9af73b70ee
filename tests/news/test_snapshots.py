from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User
from django.utils import translation

from govpage.news.models import Office, Topic
from govpage.news.snapshots import snapshot, told
from tests.news.factories import make

pytestmark = pytest.mark.django_db


def test_a_snapshot_is_told_in_words() -> None:
    ports = Topic.objects.create(name="Ports")
    release = make(
        office=Office.objects.create(name="Press Office"),
        owner=User.objects.create(username="writer"),
        kind="press_release",
        embargoed=True,
        publish_at=datetime(2026, 11, 30, 14, 0, 5, tzinfo=UTC),
        release_date=date(2026, 11, 30),
    )
    release.topics.add(ports)
    says = told(snapshot(release))
    assert says["office"] == "Press Office"
    assert says["owner"] == "writer"
    assert says["kind"] == "Press release"
    assert says["embargoed"] == "Yes"
    assert says["publish_at"] == "Nov. 30, 2026 09:00:05"
    assert says["release_date"] == "Nov. 30, 2026"
    assert says["topics"] == ["Ports"]
    assert says["title"] == release.title
    assert says["archive_at"] is None


def test_it_is_told_in_the_language_of_the_reader() -> None:
    with translation.override("es"):
        assert told(snapshot(make(embargoed=True)))["embargoed"] == "Sí"


def test_what_was_deleted_since_is_told_by_its_key() -> None:
    office, topic = Office.objects.create(name="Press Office"), Topic.objects.create(name="Ports")
    release = make(office=office)
    release.topics.add(topic)
    content = snapshot(release)
    keys = office.pk, topic.pk
    release.delete()
    topic.delete()
    office.delete()
    assert (told(content)["office"], told(content)["topics"]) == (str(keys[0]), [str(keys[1])])
