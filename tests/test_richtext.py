from __future__ import annotations

import pytest

from govpage.richtext import RichText, RichTextField

RULES = RichText()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        pytest.param("<p>a</p>", "<p>a</p>", id="paragraph"),
        pytest.param("<script>alert(1)</script>a", "a", id="script"),
        pytest.param("<style>p{}</style>a", "a", id="style"),
        pytest.param('<p onclick="x()" style="color:red" class="b" id="c">a</p>', "<p>a</p>", id="attributes"),
        pytest.param('<a href="javascript:alert(1)">a</a>', "<a>a</a>", id="javascript-link"),
        pytest.param('<a href="JAVA&#115;cript:alert(1)">a</a>', "<a>a</a>", id="coded-javascript-link"),
        pytest.param('<a href="data:text/html,x">a</a>', "<a>a</a>", id="data-link"),
        pytest.param('<a href="/news/">a</a>', '<a href="/news/">a</a>', id="relative-link"),
        pytest.param('<a href="https://a.example.gov/" target="_blank">a</a>', '<a href="https://a.example.gov/">a</a>', id="https-link"),
        pytest.param('<img src="x" onerror="y()">a', "a", id="image"),
        pytest.param("<svg><script>x</script></svg>a", "a", id="svg"),
        pytest.param("<math><mi>x</mi></math>a", "a", id="mathml"),
        pytest.param("<h1>a</h1>", "a", id="heading-of-the-page"),
        pytest.param("<h2>a</h2>", "<h2>a</h2>", id="heading"),
        pytest.param('<ol start="3"><li>a<ul><li>b</li></ul></li></ol>', '<ol start="3"><li>a<ul><li>b</li></ul></li></ol>', id="nested-lists"),
        pytest.param('<p lang="es" dir="ltr">a</p>', '<p lang="es" dir="ltr">a</p>', id="language"),
    ],
)  # fmt: skip
def test_only_what_is_declared_is_kept(written: str, kept: str) -> None:
    assert RULES.clean(written) == kept


def test_cleaning_twice_changes_nothing_more() -> None:
    once = RULES.clean("<p>a & b <b>c</b> &lt;script&gt;</p>")
    assert RULES.clean(once) == once


@pytest.mark.parametrize("unit", ["<ul><li>", "<div>", "<blockquote>", "<dl><dd>", "<B>"])
def test_of_what_is_nested_too_deeply_the_words_are_kept(unit: str) -> None:
    written = unit * 101 + '1 &lt; "2" <script>x</script'
    assert RULES.clean(written).split() == ["1", "&lt;", '"2"', "x&lt;/script"]
    assert RULES.clean(RULES.clean(written)) == RULES.clean(written)


@pytest.mark.parametrize(
    "written", ["<p>a</p>" * 200, "<ul>" + "<li>a</li>" * 200 + "</ul>", "<strong>a</strong>" * 200]
)
def test_what_stands_side_by_side_is_not_nested(written: str) -> None:
    assert RULES.clean(written) == written


def test_paragraphs_without_an_end_are_not_nested() -> None:
    assert RULES.clean("<p>a" * 200) == "<p>a</p>" * 200


def test_without_lists_their_words_are_kept() -> None:
    assert RichText(lists=False).clean("<ul><li>a</li></ul>") == "a"


def test_a_migration_sees_a_plain_text_field() -> None:
    field = RichTextField(RULES, blank=True)
    field.set_attributes_from_name("body")
    assert field.deconstruct() == ("body", "django.db.models.TextField", [], {"blank": True})


def test_a_field_without_rules_keeps_paragraphs_only() -> None:
    assert RichTextField().get_prep_value("<h2>a</h2><p>b</p>") == "a<p>b</p>"


def test_no_text_stays_no_text() -> None:
    assert RichTextField(RULES).get_prep_value(None) is None
