from __future__ import annotations

from typing import Any

from govpage.components import PrintButton


def test_it_is_hidden_until_the_script_shows_it() -> None:
    html = PrintButton().render_html()
    assert html.startswith('<button type="button" ')
    assert html.partition(">")[0].endswith(" hidden")


def test_its_text_can_be_said() -> None:
    assert "Print this page</button>" in PrintButton().render_html()
    assert "Print the form</button>" in PrintButton("Print the form").render_html()


def test_it_is_not_there_where_our_script_is_not(settings: Any) -> None:
    settings.GOVPAGE = {"stylesheet": "uswds"}
    assert PrintButton().render_html() == ""
