from __future__ import annotations

from govpage.components import Prose


def test_markup_that_is_not_declared_is_taken_out() -> None:
    html = Prose("<p onclick='x()'>Tides<script>alert(1)</script> <u>today</u></p>").render_html()
    assert html == '<div class="usa-prose">\n<p>Tides today</p>\n</div>'


def test_external_link_says_so() -> None:
    assert "(external link)" in Prose('<p><a href="https://tides.example.org/">Tides</a></p>').render_html()


def test_no_text_leaves_nothing_behind() -> None:
    assert Prose("").render_html() == ""
