"""What is removed, what stands in its place, and what is left alone."""

from __future__ import annotations

import pytest
from django.utils.translation import override
from pytest_django import Settings

from govpage.feedback.privacy import Redaction, redact
from govpage.feedback.privacy.kinds import Kind
from govpage.feedback.privacy.redaction import settled

REMOVED = {
    "email": ("Write to reader@example.gov.", "Write to [email address removed]."),
    "email-in-brackets": ("<reader@example.gov>", "<[email address removed]>"),
    "email-spelled": ("reader at agency dot gov", "[email address removed]"),
    "email-spelled-in-brackets": ("reader (at) agency (dot) gov", "[email address removed]"),
    "email-spelled-in-spanish": ("lectora arroba correo punto es", "[email address removed]"),
    "email-with-plain-domain": ("reader.one at example.gov", "[email address removed]"),
    "email-of-a-provider": ("reader.one at gmail", "[email address removed]"),
    "email-said-to-be-one": ("My email is reader at example.gov", "My email is [email address removed]"),
    "email-after-a-quote": ("'reader@example.gov'", "'[email address removed]'"),
    "phone": ("Call (202) 555-0101 now", "Call [phone number removed] now"),
    "phone-with-extension": ("202-555-0101 ext. 7", "[phone number removed]"),
    "phone-without-separators": ("it is 2025550101", "it is [phone number removed]"),
    "phone-of-nobody": ("it is 5551234567", "it is [phone number removed]"),
    "phone-of-two-parts": ("it is 202 5550101", "it is [phone number removed]"),
    "phones-side-by-side": ("2025550101/2025550102", "[phone number removed]/[phone number removed]"),
    "phone-apart": ("it is 202 555 0101", "it is [phone number removed]"),
    "phone-abroad": ("+44 20 7946 0101, evenings", "[phone number removed], evenings"),
    "phone-abroad-then-years": ("+44 20 7946 0101 2021 2022", "[phone number removed] 2021 2022"),
    "phone-dialled-abroad": ("0044 20 7946 0101", "[phone number removed]"),
    "phone-of-a-country-nobody-knows": ("+999 1234 567890", "[phone number removed]"),
    "phone-with-a-trunk-digit": ("020 7946 0101", "[phone number removed]"),
    "phone-labelled": ("my cell is 555-0101", "my cell is [phone number removed]"),
    "phone-labelled-in-spanish": ("llámeme al 55 5555 0101", "llámeme al [phone number removed]"),
    "ssn": ("SSN 123-45-6789", "SSN [Social Security number removed]"),
    "ssn-labelled": ("social security number 123456789", "social security number [Social Security number removed]"),
    "itin": ("912-70-1234", "[taxpayer number removed]"),
    "itin-of-a-new-group": ("912-50-1234", "[taxpayer number removed]"),
    "card": ("4111 1111 1111 1111 12/26", "[card number removed] 12/26"),
    "card-of-fifteen-digits": ("3714 496353 98431", "[card number removed]"),
    "card-labelled": ("credit card 1234 5678 9012 3456", "credit card [card number removed]"),
    "A012345678": ("A012345678", "[A-number removed]"),
    "a-number-labelled": ("alien number 012 345 678", "alien number [A-number removed]"),
    "IOE0912345678": ("IOE0912345678", "[receipt number removed]"),
    "receipt-apart": ("eac 21 900 12345", "[receipt number removed]"),
    "passport": ("passport no. C12345678", "passport no. [passport number removed]"),
    "passport-said-behind": ("C12345678 is my passport", "[passport number removed] is my passport"),
    "passport-in-spanish": ("pasaporte núm. G12345678", "pasaporte núm. [passport number removed]"),
    "licence": ("driver's license A1234567", "driver's license [license number removed]"),
    "licence-after-words": ("driver's license from Ohio: AB123456", "driver's license from Ohio: [license number removed]"),
    "passport-after-words": ("passport of my son, C12345678", "passport of my son, [passport number removed]"),
    "licence-in-spanish": ("licencia de conducir B7654321", "licencia de conducir [license number removed]"),
    "birth": ("born on March 3rd, 1980", "born on [date of birth removed]"),
    "birth-after-words": ("born in Ohio on July 9 2011", "born in Ohio on [date of birth removed]"),
    "birth-in-spanish": ("nací el 4 de marzo de 1980", "nací el [date of birth removed]"),
    "078-05-1120": ("078-05-1120", "[nine-digit number removed]"),
    "000-12-3456": ("000-12-3456", "[nine-digit number removed]"),
    "ssn-never-issued-but-called-so": ("SSN 000123456", "SSN [Social Security number removed]"),
    "nine-digits": ("file 123456789", "file [nine-digit number removed]"),
    "ssn-in-the-next-sentence": ("Is the SSN needed? Well, 666 77 0031", "Is the SSN needed? Well, [Social Security number removed]"),
    "a-number-with-slashes": ("Alien #: A-977/123/004", "Alien #: [A-number removed]"),
    "a-number-after-a-sign": ("A#: 987 654 321", "A#: [A-number removed]"),
    "a-number-further-away": ("alien, it begins with nine, 987654321", "alien, it begins with nine, [A-number removed]"),
    "licence-further-away": ("they use my license in Ohio and Utah too, S000-1234-5678", "they use my license in Ohio and Utah too, [license number removed]"),
    "licence-in-groups": ("CDL number is W 0040 7712 5590", "CDL number is [license number removed]"),
    "licence-said-behind": ("S0001234 (my license)", "[license number removed] (my license)"),
    "passport-of-letters-and-digits": ("the passport is C01X00T47", "the passport is [passport number removed]"),
    "birth-further-away": ("DOB is wrong on the card of 3 pages, it is 11 May 2016", "DOB is wrong on the card of 3 pages, it is [date of birth removed]"),
    "birth-said-behind": ("11-may-2016 is her birthday", "[date of birth removed] is her birthday"),
    "birth-with-a-short-month": ("Fecha nac. 05-dic-1966", "Fecha nac. [date of birth removed]"),
    "itin-further-away": ("an ITIN, not a social: I mean the ITIN ending so, 912701234", "an ITIN, not a social: I mean the ITIN ending so, [taxpayer number removed]"),
    "phone-in-the-next-sentence": ("Text me the hours? 555-0143", "Text me the hours? [phone number removed]"),
    "phone-in-pairs": ("406 555 01 09", "[phone number removed]"),
    "phone-called-with-extension": ("call (985) 555-0109 ext. 4", "call [phone number removed]"),
    "email-dictated": ("my email is purple tractor 9 at example dot com", "my email is [email address removed]"),
    "full-width": ("５３６－９０－４３９９", "[Social Security number removed]"),
    "no-break": ("123\u201145\u20116789 or 202\u00a0555\u00a00101", "[Social Security number removed] or [phone number removed]"),
    "invisible": ("1\u200b23-4\u00ad5-67\u206089", "[Social Security number removed]"),
    "arabic-digits": ("٤١٥-٥٥٥-٠١٢٧", "[phone number removed]"),
    "two": ("202-555-0101, 202-555-0102", "[phone number removed], [phone number removed]"),
    "in-an-address": ("https://x.example.gov/?ssn=123-45-6789", "https://x.example.gov/?ssn=[Social Security number removed]"),
    "beside-a-long-word": (f"{'x' * 999}202-555-0101", f"{'x' * 999}[phone number removed]"),
    "between-long-words": (f"{'x' * 999} reader@example.gov {'y' * 999}", f"{'x' * 999} [email address removed] {'y' * 999}"),
}  # fmt: skip

