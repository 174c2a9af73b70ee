"""What may be wrong with a request, case by case, at the endpoint itself."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any, cast

import pytest
from django.core.signing import Signer
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from govpage.feedback.counting import notes
from govpage.feedback.models import Page, ScreeningTally, Status, Vote
from govpage.page import PageReference
from tests.feedback.visits import FOLLOW_UP, FORM_TYPE, HOST, KEY, PAGE, THANKS, VOTE, post, shown, vote

MEGABYTE = 1024 * 1024
SIBLING = "http://news.testserver"
OTHER_SITE = {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}
LIKE_OURS = {"sec-fetch-site": "", "origin": "https://agency.gov.evil.example"}
SENT_BY_SIBLING = {"sec-fetch-site": "same-site", "origin": SIBLING}


class Unread(BytesIO):
    """A body that must not be read."""

    def read(self, *_size: Any) -> bytes:
        raise AssertionError("It was read.")


def sent(visitor: Client, headers: dict[str, str], **more: str) -> HttpResponse:
    """Send an answer with those headers."""
    return post(visitor, VOTE, {"page": PAGE.sign(), "answer": "yes", **more}, headers=headers)


def tokened(visitor: Client, token: str) -> HttpResponse:
    """Send an answer with that token."""
    return post(visitor, VOTE, {"page": token, "answer": "yes"})


def screened() -> list[tuple[str, str, int]]:
    """Return what staff see of what the checks caught."""
    notes.write_down()
    return list(ScreeningTally.objects.values_list("check_name", "verdict", "count"))


def statuses() -> list[tuple[str, str]]:
    return list(Vote.objects.values_list("status", "held_because"))


def is_readable(response: HttpResponse) -> bool:
    """Whether a person reads on a whole page of the site that nothing was taken."""
    return shown(response).focused == "Nothing was taken" and "<main" in response.content.decode()


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT"])
def test_other_method_on_the_vote_url_is_405_and_nothing_is_stored(method: str, visitor: Client, db: None) -> None:
    data = f"page={PAGE.sign()}&answer=yes"
    response = visitor.generic(method, f"{VOTE}?{data}", data, FORM_TYPE)
    assert (response.status_code, response["Allow"], statuses()) == (405, "POST", [])


def test_post_without_token_is_400_readable_page(visitor: Client, db: None) -> None:
    response = post(visitor, VOTE, {"answer": "yes"})
    assert (response.status_code, is_readable(response), statuses()) == (400, True, [])
    assert screened() == [("token", "refuse", 1)]


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("forged:token", id="forged"),
        pytest.param(PAGE.sign()[:-1], id="shortened"),
        pytest.param("x" + PAGE.sign(), id="altered"),
    ],
)
def test_forged_or_altered_token_is_400(token: str, visitor: Client, db: None) -> None:
    response = tokened(visitor, token)
    assert (response.status_code, is_readable(response), statuses()) == (400, True, [])


@pytest.mark.parametrize(
    "signer",
    [
        pytest.param(Signer(salt="govpage.page:other.example.gov"), id="another-site"),
        pytest.param(Signer(key="another", salt="govpage.page:harbor.example.gov"), id="another-secret-key"),
    ],
)
def test_token_of_another_site_or_secret_key_is_400(signer: Signer, visitor: Client, db: None) -> None:
    response = tokened(visitor, signer.sign_object({"path": "/"}))
    assert (response.status_code, statuses()) == (400, [])


def test_token_of_the_secret_key_before_is_counted(visitor: Client, db: None, settings: Settings) -> None:
    token = PAGE.sign()
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "a new one"
    assert tokened(visitor, token).status_code == 303
    assert statuses() == [(Status.COUNTED, "")]


def test_valid_token_of_an_old_content_version_is_counted_to_that_version(visitor: Client, db: None) -> None:
    vote(visitor, "yes")
    vote(visitor, "no", PageReference(PAGE.path, PAGE.title, "2019-05-01"))
    assert list(Vote.objects.order_by("pk").values_list("version__name", "answer", "status")) == [
        (PAGE.version, "yes", Status.COUNTED),
        ("2019-05-01", "no", Status.COUNTED),
    ]
    assert Page.objects.count() == 1


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param(OTHER_SITE, id="cross-site-form"),
        pytest.param(LIKE_OURS, id="origin-that-begins-like-ours"),
        pytest.param(SENT_BY_SIBLING, id="sibling-not-trusted"),
    ],
)
def test_form_of_another_site_is_403(headers: dict[str, str], visitor: Client, db: None) -> None:
    response = sent(visitor, headers)
    assert (response.status_code, is_readable(response), statuses()) == (403, True, [])
    assert screened() == [("other-site", "refuse", 1)]


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"sec-fetch-site": "same-origin", "origin": "null"}, id="origin-null-and-same-origin"),
        pytest.param(SENT_BY_SIBLING, id="sibling-trusted"),
    ],
)
def test_form_of_our_own_is_counted(headers: dict[str, str], visitor: Client, db: None, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"trusted_origins": [SIBLING]}
    assert sent(visitor, headers).status_code == 303
    assert statuses() == [(Status.COUNTED, "")]


def test_curl_without_origin_fetch_metadata_and_referer_is_held_and_thanked(db: None) -> None:
    response = sent(Client(enforce_csrf_checks=True), {})
    assert (response.status_code, response["Location"].startswith(THANKS)) == (303, True)
    assert statuses() == [(Status.HELD, "no-origin")]
    assert screened() == [("no-origin", "hold", 1)]


def test_bad_host_header_is_400_by_django(visitor: Client, db: None) -> None:
    response = sent(visitor, {"host": "evil.example"})
    assert (response.status_code, statuses()) == (400, [])


@pytest.mark.parametrize("url", [VOTE, FOLLOW_UP])
def test_body_of_1_mb_is_413_before_parsing(url: str, visitor: Client, db: None) -> None:
    body: dict[str, Any] = {"CONTENT_LENGTH": str(MEGABYTE), "wsgi.input": Unread()}
    response = cast(HttpResponse, visitor.generic("POST", url, b"", FORM_TYPE, **body))
    assert (response.status_code, is_readable(response)) == (413, True)
    assert screened() == [("too-long", "refuse", 1)]


def test_unknown_extra_fields_are_ignored_and_counted_as_a_signal(visitor: Client, db: None) -> None:
    response = sent(visitor, {}, path="//evil.example", next="https://evil.example", status="counted", user="7")
    assert (response.status_code, statuses()) == (303, [(Status.COUNTED, "")])
    assert "evil" not in response["Location"]
    assert screened() == [("unknown-fields", "signal", 1)]


def test_request_whose_length_is_no_number_is_400_and_counted_as_unreadable(visitor: Client, db: None) -> None:
    response = visitor.generic("POST", VOTE, b"", FORM_TYPE, CONTENT_LENGTH="much")
    assert (response.status_code, screened()) == (400, [("unreadable", "refuse", 1)])


@pytest.mark.parametrize("charset", ["base64", "idna", "undefined", "rot13"])
def test_charset_that_is_none_of_text_is_400_and_counted_as_unreadable(charset: str, visitor: Client, db: None) -> None:
    fields = {"page": PAGE.sign(), "answer": "yes"}
    body = "".join(f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{fields[name]}\r\n' for name in fields)
    kind = f"multipart/form-data; boundary=x; charset={charset}"
    response = visitor.generic("POST", VOTE, f"{body}--x--\r\n".encode(), kind)
    assert (response.status_code, is_readable(cast(HttpResponse, response)), screened()) == (
        400,
        True,
        [("unreadable", "refuse", 1)],
    )


def test_address_that_is_opened_with_a_bad_token_is_no_refused_answer(visitor: Client, db: None) -> None:
    assert visitor.get(f"{THANKS}?page=forged").status_code == 400
    assert screened() == []


@pytest.mark.parametrize("answer", ["maybe", ""])
def test_refused_answer_is_counted(answer: str, visitor: Client, db: None) -> None:
    response = vote(visitor, answer)
    assert (response.status_code, statuses(), screened()) == (400, [], [("no-answer", "refuse", 1)])


@pytest.mark.parametrize("answer", ["maybe", ""])
def test_refused_answer_of_another_site_is_403(answer: str, visitor: Client, db: None) -> None:
    response = sent(visitor, OTHER_SITE, answer=answer)
    assert (response.status_code, is_readable(response)) == (403, True)
    assert screened() == [("other-site", "refuse", 1)]


def test_refused_answer_of_curl_is_400(db: None) -> None:
    assert sent(Client(enforce_csrf_checks=True), {}, answer="maybe").status_code == 400
    assert screened() == [("no-answer", "refuse", 1)]


def options(visitor: Client) -> HttpResponse:
    """Ask as a browser does before a request from another site."""
    asked = {"access-control-request-method": "POST", "origin": "https://evil.example"}
    return cast(HttpResponse, visitor.generic("OPTIONS", VOTE, headers=asked))


ANSWERED: dict[str, Callable[[Client], Any]] = {
    "counted": lambda visitor: vote(visitor, "yes", key=KEY),
    "held": lambda visitor: vote(visitor, "yes", website="x"),
    "no-answer": lambda visitor: vote(visitor, ""),
    "no-token": lambda visitor: post(visitor, VOTE, {}),
    "another-site": lambda visitor: sent(visitor, OTHER_SITE),
    "trusted-sibling": lambda visitor: sent(visitor, SENT_BY_SIBLING),
    "preflight": options,
    "other-method": lambda visitor: visitor.put(VOTE),
    "follow-up": lambda visitor: visitor.get(vote(visitor, "no")["Location"], headers={"origin": HOST}),
    "thanks": lambda visitor: visitor.get(vote(visitor, "yes")["Location"], headers={"origin": HOST}),
}


@pytest.mark.parametrize("name", ANSWERED)
def test_no_cors_headers_ever(name: str, visitor: Client, db: None, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"trusted_origins": [SIBLING]}
    response = ANSWERED[name](visitor)
    assert [header for header in response.headers if header.lower().startswith("access-control")] == []
