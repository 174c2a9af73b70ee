"""What every test has: settings of the example site, English, nothing kept of the test before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils import translation

from govpage.component import forget_renderings


@pytest.fixture(autouse=True)
def clean_slate() -> Iterator[None]:
    """Start in English with empty caches, and leave none behind."""
    forget_renderings()
    cache.clear()
    with translation.override("en"):
        yield
