"""Whatever a visitor writes into the query, a page answers it, and never with what is not public."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govpage.news.lifecycle import CURRENT
from govpage.news.models import NewsRelease, Office, Topic
from govpage.news.search import search
from tests.news.factories import FUTURE, make

pytestmark = pytest.mark.django_db

PLACES = ("/news/", "/news/archive/", "/news/2026/", "/news/2026/5/", "/news/feed.rss", "/news/api/releases/")

QUERIES = {
    "quote": '"',
    "open-phrase": '"port',
    "two-quotes": '""',
    "near": "NEAR(port inspected, 2)",
    "or": "port OR secret",
    "not": "port NOT secret",
    "and": "AND AND",
    "column": "words : secret",
    "columns": "{words} : secret",
    "prefix": "secr*",
    "first": "^secret",
    "minus": "-port",
    "plus": "a + b",
    "tsquery": "port & !secret | (a <-> b):*A",
    "tsquery-quote": "'port' \\' ''",
    "sql": "'; DROP TABLE govpage_news_newsrelease; --",
    "union": "' UNION SELECT body FROM govpage_news_newsrelease --",
    "like": "%_%",
    "format": "%s %(a)s {0} {{ a }}",
    "underscores": "_ __ ___",
    "nothing": "\0",
    "words-around-nothing": "port\0secret",
    "controls": "\x01\x1f\x7f\x85",
    "half-of-a-sign": "\ud83d",
    "marks-alone": "\u0301\u0327",
    "ligature": "ﷺ ﬁ ŉ",
    "figures": "² ½ Ⅷ ٣",
    "right-to-left": "\u202eterces",
    "other-scripts": "港口 فحص हिन्दी ไทย",
    "picture": "👩‍🚒",
    "letters": "ß İ ı ſ K",
    "long": "a" * 100_000,
    "many": "a " * 20_000,
    "deep": "(" * 5000,
    "markup": "<script>alert(1)</script>",
}

VALUES = {
    "nothing": "\0",
    "half-of-a-sign": "\ud83d",
    "quote": "'",
    "many-figures": "9" * 400,
    "negative": "-1",
    "another-figure": "٣",
    "list": "[]",
    "long": "a" * 9000,
}


def encoded(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"))


@pytest.fixture
def secret() -> None:
    """A release that is out, and one that is not, with names of its own all around it."""
    make()
    office = Office.objects.create(name="Secret office", slug="secret-office")
    release = make(
        title="Secret title", body="<p>port secret word</p>", publish_at=FUTURE.replace(year=2090), office=office
    )
    release.topics.add(Topic.objects.create(name="Secret topic", slug="secret-topic"))
    release.former_addresses.create(address="2020/01/01/secret-old")


@pytest.mark.usefixtures("secret")
@pytest.mark.parametrize("place", ["/news/", "/news/api/releases/"], ids=["list", "api"])
@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_a_search_is_answered_and_tells_nothing(client: Client, place: str, query: str) -> None:
    response = client.get(f"{place}?q={encoded(query)}")
    assert response.status_code == 200
    assert not re.search("Secret title|secret word|Secret office|Secret topic", response.content.decode())


@pytest.mark.usefixtures("secret")
@pytest.mark.parametrize("name", ["kind", "topic", "office", "language", "year", "month", "page"])
@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_no_other_parameter_breaks_a_list(client: Client, name: str, value: str) -> None:
    assert client.get(f"/news/?{name}={encoded(value)}").status_code == 200


@pytest.mark.usefixtures("secret")
@pytest.mark.parametrize("name", ["year", "state", "page_size", "cursor", "nonsense"])
@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_the_api_refuses_what_is_not_legal(client: Client, name: str, value: str) -> None:
    assert client.get(f"/news/api/releases/?{name}={encoded(value)}").status_code == 400


@pytest.mark.usefixtures("secret")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("name", "there", "nowhere"),
    [
        pytest.param("topic", "secret-topic", "nowhere-else", id="topic"),
        pytest.param("office", "secret-office", "nowhere--else", id="office"),
        pytest.param("year", "2090", "2091", id="year"),
    ],
)
def test_a_filter_that_only_a_secret_fits_answers_as_one_that_nothing_fits(
    client: Client, place: str, name: str, there: str, nowhere: str
) -> None:
    answers = [client.get(f"{place}?{name}={value}").content.decode() for value in (there, nowhere)]
    assert answers[0].replace(there, nowhere) == answers[1]


@pytest.mark.parametrize("where", ["/news/2020/01/01/secret-old/", "/news/api/releases/2020/01/01/secret-old/"])
@pytest.mark.usefixtures("secret")
def test_a_former_address_of_a_secret_answers_as_one_that_never_was(client: Client, where: str) -> None:
    answers = [client.get(address) for address in (where, where.replace("secret-old", "nothing-at"))]
    assert answers[0].status_code == answers[1].status_code == 404
    assert answers[0].content.decode().replace("secret-old", "nothing-at") == answers[1].content.decode()


@given(query=st.text(max_size=60))
@settings(
    max_examples=200,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_text_breaks_the_search(db: None, query: str) -> None:
    assert list(search(NewsRelease.objects.in_state(*CURRENT), query)) == []
