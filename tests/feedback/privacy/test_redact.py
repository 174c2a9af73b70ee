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
    "ssns-by-a-slash": ("SSN 123-45-6789/234-56-7890", "SSN [Social Security number removed]/[Social Security number removed]"),
    "ssns-labelled-by-a-slash": ("Social Security number 123-45-6789/123-45-6790", "Social Security number [Social Security number removed]/[Social Security number removed]"),
    "ssns-after-words-by-a-slash": ("my ssn and my wife's: 123-45-6789/234-56-7890", "my ssn and my wife's: [Social Security number removed]/[Social Security number removed]"),
    "ssns-without-separators-by-a-hyphen": ("SSN 123456789-234567890", "SSN [Social Security number removed]-[nine-digit number removed]"),
    "ssns-with-points-by-a-point": ("123.45.6789.234.56.7890", "[Social Security number removed].[Social Security number removed]"),
    "ssn-with-a-suffix": ("SSN 123-45-6789-01", "SSN [Social Security number removed]-01"),
    "ssn-behind-a-number": ("apt 3-123-45-6789", "apt 3-[Social Security number removed]"),
    "ssn-before-a-date": ("123-45-6789/01/02/1980", "[Social Security number removed]/01/02/1980"),
    "phones-by-a-slash": ("202-456-1111/301-456-2222", "[phone number removed]/[phone number removed]"),
    "phones-by-a-hyphen": ("Home 202-456-1111-301-555-0188", "Home [phone number removed]-[phone number removed]"),
    "phone-with-another-ending": ("work 301-456-2222/2223", "work [phone number removed]/2223"),
    "a-number-with-a-suffix": ("A-012-345-678-01", "[A-number removed]-01"),
    "row-with-a-head": ("Name,DOB,SSN,Phone\nJane Doe,01/02/1980,123456789,2024561111", "Name,DOB,SSN,Phone\nJane Doe,01/02/1980,[nine-digit number removed],[phone number removed]"),
    "row": ("Jane Doe,2025550143,123456789", "Jane Doe,[phone number removed],[nine-digit number removed]"),
    "row-of-phones": ("2025550143,3012345678", "[phone number removed],[phone number removed]"),
    "row-of-nine-digits": ("123456789,987654321", "[nine-digit number removed],[nine-digit number removed]"),
    "passports-by-a-comma": ("passport no: 123456789,987654321", "passport no: [passport number removed],[passport number removed]"),
    "row-abroad": ("Jane,020 7946 0101,0044 20 7946 0102", "Jane,[phone number removed],[phone number removed]"),
    "phones-with-a-trunk-digit-side-by-side": ("020 7946 0101,020 794 0102,020 7946 0103", "[phone number removed],[phone number removed],[phone number removed]"),
    "phone-after-a-count": ("Apt 4,202-456-1111", "Apt 4,[phone number removed]"),
    "phone-after-a-zip": ("zip 20528,202-456-1111", "zip 20528,[phone number removed]"),
    "phone-after-a-zip-by-a-point": ("zip 20528.202-456-1111", "zip 20528.[phone number removed]"),
    "phone-after-a-day": ("on 5/6/2024,202-456-1111", "on 5/6/2024,[phone number removed]"),
    "phone-after-a-word-by-a-point": ("Jane.2025550143", "Jane.[phone number removed]"),
    "local-phone-after-a-count": ("phone of Jane,22,555-0143", "phone of Jane,22,[phone number removed]"),
    "card-after-a-count": ("Suite 100,4111 1111 1111 1111", "Suite 100,[card number removed]"),
    "card-after-a-count-by-a-point": ("order 7.4111 1111 1111 1111", "order 7.[card number removed]"),
    "phone-before-a-count": ("call 202-555-0143 24 hours a day", "call [phone number removed] 24 hours a day"),
    "phone-before-a-count-in-brackets": ("call (202) 555-0143 (24 hours)", "call [phone number removed] (24 hours)"),
    "phone-without-separators-before-a-count": ("call 2025550143 24 times", "call [phone number removed] 24 times"),
    "local-phone-before-a-count": ("call 555-0143 24/7", "call [phone number removed] 24/7"),
    "foreign-phone-before-a-count": ("llame al 55 5555 0123 24 horas", "llame al [phone number removed] 24 horas"),
    "phone-of-a-country-before-a-count": ("call +44 20 7946 0101 10 times", "call [phone number removed] 10 times"),
    "passport-without-letters-after-words": ("the passport of my son, 51234567", "the passport of my son, [passport number removed]"),
    "licence-in-the-plural": ("our licenses are 51234567 and more", "our licenses are [license number removed] and more"),
    "birth-then-a-sentence": ("born 01/02/1980, and after that", "born [date of birth removed], and after that"),
    "email-with-digits-and-a-provider": ("find us: al-9 at gmail.com", "find us: [email address removed]"),
    "email-of-an-agency-said-to-be-one": ("my email is reader9 at dhs.gov", "my email is [email address removed]"),
    "email-of-an-agency-with-a-name": ("jane.doe at dhs.gov", "[email address removed]"),
    "birth-then-more": ("born 1/2/1980 and later adopted", "born [date of birth removed] and later adopted"),
    "birth-then-more-in-spanish": ("nací el 2 de enero de 1980 y después", "nací el [date of birth removed] y después"),
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
    "thousands": "1,234,567 and 1.234.567,89 and $123456789",
    "thousands-in-a-row": "2019,1,234,567,12,345",
    "tracking": "tracking 9400 1000 0000 0000 0000 00",
    "decimals": "3.141592653 and 0.4111111111111111 and 2024561111.5",
    "version-with-points": "version 10.0.345.67.8901 or 10.202.456.1111",
    "internet-address": "192.168.100.200",
    "amount-with-cents": "123456789.50",
    "isbn-without-its-name": "978-84-9876-123-4 and 978-607-123-456-7",
    "address-without-its-beginning": "harbor.example.gov/2/123456789 and harbor.example.gov/2025550143",
    "years-called": "Call 2023 2024 reports",
    "day-called": "call on 2023-12-15 10",
    "form-at-an-agency": "The I-9 at uscis.gov is old",
    "form-at-an-agency-with-two-letters": "DS-11 at travel.state.gov",
    "form-at-an-agency-spelled": "form N-400 at uscis dot gov",
    "form-without-a-hyphen-at-an-agency-spelled": "form W2 at irs dot gov",
    "form-elsewhere": "the I-130 at forms.example.com",
    "year-at-an-agency": "in 2017 at dhs.gov",
    "year-elsewhere": "in 2017 at example dot com",
    "table-at-an-agency": "see Table 5 at bls.gov",
    "table-elsewhere": "see Table 5 at example.com",
    "release-at-an-agency": "Release 17-102 at dhs.gov",
    "file-at-an-agency": "form.pdf at irs.gov",
    "word-with-digits-at-an-agency": "COVID19 at cdc.gov",
    "hour-at-an-agency": "5 p.m. at dhs.gov",
    "count-of-people": "passport fee is 130 dollars and 165000 people applied",
    "count-of-applications": "Passport applications rose to 24000000 in 2023",
    "count-that-rose": "Passport applications rose to 24123456 in 2023",
    "count-of-passports": "passports issued: 21957512",
    "sum-of-fees": "license fees of 1000000 dollars",
    "house": "driver's license office at 12345 Main Street",
    "years-of-licences": "The driver's license data covers 2010-2019",
    "day-of-a-rule-of-licences": "driver's license rules effective 2025-05-07",
    "dollars-of-social-security": "Social Security paid 123456789 dollars",
    "ten-digits-of-dollars": "2025550143 dollars",
    "birth-or-later": "Children born 01/01/2020 or later are eligible",
    "birth-between": "born between January 1, 1990 and December 31, 2000",
    "birth-between-in-spanish": "nacidos entre el 1 de enero de 1990 y el 31 de diciembre de 2000",
    "birth-or-later-in-spanish": "nacidos el 1/1/2020 o despues",
    "birth-and-later": "born 01/01/2020 and later are eligible",
    "count-of-persons-at-once": "solicitudes de pasaporte: 234567 personas",
    "form-of-digits-first": "form 10-K at sec dot gov",
    "count-at-a-provider": "5 at gmail 5 at gmail",
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
    assert redact("123456789.202-555-0101").text == "[nine-digit number removed].[phone number removed]"


