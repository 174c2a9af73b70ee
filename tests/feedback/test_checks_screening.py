"""The system checks of what limits and checks of the site need."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.checks import CheckMessage, run_checks
from pytest_django import Settings

from govpage.feedback.limits import ENTRIES
from tests.conftest import ROOT
from tests.feedback.frozen import redis_at

IDS = ("E020", "E021", "W020", "W021", "W022")
BACKENDS = "django.core.cache.backends"
ROOM = {"MAX_ENTRIES": ENTRIES}


def found(*, deploy: bool = False) -> list[CheckMessage]:
    """Return what those checks say."""
    ids = [f"govpage_feedback.{id_}" for id_ in IDS]
    messages = [message for message in run_checks(include_deployment_checks=deploy) if message.id in ids]
    return sorted(messages, key=lambda message: str(message.id))  # Django runs its checks in any order


@pytest.mark.parametrize(
    "backend",
    [
        pytest.param(f"{BACKENDS}.dummy.DummyCache", id="dummy"),
        pytest.param(f"{BACKENDS}.filebased.FileBasedCache", id="file"),
        pytest.param(f"{BACKENDS}.db.DatabaseCache", id="database"),
    ],
)
def test_cache_that_does_not_count_is_an_error(backend: str, settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "limits", "OPTIONS": ROOM}}
    (error,) = found()
    assert (error.id, error.msg.split()[2]) == ("govpage_feedback.E020", backend.rpartition(".")[2])
    assert "local memory with MAX_ENTRIES = 100000" in str(error.hint)


@pytest.mark.parametrize(
    "caches",
    [
        pytest.param(redis_at("redis://127.0.0.1:6379"), id="redis"),
        pytest.param({"default": {"BACKEND": f"{BACKENDS}.locmem.LocMemCache", "OPTIONS": ROOM}}, id="local-memory"),
        pytest.param({"default": {"BACKEND": "tests.feedback.frozen.FreezableCache", "LOCATION": "x"}}, id="another"),
    ],
)
def test_cache_that_counts_is_none(caches: dict[str, Any], settings: Settings) -> None:
    settings.CACHES = caches
    assert found() == []


@pytest.mark.parametrize(
    ("backend", "options", "ids"),
    [
        pytest.param("locmem.LocMemCache", {}, ["W020", "W021"], id="local-memory"),
        pytest.param("locmem.LocMemCache", {"MAX_ENTRIES": ENTRIES - 1}, ["W020", "W021"], id="local-memory-almost"),
        pytest.param("filebased.FileBasedCache", {}, ["E020", "W021"], id="file"),
        pytest.param("db.DatabaseCache", {}, ["E020", "W021"], id="database"),
    ],
)
def test_cache_that_drops_what_is_needed_is_a_warning(
    backend: str, options: dict[str, int], ids: list[str], settings: Settings
) -> None:
    settings.CACHES = {"default": {"BACKEND": f"{BACKENDS}.{backend}", "LOCATION": "small", "OPTIONS": options}}
    *_others, warning = messages = found(deploy=True)
    assert [message.id for message in messages] == [f"govpage_feedback.{id_}" for id_ in ids]
    assert f"has room for {options.get('MAX_ENTRIES', 300)} entries" in warning.msg


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("SECURE_PROXY_SSL_HEADER", ("HTTP_X_FORWARDED_PROTO", "https"), id="scheme"),
        pytest.param("USE_X_FORWARDED_HOST", True, id="host"),
    ],
)
def test_proxy_that_feedback_does_not_know_is_a_warning(name: str, value: object, settings: Settings) -> None:
    setattr(settings, name, value)
    (warning,) = found()
    assert (warning.id, warning.msg.split()[0]) == ("govpage_feedback.W022", name)
    settings.GOVPAGE_FEEDBACK = {"trusted_proxies": 1}
    assert found() == []


def test_memory_of_one_process_is_a_warning_where_the_site_is_deployed(settings: Settings) -> None:
    (warning,) = found(deploy=True)
    assert (warning.id, warning.hint) == (
        "govpage_feedback.W020",
        "Let CACHES['default'] be Redis or Memcached, unless the site is one process.",
    )


def test_cache_of_all_processes_is_no_warning(settings: Settings) -> None:
    settings.CACHES = redis_at("redis://127.0.0.1:6379")
    assert found(deploy=True) == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        pytest.param("tests.feedback.test_screening.absent", "which cannot be imported: Module", id="absent"),
        pytest.param("nowhere.at.all", "which cannot be imported: No module named 'nowhere'", id="no-module"),
        pytest.param("proof", "which cannot be imported: proof doesn't look like a module path", id="no-path"),
        pytest.param("tests.feedback.test_screening.NOTHING", "which cannot be called.", id="no-function"),
    ],
)
def test_check_of_the_site_that_is_not_there_is_an_error(path: str, said: str, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"screens": [path]}
    (error,) = found()
    assert error.id == "govpage_feedback.E021"
    assert f"names {path}, {said}" in error.msg


def test_check_of_the_site_that_is_there_is_none(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"screens": ["tests.feedback.test_screening.misspelt"]}
    assert found() == []


def test_settings_that_are_wrong_are_said_elsewhere(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"screens": "one"}
    settings.USE_X_FORWARDED_HOST = True
    assert found() == []


@pytest.mark.parametrize("id_", IDS)
def test_check_is_documented(id_: str) -> None:
    assert f"`govpage_feedback.{id_}`" in (ROOT / "docs" / "checks.md").read_text("utf-8")
