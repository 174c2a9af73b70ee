"""The body ends where the page goes on, and what stands below it is read."""

from __future__ import annotations

import pytest

from govpage.news.importers.draft import Contact
from govpage.news.importers.text import read_capture

HEAD = "Harbor Office Opens a Pier in Gull Bay\n\nRelease Date: March 3, 2017\n\n"
TEXT = "A pier opened today in Gull Bay. It is long."
ENDS = {
    "hashes": "###\n\nThe Harbor Office keeps ports open.",
    "spaced-hashes": "# # #\n\nThe Harbor Office keeps ports open.",
    "thirty": "-30-\n\nThe Harbor Office keeps ports open.",
    "end": "– END –",
    "feedback": "Was this page helpful?\nYes\nNo",
    "feedback-spanish": "¿Le resultó útil esta página?",
    "last-updated": "Last Updated: 01/20/2021\nThe Harbor Office keeps ports open.",
    "last-updated-below": "Last Updated\n01/20/2021",
    "updated": "Updated July 1, 2024",
    "published": "Published: March 3, 2017",
    "tags": "Tags:\nPiers\nGull Bay",
    "tags-without-colon": "Topic\n\nPiers",
    "number": "Press Release Number: 16-255",
    "number-below": "Press Release Number:\n16-255",
    "top": "Return to top",
    "related": "Related Content\n\n  • Other piers",
    "identifier": "An official website of the Department of Harbors",
    "archive": "Archived Content\n\nThis page is no longer current.",
    "share": "Share This Page: Facebook Twitter Print",
    "share-and-address": "Printer-friendly version\n\nHarbor Office\n5 Pier Road, Gull Bay, ME 04000\n© 2017 Harbor Office",
    "address": "Harbor Office | 1 Pier Road | Gull Bay, ME 04000",
    "row": "Agency\nHarbor Office\nDate\nMarch 3, 2017",
    "reader": "You may need a PDF reader to view some of the files on this page.",
    "manager": "The Office of Site Management manages this site as a portal.",
    "contact": "Media Contact:\nPress Office\n202-555-0100",
    "number-then-footer": "Press Release Number: 16-255\n\nContact us",
}
GOES_ON = {
    "update-inside": "Updated March 4, 2017\n\nThe storm passed, and every port along the coast is open again today.",
    "share-inside": "Share\n\nThe storm passed, and every port along the coast is open again today.",
    "label-without-date": "Last updated charts are in every port along the coast since today.",
    "number-without-number": "Release number of the form",
    "tags-above-prose": "Tags: Piers\n\nThe storm passed, and every port along the coast is open again today.",
    "paper-goes-on": "-more-\n\nThe pier is free.",
    "label-at-the-end": "Agency\n\nHarbor Office",
    "long-line": "The storm passed. " * 20,
    "contact-without-reach": "Contact\n\nCall any port.",
}
CUTS = {
    "paragraph": ("A pier opened today. It is lo", 'cut off in the body, after "A pier opened today. It is lo"'),
    "item": ("It has:\n\n  • lamps\n  • a dec", 'cut off in the body, after "• a dec"'),
    "full-stop": ("A pier opened today. It is long.", ""),
    "quotation": ("“It is long.”", ""),
    "newline": ("A pier opened today. It is lo\n", ""),
    "colon": ("A pier opened today. It has:\n", 'cut off in the body, after "A pier opened today. It has:"'),
    "furniture": ("A pier opened today. It is lo\nLast Updated: 01/20/2021\nWas this pa", ""),
    "contact": ("It is long\n\nContact: Press Office, 202-555-0100", ""),
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_body_ends(end: str) -> None:
    assert read_capture(f"{HEAD}{TEXT}\n\n{end}\n").body_html == f"<p>{TEXT}</p>"


@pytest.mark.parametrize("more", GOES_ON.values(), ids=GOES_ON)
def test_body_goes_on(more: str) -> None:
    assert more.split("\n")[-1].strip() in read_capture(f"{HEAD}{TEXT}\n\n{more}\n").body_html


@pytest.mark.parametrize(("body", "cut_off"), CUTS.values(), ids=CUTS)
def test_cut_is_told(body: str, cut_off: str) -> None:
    assert read_capture(HEAD + body).cut_off == cut_off


def test_contacts_inside_the_body_are_taken_out() -> None:
    draft = read_capture(f"{HEAD}{TEXT}\n\nContact: Press Office, 202-555-0100\n\nThe pier is free.\n")
    assert draft.contacts == (Contact("Press Office", "202-555-0100"),)
    assert draft.body_html == f"<p>{TEXT}</p>\n<p>The pier is free.</p>"


def test_two_contacts_apart_are_read() -> None:
    contacts = "Media Contacts\n\nPress Office\n202-555-0100\n\nField Office\nfield@harbor.example.gov\n"
    draft = read_capture(f"{HEAD}{TEXT}\n\n{contacts}")
    assert draft.contacts == (
        Contact("Press Office", "202-555-0100"),
        Contact("Field Office", "", "field@harbor.example.gov"),
    )


def test_contacts_under_the_mark_of_the_end_need_no_label() -> None:
    contacts = "Press Office\nHeadquarters\n202-555-0100\n\nField Office\nfield@harbor.example.gov\n"
    draft = read_capture(f"{HEAD}{TEXT}\n\n-end-\n\n{contacts}\nPiers are free.\n")
    assert draft.contacts == (
        Contact("Press Office", "202-555-0100"),
        Contact("Field Office", "", "field@harbor.example.gov"),
    )


def test_long_contact_block_is_bounded() -> None:
    draft = read_capture(f"{HEAD}{TEXT}\n\nContacts:\n" + "Press Office\n202-555-0100\n" * 40)
    assert draft.contacts == (Contact("Press Office", "202-555-0100"),)


def test_date_below_the_feedback_form_is_read() -> None:
    draft = read_capture(f"{HEAD}{TEXT}\n\nWas this page helpful?\nYes\nNo\nLast updated June 4, 2021\n")
    assert str(draft.last_updated) == "2021-06-04"


def test_single_sentence_above_the_date_is_the_body() -> None:
    draft = read_capture("Harbor Office Opens a Pier\n\nA pier opened today in Gull Bay.\n\nMarch 3, 2017\n")
    assert (draft.subtitle, draft.body_html) == ("", "<p>A pier opened today in Gull Bay.</p>")
    assert str(draft.release_date) == "2017-03-03"


def test_wrapped_lines_are_put_together() -> None:
    body = (
        "WASHINGTON -- The Harbor Office today opened a pier in Gull Bay. Its\n"
        "lamps are green, and its deck is made of 1,200 boards of oak that came\n"
        "12. from a ship; the rest is steel, which does not rot in the salt of a\n"
        "bay. The town paid for the deck, and the lamps are a gift of the yacht\n"
        "club, which has sailed from here for more than a hundred years in all\n"
        "weathers.\n\nA second pier follows.\n\n---\n\nPiers are free.\n"
    )
    draft = read_capture(HEAD + body)
    assert draft.body_html.count("<p>") == 3
    assert "oak that came 12. from a ship" in draft.body_html


def test_line_that_starts_small_goes_on() -> None:
    draft = read_capture(f"{HEAD}A pier opened in Gull Bay\nand it is long.\n")
    assert draft.body_html == "<p>A pier opened in Gull Bay and it is long.</p>"


def test_dateline_on_its_own_line_leaves_no_empty_paragraph() -> None:
    draft = read_capture(f"{HEAD}WASHINGTON –\n\n{TEXT}\n")
    assert (draft.dateline, draft.body_html) == ("WASHINGTON", f"<p>{TEXT}</p>")


def test_date_of_the_dateline_stands_in_and_is_reported() -> None:
    draft = read_capture(f"Harbor Office Opens a Pier\n\nWASHINGTON, March 3, 2017 — {TEXT}\n")
    assert str(draft.release_date) == "2017-03-03"
    assert draft.unsure == ("The page has no release date of its own; 2017-03-03 is that of its dateline.",)


def test_questions_and_quotations_are_no_headings() -> None:
    body = "Q: Who pays?\nA: The town.\n\n“We all do”\n\nThe town pays.\n"
    assert "<h2>" not in read_capture(HEAD + body).body_html


def test_second_heading_in_a_row_is_a_level_lower() -> None:
    assert (
        "<h2>The pier</h2>\n<h3>Its deck</h3>"
        in read_capture(f"{HEAD}{TEXT}\n\nThe pier\n\nIts deck\n\nOak.\n").body_html
    )


def test_markup_stays_inert() -> None:
    body = read_capture(f'{HEAD}<script>alert("1")</script> is text.\n\n  • <img src=x onerror=alert(1)>\n').body_html
    assert body == (
        "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; is text.</p>\n"
        "<ul><li>&lt;img src=x onerror=alert(1)&gt;</li></ul>"
    )
