"""Items nest as their indents say, however deep and with whatever sign."""

from __future__ import annotations

import pytest

from govpage.news.importers.text import read_capture

HEAD = "Harbor Office Opens a Pier\n\nRelease Date: March 3, 2017\n\nThe pier has this:\n\n"
LISTS = {
    "three-levels": (
        "• a\n  • b\n    • c\n• d\n",
        "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>",
    ),
    "numbers": ("1. a\n2. b\n   - c\n", "<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>"),
    "letters": ("(1) a\n    (a) b\n    (b) c\n", "<ol><li>a<ol><li>b</li><li>c</li></ol></li></ol>"),
    "start": ("4. a\n5. b\n", '<ol start="4"><li>a</li><li>b</li></ol>'),
    "numbers-start-again": ("1. a\n2. b\n\n1. c\n", "<ol><li>a</li><li>b</li></ol>\n<ol><li>c</li></ol>"),
    "bullets-after-numbers": ("1. a\n\n• b\n", "<ol><li>a</li></ol>\n<ul><li>b</li></ul>"),
    "zero-is-no-number": ("• a\n0. b\n", "<ul><li>a</li></ul>\n<p>0. b</p>"),
    "right-aligned-numbers": (
        "".join(f"{n:>4}. x\n" for n in (8, 9, 10, 11)),
        '<ol start="8"><li>x</li><li>x</li><li>x</li><li>x</li></ol>',
    ),
    "right-aligned-numbers-inside": (
        "• a\n      9. x\n     10. y\n",
        '<ul><li>a<ol start="9"><li>x</li><li>y</li></ol></li></ul>',
    ),
    "left-aligned-numbers": ("1. x\n 2. y\n", "<ol><li>x</li><li>y</li></ol>"),
    "dedent-below-the-first": ("    • a\n  • b\n", "<ul><li>a</li><li>b</li></ul>"),
    "other-sign": ("• a\no B\no C\n• d\n", "<ul><li>a<ul><li>B</li><li>C</li></ul></li><li>d</li></ul>"),
    "blank-lines": ("• a\n\n\n  • b\n\n• c\n", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    "goes-on-below": ("• a\n  b\n", "<ul><li>a b</li></ul>"),
    "small-letters": ("• a;\n  o b;\n  o c\n", "<ul><li>a;<ul><li>b;</li><li>c</li></ul></li></ul>"),
    "small-o-is-a-word": ("• agua\n  o leche\n", "<ul><li>agua o leche</li></ul>"),
    "sign-alone": ("•\nA pier\n•\nA lamp\n", "<ul><li>A pier</li><li>A lamp</li></ul>"),
    "paragraph-inside": ("• a\n\n  More.\n\n• b\n", "<ul><li>a<p>More.</p></li><li>b</li></ul>"),
    "paragraph-inside-outer": (
        "• a\n    • b\n\n    More.\n",
        "<ul><li>a<ul><li>b</li></ul><p>More.</p></li></ul>",
    ),
    "deepest": (
        "".join("  " * n + "• x\n" for n in range(8)),
        "<ul><li>x" * 5 + "<ul><li>x</li><li>x</li><li>x</li></ul>" + "</li></ul>" * 5,
    ),
    "telephone-is-no-number": ("(360) 555-0121 is the number.\n", "<p>(360) 555-0121 is the number.</p>"),
}


def test_list_right_under_the_title_is_the_body() -> None:
    assert (
        read_capture("Harbor Office Opens a Pier\n\n• Oak\n• Steel\n").body_html
        == "<ul><li>Oak</li><li>Steel</li></ul>"
    )


@pytest.mark.parametrize(("text", "html"), LISTS.values(), ids=LISTS)
def test_list(text: str, html: str) -> None:
    body = read_capture(HEAD + text).body_html
    assert body.removeprefix("<p>The pier has this:</p>\n") == html
