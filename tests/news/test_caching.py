from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from govpage.news.caching import cacheable

REQUEST = RequestFactory().get("/")


def lifetime(expires_in: float | None) -> str:
    expires = timezone.now() + timedelta(seconds=expires_in) if expires_in is not None else None
    return cacheable(REQUEST, "a", max_age=300, changed=None, expires=expires).headers["Cache-Control"]


@pytest.mark.parametrize(
    ("expires_in", "header"),
    [
        pytest.param(None, "public, max-age=300", id="never"),
        pytest.param(1000, "public, max-age=300", id="later"),
        pytest.param(-5, "public, max-age=0", id="past"),
    ],
)
def test_lifetime(expires_in: float | None, header: str) -> None:
    assert lifetime(expires_in) == header


def test_other_content_has_another_tag() -> None:
    tags = [cacheable(REQUEST, html, max_age=1, changed=None, expires=None).headers["ETag"] for html in ("a", "b", "a")]
    assert tags[0] == tags[2] != tags[1]
