from __future__ import annotations

import pytest

from govpage.news.models import Topic


@pytest.fixture
def topic(db: None) -> Topic:
    return Topic.objects.create(name="Ports & piers")


@pytest.fixture
def picture() -> str:
    """The name of a picture; nobody reads the file."""
    return "news/images/2026/05/pier.png"