NUMBERS = {
    "phones": ("202-282-80{:02}", "phone"),
    "phones-with-brackets": ("(202) 282-80{:02}", "phone"),
    "phones-with-points": ("202.282.80{:02}", "phone"),
    "phones-without-separators": ("20228280{:02}", "phone"),
    "cards": ("4111111111111111", "card"),
    "cards-apart": ("4111 1111 1111 1111", "card"),
    "ssns": ("123-45-67{:02}", "ssn"),
    "nine-digits": ("1234567{:02}", "nine_digits"),
    "a-numbers": ("A1234567{:02}", "a_number"),
}


@pytest.mark.parametrize("joint", [",", ".", "/", "-", ", "])
@pytest.mark.parametrize(("number", "kind"), NUMBERS.values(), ids=NUMBERS)
def test_a_list_is_found_at_once(number: str, kind: str, joint: str) -> None:
    numbers = joint.join(number.format(place) for place in range(20))
    done = settled(f"The list {numbers} is old.", 2)
    assert done.text == f"The list {joint.join([Kind(kind).replacement] * 20)} is old."
    assert done.removed == (kind,)


@pytest.mark.parametrize("label", ["born", "driver's license", "call"])
def test_a_label_stands_for_a_long_list(label: str) -> None:
    value = {"born": "01/02/19{:02}", "call": "555-01{:02}"}.get(label, "B12345{:02}")
    numbers = ", ".join(value.format(place) for place in range(40))
    done = settled(f"{label} {numbers}", 2)
    assert len(done.removed) == 1
    assert not any(character.isdigit() for character in done.text)


