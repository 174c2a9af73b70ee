from __future__ import annotations

from typing import Any

import pytest

from govpage.components import SiteAlert


def test_the_kind_is_said_in_words() -> None:
    html = SiteAlert("Leave the pier.", "Fuel spill", "emergency").render_html()
    assert '<span class="usa-sr-only">Emergency:</span> Fuel spill' in html
    assert "<strong>Emergency:</strong> Leave" in SiteAlert("Leave.", "", "emergency", icon=False).render_html()


def test_links_alone_still_say_the_kind() -> None:
    html = SiteAlert(links=(("Shelters", "/s/"),)).render_html()
    assert '<p class="usa-alert__text"><strong>Information:</strong> </p>' in html
    assert '<li><a class="usa-link" href="/s/">Shelters</a></li>' in html


def test_two_alerts_have_two_names() -> None:
    assert 'aria-label="Site alert 2"' in SiteAlert("Fog", key="2").render_html()


@pytest.mark.parametrize(
    ("parameters", "modifier"),
    [
        ({"slim": True}, "usa-site-alert--slim"),
        ({"icon": False}, "usa-site-alert--no-icon"),
        ({"heading": ""}, "usa-site-alert--no-heading"),
    ],
)
def test_variants_are_those_of_uswds(parameters: dict[str, Any], modifier: str) -> None:
    assert modifier in SiteAlert(**{"text": "Fog", "heading": "Fog", **parameters}).render_html()
    assert modifier not in SiteAlert("Fog", "Fog").render_html()


def test_another_kind_is_refused_with_the_legal_ones() -> None:
    with pytest.raises(ValueError, match=r"site_alert: kind is 'warning'; legal are 'info', 'emergency'\."):
        SiteAlert("Fog", kind="warning")
