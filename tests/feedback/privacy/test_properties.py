"""What holds for any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from govpage.feedback.privacy import redact

ANY_TEXT = st.text(st.characters(exclude_categories=()))
PIECES = st.sampled_from(
    [
        "123-45-6789", "4111 1111 1111 1111", "a@b.gov", "202-555-0101", "+44 20 7946 0101", "A012345678", "ssn ", "dob ",
        "passport ", "licencia no ", "call ", "IOE0912345678", "1", "23", "-", " ", ".", "@", " at ", " dot gov", "(", "/",
        "\u200b", "\u00a0", "x", "[", "]", "\n", "é", "１", "https://", "isbn ",
    ]
)  # fmt: skip
COMMENTS = st.lists(PIECES | ANY_TEXT, max_size=30).map("".join)
EMAILS = st.from_regex(
    r"[a-z][a-z0-9.+_-]{0,20}[a-z0-9]@[a-z][a-z0-9-]{0,20}[a-z]\.(?:gov|com|example)", fullmatch=True
)
SSNS = st.tuples(
    st.integers(1, 899).filter(lambda area: area != 666), st.integers(1, 99), st.integers(1, 9999)
).map(lambda parts: "{:03}-{:02}-{:04}".format(*parts))  # fmt: skip


@given(COMMENTS)
@settings(max_examples=100, deadline=None)
def test_done_again_it_changes_nothing(text: str) -> None:
    once = redact(text)
    assert redact(once.text).text == once.text
    assert redact(once.text).removed == ()


@given(ANY_TEXT)
@settings(max_examples=100, deadline=None)
def test_no_text_makes_it_fail(text: str) -> None:
    done = redact(text)
    assert done.text == text or done.removed


@given(COMMENTS, EMAILS, COMMENTS)
@settings(max_examples=100, deadline=None)
def test_no_address_is_left(before: str, address: str, after: str) -> None:
    assert address not in redact(before + address + after).text


@given(COMMENTS, SSNS, COMMENTS)
@settings(max_examples=100, deadline=None)
def test_no_social_security_number_is_left(before: str, number: str, after: str) -> None:
    assert number not in redact(f"{before} {number}, {after}").text
