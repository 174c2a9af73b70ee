from __future__ import annotations

from govpage.components import ReleaseArticle


def html_of(**contact: str) -> str:
    return ReleaseArticle("Title", "<p>Text</p>", contacts=(contact,)).render_html()


def test_a_contact_is_called_and_written_to_at_a_touch() -> None:
    html = html_of(phone="(202) 555-0143", email="press@harbor.example.gov")
    assert '<a href="tel:2025550143">(202) 555-0143</a>' in html
    assert '<a href="mailto:press@harbor.example.gov">' in html


def test_a_contact_that_cannot_be_called_is_shown_without_a_link() -> None:
    html = html_of(phone="1-800-555-BOAT")
    assert "1-800-555-BOAT" in html
    assert "<a " not in html
