"""Who may send an answer, by what the request says of where it comes from."""

from __future__ import annotations

import pytest
from django.http import HttpHeaders

from govpage.feedback.origin import Verdict, judge_origin

OWN = "https://agency.gov"
SIBLING = "https://news.agency.gov"
EVIL = "https://agency.gov.evil.example"

SAME = "same-origin"
COUNT, HOLD, REFUSE = Verdict.COUNT, Verdict.HOLD, Verdict.REFUSE


@pytest.mark.parametrize(
    ("headers", "verdict"),
    [
        pytest.param({"Sec-Fetch-Site": SAME}, COUNT, id="same-origin"),
        pytest.param({"Sec-Fetch-Site": SAME, "Origin": OWN}, COUNT, id="same-origin-with-origin"),
        pytest.param({"Sec-Fetch-Site": SAME, "Origin": "null"}, COUNT, id="same-origin-with-origin-null"),
        pytest.param({"Sec-Fetch-Site": "none"}, COUNT, id="started-by-the-visitor"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, REFUSE, id="cross-site-form"),
        pytest.param({"Sec-Fetch-Site": "cross-site", "Origin": EVIL}, REFUSE, id="cross-site-form-with-origin"),
        pytest.param({"Sec-Fetch-Site": "cross-site", "Origin": "null"}, REFUSE, id="cross-site-sandbox"),
        pytest.param({"Sec-Fetch-Site": "cross-site", "Origin": OWN}, REFUSE, id="cross-site-own-origin"),
        pytest.param({"Sec-Fetch-Site": "cross-site", "Referer": f"{OWN}/"}, REFUSE, id="cross-site-own-referer"),
        pytest.param({"Sec-Fetch-Site": "same-site", "Origin": SIBLING}, REFUSE, id="sibling-not-trusted"),
        pytest.param({"Sec-Fetch-Site": "unheard-of"}, REFUSE, id="unknown-fetch-metadata"),
        pytest.param({"Origin": OWN}, COUNT, id="own-origin"),
        pytest.param({"Origin": OWN.upper()}, COUNT, id="own-origin-in-capitals"),
        pytest.param({"Origin": "null"}, REFUSE, id="origin-null-alone"),
        pytest.param({"Origin": EVIL}, REFUSE, id="own-host-as-prefix"),
        pytest.param({"Origin": "https://evil.example/https://agency.gov"}, REFUSE, id="own-host-as-path"),
        pytest.param({"Origin": "http://agency.gov"}, REFUSE, id="other-scheme"),
        pytest.param({"Origin": f"{OWN}:8443"}, REFUSE, id="other-port"),
        pytest.param({"Origin": SIBLING}, REFUSE, id="sibling-without-fetch-metadata"),
        pytest.param({"Referer": f"{OWN}/news/"}, COUNT, id="own-referer"),
        pytest.param({"Referer": f"{EVIL}/news/"}, REFUSE, id="other-referer"),
        pytest.param({"Referer": "https://agency.gov@evil.example/"}, REFUSE, id="own-host-as-user-of-referer"),
        pytest.param({"Referer": "https://[agency.gov/"}, REFUSE, id="malformed-referer"),
        pytest.param({"Origin": EVIL, "Referer": f"{OWN}/"}, REFUSE, id="origin-before-referer"),
        pytest.param({}, HOLD, id="curl"),
    ],
)
def test_verdict(headers: dict[str, str], verdict: Verdict) -> None:
    assert judge_origin(headers, OWN) is verdict


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Sec-Fetch-Site": "same-site", "Origin": SIBLING}, id="fetch-metadata"),
        pytest.param({"Origin": SIBLING}, id="origin"),
        pytest.param({"Referer": f"{SIBLING}/report/"}, id="referer"),
    ],
)
def test_trusted_sibling_counts(headers: dict[str, str]) -> None:
    assert judge_origin(headers, OWN, [SIBLING.upper()]) is COUNT


def test_trust_in_a_sibling_covers_no_other() -> None:
    assert judge_origin({"Origin": "https://forum.agency.gov"}, OWN, [SIBLING]) is REFUSE


def test_headers_of_a_request_are_understood() -> None:
    headers = HttpHeaders({"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": EVIL})
    assert judge_origin(headers, OWN) is REFUSE
