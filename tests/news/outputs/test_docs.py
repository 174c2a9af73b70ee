"""The code of the page on outputs is true."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import include, path

from govpage.conf import problems
from govpage.news.conf import NewsSettings
from tests.conftest import ROOT
from tests.news.factories import make

PAGE = (ROOT / "docs" / "newsroom-outputs.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.django_db
@pytest.mark.parametrize("block", [pytest.param(block, id=block.partition(" ")[0]) for block in BLOCKS])
def test_code_runs(settings: Any, block: str) -> None:
    names = {"path": path, "include": include, "release": make(), "request": RequestFactory().get("/")}
    exec(block, names)
    settings.GOVPAGE_NEWS = names.get("GOVPAGE_NEWS", {})
    assert problems("GOVPAGE_NEWS", NewsSettings) == []


@pytest.mark.parametrize("address", sorted(set(re.findall(r"`(/[\w./-]+(?:\.\w+|/))`", PAGE))))
def test_an_address_is_there(client: Client, db: None, address: str) -> None:
    assert client.get(address).status_code == 200
