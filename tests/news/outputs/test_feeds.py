from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from govpage.news.models import NewsRelease, Office
from tests.news.factories import make
from tests.news.outputs.readers import ATOM, body, feed

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
FEEDS = ("/news/feed.rss", "/news/feed.atom", "/news/feed.json")
TYPES = ("application/rss+xml; charset=utf-8", "application/atom+xml; charset=utf-8", "application/feed+json")
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"

each_feed = pytest.mark.parametrize("address", FEEDS)


@pytest.mark.parametrize(("address", "content_type"), list(zip(FEEDS, TYPES, strict=True)))
def test_type(client: Client, address: str, content_type: str) -> None:
    assert client.get(address).headers["Content-Type"] == content_type


@each_feed
def test_only_what_is_current_is_in_a_feed(client: Client, address: str) -> None:
    day, now = timedelta(days=1), timezone.now()
    make(title="Live one")
    make(title="Draft one", publish_at=None)
    make(title="Scheduled one", publish_at=now + day)
    make(title="Embargoed one", publish_at=now + day, embargoed=True)
    make(title="Archived one", archive_at=now - day)
    make(title="Expired one", expires_at=now - day)
    make(title="Withdrawn one", withdraw_at=now - day)
    make(title="Deleted one", deleted_at=now - day)
    assert re.findall(r"(\w+) one", body(client, address).decode()) == ["Live"]


@each_feed
def test_the_newest_fifty(client: Client, address: str) -> None:
    NewsRelease.objects.bulk_create(
        NewsRelease(title=f"Number {n} one", slug=f"n{n}", body="x", publish_at=timezone.now()) for n in range(60)
    )
    found = re.findall(r"Number (\d+) one", body(client, address).decode())
    assert found == [str(n) for n in range(59, 9, -1)]


@pytest.mark.parametrize(
    ("query", "title", "found"),
    [
        pytest.param({"kind": "statement"}, "Harbor Office: News, Statement", ["Statement"], id="kind"),
        pytest.param({"topic": "ports-piers"}, "Harbor Office: News, ports-piers", ["Topic"], id="topic"),
        pytest.param({"office": "port-office"}, "Harbor Office: News, Port Office", ["Office"], id="office"),
        pytest.param({"office": "nobody"}, "Harbor Office: News, nobody", [], id="unknown-office"),
        pytest.param({"language": "es"}, "Oficina de Puertos: Noticias, Español", ["Spanish"], id="language"),
        pytest.param({"year": "2025"}, "Harbor Office: News, 2025", ["Older"], id="year"),
        pytest.param({"q": "older"}, "Harbor Office: News, older", ["Older"], id="words"),
    ],
)
def test_a_feed_is_narrowed_as_the_list_is(
    client: Client, topic: Any, query: dict[str, str], title: str, found: list[str]
) -> None:
    make(title="Statement one", kind="statement")
    make(title="Topic one").topics.add(topic)
    make(title="Office one", office=Office.objects.create(name="Port Office"))
    make(title="Spanish one", language="es")
    make(title="Older one", release_date=date(2025, 1, 1))
    read = json.loads(client.get("/news/feed.json", query).content)
    assert read["title"] == title
    assert [item["title"].removesuffix(" one") for item in read["items"]] == found
    assert read["feed_url"] == f"{SITE}/news/feed.json?" + "&".join(f"{name}={value}" for name, value in query.items())


@each_feed
def test_an_illegal_value_is_refused_with_the_legal_ones(client: Client, address: str) -> None:
    response = client.get(address, {"kind": "stetement"})
    assert (response.status_code, response.content) == (400, b"kind is 'stetement'. Did you mean 'statement'?\n")


@each_feed
def test_a_feed_asks_the_database_thrice(client: Client, django_assert_num_queries: Any, address: str) -> None:
    make().topics.create(name="Ports")
    make(title="Another", office=Office.objects.create(name="Port Office")).topics.create(name="Piers")
    with django_assert_num_queries(3):  # The releases, their topics, and when anything changes next.
        client.get(address)


