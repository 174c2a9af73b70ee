from __future__ import annotations

import pytest

from govpage.components import ExitNotice


def test_address_is_shown_in_full_and_led_to() -> None:
    html = ExitNotice("https://tides.example.org/a?b=1&c=2", "Harbor Office").render_html()
    assert '<bdi dir="ltr">https://tides.example.org/a?b=1&amp;c=2</bdi>' in html
    assert 'href="https://tides.example.org/a?b=1&amp;c=2"' in html
    assert ">Continue to tides.example.org</a>" in html


def test_it_says_that_linking_is_no_endorsement() -> None:
    html = ExitNotice("https://tides.example.org/", "Harbor Office").render_html()
    assert "Linking is not an endorsement" in html
    assert "Harbor Office links to it" in html


@pytest.mark.parametrize("url", ["", "/news/", "javascript:alert(1)", "https://", "https:///path", "https://[x/"])
def test_anything_but_a_whole_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"exit_notice: url is .*; legal is an address with https:// or http://"):
        ExitNotice(url)