def test_a_text_that_is_settled_by_the_last_round_is_kept() -> None:
    assert settled("a@example.gov", 1) == Redaction("[email address removed]", ("email",))


def test_of_a_text_that_does_not_settle_the_rest_is_kept() -> None:
    text = "The map is old, a@example.gov or b@example.gov says so."
    assert settled(text, 0) == Redaction("The map is old, [text removed] says so.", ("email", "text"))


def test_nothing_is_kept_of_a_text_in_which_there_is_still_more() -> None:
    assert settled("The map 123456789.202-555-0101", 0) == Redaction("[text removed]", ("phone", "text"))


def test_the_middle_of_an_endless_word_is_not_kept() -> None:
    done = redact(f"See {'1-' * 3000} or 202-555-0101")
    assert done.removed == ("text", "phone")
    assert done.text == f"See {'1-' * 500}[text removed]{'1-' * 500} or [phone number removed]"
    assert redact(done.text) == Redaction(done.text)


def test_words_in_place_may_make_a_word_endless() -> None:
    with override("zh-hans"):
        done = redact("a@b.co," * 700)
        assert done.removed == ("email", "text")
        assert redact(done.text) == Redaction(done.text)


def test_a_comment_without_a_blank_is_read_whole() -> None:
    text = "a-" * 500 + "202-555-0101" + "-a" * 500
    assert redact(text).text == text.replace("202-555-0101", "[phone number removed]")


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
    "without-its-area": ("555-0100", "call 555-0100 24 hours a day"),
    "before-hours": ("800-555-0100", "call 800-555-0100 24 hours a day"),
    "before-times": ("800-555-0100", "I tried to call 800-555-0100 10 times today"),
    "before-hours-in-brackets": ("800-555-0100", "call (800) 555-0100 (24 hours)"),
    "before-hours-in-spanish": ("800-555-0100", "llame al 800-555-0100 24 horas"),
    "before-pages": ("800-555-0100", "fax 800-555-0100 3 pages"),
    "with-an-extension": ("800-555-0100", "800-555-0100 ext 5"),
    "dialled-abroad": ("800-555-0100", "001 800 555 0100"),
    "in-a-list": ("800-555-0100", "800-555-0100,800-555-0100/800-555-0100"),
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
    "name-with-signs": ("help@harbor.example.gov", "please!help@harbor.example.gov"),
    "beside-it-by-a-slash": ("800-555-0100", "800-555-0100/800-555-0199"),
    "of-another-area": ("555-0100", "(301) 555-0100"),
    "of-another-area-apart": ("555-0100", "301 555-0100"),
    "of-another-country": ("800-555-0100", "+44 800 555 0100"),
    "longer-domain": ("help@harbor.example.gov", "help@harbor.example.gov.example.net"),
    "beside-it": ("800-555-0100", "800-555-0100 x99, 202-555-0101"),
    "empty": ("", "202-555-0101"),
}


@pytest.mark.parametrize(("own", "text"), FOREIGN.values(), ids=FOREIGN)
def test_what_only_resembles_the_agency_s_own_goes(own: str, text: str, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"own_numbers": [own]}
    assert redact(text).removed
