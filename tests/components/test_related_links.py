from __future__ import annotations

from govpage.components import RelatedLinks


def test_it_has_a_heading_of_its_own_unless_one_is_given() -> None:
    assert ">Related links</h2>" in RelatedLinks((("A", "/a/"),)).render_html()
    assert ">See also</h2>" in RelatedLinks((("A", "/a/"),), "See also").render_html()


def test_a_label_without_an_address_is_no_link() -> None:
    html = RelatedLinks((("A", "/a/"), ("B",))).render_html()
    assert html.count("<a ") == 1
    assert "<li>B</li>" in html
