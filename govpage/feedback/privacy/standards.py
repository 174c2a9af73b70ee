"""Rules of numbers: our own, and those of ``phonenumbers`` and ``python-stdnum`` where the extra ``pii`` is there."""

from __future__ import annotations

from types import ModuleType

NOT_ISSUED = {"078051120", "219099999", "457555462"}
"""Numbers that were printed in advertisements. Source: SSA, Social Security number misused"""

ITIN_GROUPS = {*range(50, 66), *range(70, 89), *range(90, 93), *range(94, 100)}
"""Source: IRS, Individual taxpayer identification number"""


def phonenumbers() -> ModuleType | None:
    """Return Google's rules of telephone numbers, if they are installed."""
    try:
        import phonenumbers
    except ImportError:
        return None
    return phonenumbers


def stdnum() -> ModuleType | None:
    """Return the rules of python-stdnum, if they are installed."""
    try:
        import stdnum.luhn
        import stdnum.us.itin
        import stdnum.us.ssn
    except ImportError:
        return None
    return stdnum


def is_ssn(digits: str) -> bool:
    """Whether nine digits may be a Social Security number that was issued."""
    if library := stdnum():
        return bool(library.us.ssn.is_valid(digits))
    area, group, serial = digits[:3], digits[3:5], digits[5:]
    never = area in ("000", "666") or area[0] == "9" or group == "00" or serial == "0000"
    return not never and digits not in NOT_ISSUED


def is_itin(digits: str) -> bool:
    """Whether nine digits may be a taxpayer number; the library lacks the groups from 50 to 65, so ours count too."""
    library = stdnum()
    known = library is not None and library.us.itin.is_valid(digits)
    return known or (digits[0] == "9" and int(digits[3:5]) in ITIN_GROUPS)


def has_check_digit(digits: str) -> bool:
    """Whether the last digit is the check digit of the others. Source: ISO/IEC 7812-1, Luhn"""
    if library := stdnum():
        return bool(library.luhn.is_valid(digits))
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0


def is_phone(number: str) -> bool | None:
    """Whether a number may be called, "+" and the country first; ``None`` where nobody knows."""
    library = phonenumbers()
    if library is None:
        return None
    try:
        return bool(library.is_valid_number(library.parse(number)))
    except library.NumberParseException:
        return False
