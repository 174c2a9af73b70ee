from __future__ import annotations

from typing import Any

import pytest

from govpage.components import Alert
from govpage.components.alert import KINDS


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("info", "Information:"),
        ("success", "Success:"),
        ("warning", "Warning:"),
        ("error", "Error:"),
        ("emergency", "Emergency:"),
    ],
)
def test_the_kind_is_said_in_words(kind: str, word: str) -> None:
    assert f'<span class="usa-sr-only">{word}</span> Fog' in Alert("", "Fog", kind).render_html()
    assert f'<strong class="usa-sr-only">{word}</strong> Fog' in Alert("Fog", "", kind).render_html()


def test_without_its_icon_the_word_is_seen() -> None:
    html = Alert("Stay in port.", "Fog", "warning", icon=False).render_html()
    assert "<span>Warning:</span> Fog" in html
    assert "<svg" not in html


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_an_icon_of_its_own(kind: str) -> None:
    icons = [Alert("Fog", kind=k).render_html().partition("<svg")[2].partition("</svg>")[0] for k in KINDS]
    assert icons.count(Alert("Fog", kind=kind).render_html().partition("<svg")[2].partition("</svg>")[0]) == 1


@pytest.mark.parametrize(
    ("kind", "announced"),
    [("info", False), ("success", False), ("warning", False), ("error", True), ("emergency", True)],
)
def test_only_what_cannot_wait_is_announced(kind: str, announced: bool) -> None:
    assert ('role="alert"' in Alert("Fog", kind=kind).render_html()) is announced


@pytest.mark.parametrize("level", [2, 3, 4])
def test_the_heading_has_the_level_asked_for(level: int) -> None:
    html = Alert("", "Fog", heading_level=level).render_html()
    assert f'<h{level} class="usa-alert__heading">' in html
    assert f"</h{level}>" in html


@pytest.mark.parametrize("level", [1, 5, "2"])
def test_another_level_is_refused_with_the_legal_ones(level: Any) -> None:
    with pytest.raises(ValueError, match=rf"alert: heading_level is {level!r}; legal are 2, 3, 4\."):
        Alert("Fog", heading_level=level)


def test_another_kind_is_refused_with_the_legal_ones() -> None:
    legal = r"alert: kind is 'danger'; legal are 'info', 'success', 'warning', 'error', 'emergency'\."
    with pytest.raises(ValueError, match=legal):
        Alert("Fog", kind="danger")


def test_a_link_stands_alone_where_there_is_no_text() -> None:
    html = Alert("", "Fog", link=("Forecast", "/fog/")).render_html()
    assert '<p class="usa-alert__text"><a class="usa-link" href="/fog/">Forecast</a></p>' in html


def test_a_site_on_uswds_has_the_icon_of_uswds(settings: Any) -> None:
    settings.GOVPAGE = {"stylesheet": "uswds"}
    html = Alert("Fog").render_html()
    assert "<svg" not in html
    assert "usa-alert--no-icon" not in html
    assert '<strong class="usa-sr-only">' in html