LEFT_ALONE = {
    "127,000 arrests": "127,000 arrests",
    "FY 2017": "FY 2017",
    "400 statutes": "400 statutes",
    "form I-9": "form I-9",
    "HR 1234": "HR 1234",
    "dates": "January 20, 2021, 01/20/2021 and 2021-01-20",
    "years": "text 2019-2020",
    "prices": "$1,234.56, $ 123456789 and €1.234.567",
    "zip": "20500-0003",
    "docket": "Docket USCIS-2010-0012-0345",
    "federal-register": "85 FR 45678; FR Doc. 2021-12345",
    "statutes": "8 U.S.C. 1182(a)(9)(B), 8 CFR 214.2(h)(13), Public Law 107-296",
    "isbn": "ISBN 9295055025 and ISBN 978-0-306-40615-7",
    "address": "https://www.example.gov/2025550101/?id=123456789",
    "case": "case number 2025550101",
    "page-spelled": "look at agency dot gov",
    "page-of-a-noun": "the statute at agency dot gov",
    "page-of-a-verb": "we arrive at agency dot gov",
    "provider": "I looked at gmail",
    "birth-without-date": "the agency was born. On March 1, 2003 it moved",
    "birth-in-a-rule": "If you were born after January 1, 1972 you need one",
    "birth-in-a-calendar": "The date of birth calendar only goes back to 1/1/1930",
    "day-of-something-else": "DOB is on the card that was issued on 3/4/2020",
    "day-in-another-sentence": "I was born in Ohio. The storm was on 09/28/2022",
    "reference-of-an-error": "Error reference 204881937",
    "number-of-another-label": "my passport is gone, ticket 12345678",
    "taxpayer-number-that-cannot-be": "an ITIN has nine digits, and 12345678 has not",
    "zip-beside-a-licence": "a license sent to 20500-0003",
    "years-beside-a-passport": "a passport of 2019-2020",
    "page": "information at agency.gov",
    "handle": "@harbor and @example.gov",
    "quotes-before-a-sign": "''@example.gov",
    "points-before-a-sign": "... at agency dot gov",
    "card-that-fails-its-check": "4111 1111 1111 1112",
    "licence-with-few-digits": "driver's license form DL-44",
    "country-that-is-a-count": "+5 000 000 visitors",
    "nothing": "",
}


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize(("text", "left"), REMOVED.values(), ids=REMOVED)
def test_removed(text: str, left: str) -> None:
    assert redact(text).text == left


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert redact(text) == Redaction(text)


