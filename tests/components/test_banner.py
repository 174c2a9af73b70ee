from __future__ import annotations

import re

import pytest
from django.utils.translation import override

from govpage.component import Component
from govpage.components import Banner

LANDMARK = re.compile(r'<section class="usa-banner" aria-label="([^"]*)"')


def name_of(banner: Component) -> str:
    found = LANDMARK.search(banner.render_html())
    assert found
    return found[1]


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_two_banners_are_two_landmarks(language: str) -> None:
    with override(language):
        names = [name_of(Banner("gov")), name_of(Banner("gov", "archived site")), name_of(Banner("gov", "old site"))]
    assert len(set(names)) == 3


def test_the_key_is_added_to_the_official_name() -> None:
    assert name_of(Banner("gov", "archived site")) == (
        "Official website of the United States government, archived site"
    )


def test_two_banners_have_ids_of_their_own() -> None:
    html = Banner("gov").render_html() + Banner("gov", "archived site").render_html()
    ids = re.findall(r' id="([^"]*)"', html)
    assert ids == ["gov-banner", "gov-banner-archived-site"]
    assert re.findall(r'aria-controls="([^"]*)"', html) == ids
