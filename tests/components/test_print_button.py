from __future__ import annotations

from govpage.components import PrintButton


def test_it_is_hidden_until_the_script_shows_it() -> None:
    html = PrintButton().render_html()
    assert html.startswith('<button type="button" ')
    assert html.partition(">")[0].endswith(" hidden")


def test_its_text_can_be_said() -> None:
    assert "Print this page</button>" in PrintButton().render_html()
    assert "Print the form</button>" in PrintButton("Print the form").render_html()
