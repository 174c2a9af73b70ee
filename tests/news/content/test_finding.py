from __future__ import annotations

from typing import Any

import pytest

from govpage.news.content import Finding, Severity, blocks_publication, by_field
from govpage.news.content.finding import QUOTE_LENGTH, fault

EMPTY = Finding("link-empty", Severity.ERROR, "body", "A link is empty.", "/plan/")
SHORT = Finding("title-length", Severity.ADVICE, "title", "Too short.")


def test_json_gives_the_finding_back() -> None:
    assert Finding.from_json(EMPTY.as_json()) == EMPTY
    assert type(EMPTY.as_json()["severity"]) is str


def test_an_unknown_severity_is_an_error() -> None:
    with pytest.raises(ValueError, match="grave"):
        Finding.from_json(EMPTY.as_json() | {"severity": "grave"})


def test_findings_are_sorted_by_field() -> None:
    assert by_field([EMPTY, SHORT, EMPTY]) == {"body": [EMPTY, EMPTY], "title": [SHORT]}


def test_a_quote_is_bounded() -> None:
    assert len(fault("%(quote)s", "word " * 10_000).quote) <= QUOTE_LENGTH


def test_a_quote_may_hold_a_percent_sign() -> None:
    assert fault("“%(quote)s”", "5 % more").message == "“5 % more”"


@pytest.mark.parametrize(
    ("block", "findings", "expected"),
    [
        pytest.param(True, [SHORT, EMPTY], True, id="error"),
        pytest.param(True, [SHORT], False, id="advice"),
        pytest.param(False, [EMPTY], False, id="off"),
    ],
)
def test_errors_block_publication_where_the_site_says_so(
    settings: Any, block: bool, findings: list[Finding], expected: bool
) -> None:
    settings.GOVPAGE_NEWS = {"block_publication": block}
    assert blocks_publication(findings) is expected