@pytest.mark.parametrize("number", ["078-05-1120", "000-12-3456"])
def test_not_called_a_social_security_number_but_shown(number: str) -> None:
    assert redact(number).removed == ("nine_digits",)


@pytest.mark.parametrize("text", ["number 2115550147 on the sign", "row 200 345 2019"])
def test_a_number_that_nobody_has_is_left_where_the_extra_knows_it(text: str) -> None:
    assert redact(text).removed == ()


@pytest.mark.usefixtures("without_extra")
@pytest.mark.parametrize("text", ["number 2115550147 on the sign", "row 200 345 2019"])
def test_a_number_that_nobody_has_is_removed_where_nothing_knows_it(text: str) -> None:
    assert redact(text).removed == ("phone",)


def test_each_kind_is_named_once_in_the_order_of_the_text() -> None:
    done = redact("a@example.gov, 202-555-0101, b@example.gov")
    assert done.removed == ("email", "phone")
    assert done.names == ("email address", "phone number")


def test_what_becomes_whole_by_a_removal_goes_too() -> None:
    assert redact("4111 1111 1111 1111.202-555-0101").text == "[card number removed].[phone number removed]"


@pytest.mark.parametrize("rounds", [1])
def test_nothing_is_kept_of_a_text_that_does_not_settle(rounds: int) -> None:
    assert settled("a@example.gov", rounds) == Redaction("[text removed]", ("email", "text"))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_words_in_place_hold_nothing_to_remove(kind: Kind, language: str) -> None:
    with override(language):
        assert redact(kind.replacement) == Redaction(kind.replacement)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.UNSETTLED])
def test_codes_fit_their_column(kind: Kind) -> None:
    assert len(",".join(Kind)) <= 200
    assert kind.replacement == f"[{kind.words} removed]"


OWN = {
    "as-written": ("800-555-0100", "Call 800-555-0100."),
    "otherwise-written": ("1-800-555-0100", "Call (800) 555 0100 or +1 800.555.0100 or 18005550100."),
    "with-an-extension-of-their-own": ("+1 202 555 0100", "2025550100"),
    "abroad": ("+44 20 7946 0101", "+44 20 7946 0101"),
    "mail": ("help@harbor.example.gov", "Help@Harbor.example.gov is silent"),
    "mail-at-the-end": ("help@harbor.example.gov", "Nobody reads help@harbor.example.gov."),
}


@pytest.mark.parametrize(("own", "text"), OWN.values(), ids=OWN)
def test_the_agency_s_own_is_left(own: str, text: str, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"own_numbers": [own]}
    assert redact(text) == Redaction(text)


FOREIGN = {
    "other-number": ("800-555-0100", "800-555-0101"),
    "longer-number": ("800-555-0100", "4111 8005 5501 0000 is my card number, credit card 4111800555010000"),
    "short-number": ("911", "911-70-1234"),
    "longer-name": ("help@harbor.example.gov", "please.help@harbor.example.gov"),
    "longer-domain": ("help@harbor.example.gov", "help@harbor.example.gov.example.net"),
    "beside-it": ("800-555-0100", "800-555-0100 x99, 202-555-0101"),
    "empty": ("", "202-555-0101"),
}


@pytest.mark.parametrize(("own", "text"), FOREIGN.values(), ids=FOREIGN)
def test_what_only_resembles_the_agency_s_own_goes(own: str, text: str, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"own_numbers": [own]}
    assert redact(text).removed