@each_feed
def test_a_copy_that_is_right_is_kept(client: Client, address: str) -> None:
    make(archive_at=timezone.now() + timedelta(seconds=100))
    response = client.get(address)
    assert 90 <= int(response.headers["Cache-Control"].rpartition("=")[2]) <= 100
    assert client.get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304
    assert response.cookies == {}


@each_feed
def test_only_reading_is_allowed(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


def test_rss_is_whole(client: Client, topic: Any) -> None:
    release = make(body='<p>a ]]&gt; <a href="/b/">b</a></p>', byline="The Director")
    release.topics.add(topic)
    channel = ElementTree.fromstring(body(client, "/news/feed.rss"))[0]
    (own,) = channel.iter(f"{ATOM}link")
    (item,) = channel.iter("item")
    (guid,) = item.iter("guid")
    assert own.attrib == {"href": f"{SITE}/news/feed.rss", "rel": "self", "type": "application/rss+xml"}
    assert channel.findtext("lastBuildDate") == "Sat, 02 May 2026 12:00:00 GMT"
    assert guid.attrib == {"isPermaLink": "false"}
    assert [category.text for category in item.iter("category")] == ["Press release", "Ports & piers"]
    assert item.findtext(CONTENT) == f'<p>a ]]&gt; <a href="{SITE}/b/">b</a></p>'


def test_the_summary_of_rss_is_html(client: Client) -> None:
    make(description="Piers < 20 ft & more")
    (item,) = ElementTree.fromstring(body(client, "/news/feed.rss")).iter("item")
    assert item.findtext("description") == "Piers &lt; 20 ft &amp; more"


def test_atom_is_whole(client: Client, topic: Any) -> None:
    release = make(office=Office.objects.create(name="Port Office"), description="Piers < 20 ft")
    release.topics.add(topic)
    read = feed(body(client, "/news/feed.atom"))
    (entry,) = read.entries
    assert (read.version, read.feed.id, read.feed.author) == ("atom10", f"{SITE}/news/feed.atom", "Harbor Office")
    assert read.feed.updated == "2026-05-02T12:00:00Z"
    assert (entry.author, entry.summary) == ("Port Office", "Piers < 20 ft")
    assert [tag.term for tag in entry.tags] == ["Press release", "Ports & piers"]
    assert (entry.content[0].type, entry.content[0].value) == ("text/html", "<p>Every port was inspected.</p>")
    assert entry.title_detail.type == "text/plain"


def test_json_feed_is_whole(client: Client, picture: str) -> None:
    release = make(image=picture)
    read = json.loads(body(client, "/news/feed.json"))
    (item,) = read["items"]
    assert read["version"] == "https://jsonfeed.org/version/1.1"
    assert (read["home_page_url"], read["language"]) == (f"{SITE}/news/", "en")
    assert read["authors"] == [{"name": "Harbor Office", "url": f"{SITE}/"}]
    assert item == {
        "id": f"tag:harbor.example.gov,{release.created:%Y-%m-%d}:release/{release.pk}",
        "url": SITE + release.get_absolute_url(),
        "title": "Harbor inspections for 2026",
        "summary": "Every port was inspected.",
        "image": SITE + default_storage.url(picture),
        "date_published": "2026-05-02T12:00:00Z",
        "date_modified": "2026-05-02T12:00:00Z",
        "authors": [{"name": "Harbor Office"}],
        "tags": ["Press release"],
        "language": "en",
        "content_html": "<p>Every port was inspected.</p>",
    }


def test_a_site_without_a_name_and_news_still_has_sound_feeds(client: Client, settings: Any) -> None:
    settings.GOVPAGE = {}
    read = feed(body(client, "/news/feed.atom"))
    assert (read.feed.title, read.feed.author, read.feed.updated) == (
        "News",
        f"{SITE}/news/",
        "1970-01-01T00:00:00Z",
    )
    assert json.loads(body(client, "/news/feed.json"))["items"] == []


def test_a_json_feed_names_nobody_where_nobody_is_named(client: Client, settings: Any) -> None:
    settings.GOVPAGE = {}
    make()
    (item,) = json.loads(body(client, "/news/feed.json"))["items"]
    assert "authors" not in item
