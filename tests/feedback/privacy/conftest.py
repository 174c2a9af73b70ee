from __future__ import annotations

import sys

import pytest

LIBRARIES = ("phonenumbers", "stdnum", "stdnum.luhn", "stdnum.us.itin", "stdnum.us.ssn")


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the extra ``pii`` can be imported."""
    for library in LIBRARIES:
        monkeypatch.setitem(sys.modules, library, None)


@pytest.fixture(params=["with-extra", "without-extra"])
def either_way(request: pytest.FixtureRequest) -> None:
    """The test runs twice: with the extra ``pii`` and without it."""
    if request.param == "without-extra":
        request.getfixturevalue("without_extra")
