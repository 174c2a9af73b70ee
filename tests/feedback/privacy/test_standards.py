from __future__ import annotations

import pytest

from govpage.feedback.privacy import standards


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("123456789", True),
        ("000123456", False),
        ("666123456", False),
        ("912701234", False),
        ("123004567", False),
        ("123450000", False),
        ("078051120", False),
        ("219099999", False),
    ],
)
def test_social_security_numbers(digits: str, expected: bool) -> None:
    assert standards.is_ssn(digits) is expected


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize(
    ("digits", "expected"),
    [("912701234", True), ("912501234", True), ("912491234", False), ("912891234", False), ("812701234", False)],
)
def test_taxpayer_numbers(digits: str, expected: bool) -> None:
    assert standards.is_itin(digits) is expected


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize(
    ("digits", "expected"),
    [("4111111111111111", True), ("4111111111111112", False), ("371449635398431", True), ("371449635398413", False)],
)
def test_check_digits(digits: str, expected: bool) -> None:
    assert standards.has_check_digit(digits) is expected


@pytest.mark.parametrize(("number", "expected"), [("+12025550101", True), ("+12115550101", False), ("+", False)])
def test_telephone_numbers(number: str, expected: bool) -> None:
    assert standards.is_phone(number) is expected


@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_nobody_knows_telephone_numbers() -> None:
    assert standards.is_phone("+12025550101") is None
