"""What a release page may cost; ``make bench`` prints the times beside it."""

from __future__ import annotations

import pytest

from tests.bench import release
from tests.bench.measure import function_calls

BUDGET = 900
"""Calls of Python and C functions. Source: docs/performance.md"""


@pytest.fixture
def page() -> release.Page:
    page = release.archived_release()
    page.render()
    return page


def test_a_release_page_stays_within_its_function_calls(page: release.Page) -> None:
    assert function_calls(page.render) <= BUDGET


def test_a_release_page_makes_no_more_calls_than_twice_a_flat_template(page: release.Page) -> None:
    flat = release.flat(page.render(), page.words)
    assert function_calls(page.render) <= 2 * function_calls(flat)


def test_plain_includes_would_not_stay_within_them(page: release.Page) -> None:
    includes = release.includes(page)
    includes()
    assert function_calls(includes) > BUDGET
