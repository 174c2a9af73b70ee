"""What every test has: settings of the example site, English, an empty cache."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.utils import translation

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden HTML anew instead of comparing it")


@pytest.fixture(autouse=True)
def clean_slate() -> Iterator[None]:
    """Start in English with an empty cache; renderings stay, a change of settings drops them."""
    cache.clear()
    with translation.override("en"):
        yield


@pytest.fixture
def admin_user(db: None) -> User:
    """A superuser without the password that takes long to hash."""
    return User.objects.create(username="staff", is_staff=True, is_superuser=True)


@pytest.fixture(scope="session", autouse=True)
def static_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Let bundled stylesheets and scripts go into a folder of the test run.

    The bundler looks up its cache once in a process; here it does, and not in a test whose caches are down.
    """
    from compressor.cache import cache as of_bundles  # type: ignore[import-untyped]
    from django.test import override_settings

    of_bundles.clear()
    folder = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=folder, COMPRESS_ROOT=str(folder)):
        yield folder
