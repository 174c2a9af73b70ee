"""Datelines are taken off, and other dashes are not."""

from __future__ import annotations

from datetime import date

import pytest

from govpage.news.importers.places import split_dateline

TEXT = "The Harbor Office opened a pier."
DATELINES = {
    "state": ("PORT ALDER, Texas – ", "PORT ALDER, Texas", None),
    "hyphen": ("WASHINGTON - ", "WASHINGTON", None),
    "tight-dash": ("WASHINGTON—", "WASHINGTON", None),
    "two-hyphens": ("WASHINGTON -- ", "WASHINGTON", None),
    "spaced-hyphens": ("Washington - - ", "Washington", None),
    "date-in-brackets": ("WASHINGTON, D.C. (March 3, 2017) — ", "WASHINGTON, D.C.", date(2017, 3, 3)),
    "date": ("WASHINGTON, March 3, 2017 — ", "WASHINGTON", date(2017, 3, 3)),
    "weekday-and-date": ("WASHINGTON, Friday, March 3, 2017 — ", "WASHINGTON", date(2017, 3, 3)),
    "date-without-year": ("BOSTON, March 3 – ", "BOSTON", None),
    "date-between-dashes": ("WASHINGTON – (March 3, 2017) – ", "WASHINGTON", date(2017, 3, 3)),
    "capital-without-comma": ("Washington D.C., March 3, 2017 — ", "Washington D.C.", date(2017, 3, 3)),
    "country": ("Gull Bay, ME, United States – ", "Gull Bay, ME, United States", None),
    "all-in-brackets": ("(GULL BAY, Maine) – ", "GULL BAY, Maine", None),
    "place-and-date-in-brackets": ("(Washington, D.C. – May 25, 2005) ", "Washington, D.C.", date(2005, 5, 25)),
    "small-letters-with-state": ("Port Alder, Wash. – ", "Port Alder, Wash.", None),
    "spanish": ("SAN JUAN, Puerto Rico – ", "SAN JUAN, Puerto Rico", None),
}
NO_DATELINES = {
    "no-dash": "The Harbor Office opened a pier.",
    "words": "Divers – trained for a year – found 12 wrecks.",
    "label": "UPDATE – The pier is open.",
    "acronym": "USHO – which runs 40 ports – opened a pier.",
    "capitals": "HARBOR SAFETY – A NEW PLAN FOR THE COAST",
    "date-inside": "WASHINGTON, March 3, 2017, a pier – The office opened it.",
    "unknown-place": "Some Town, Nowhere – The office opened a pier.",
    "number": "7 PORTS – The office opened them.",
    "small-region": "PORT ALDER, on the coast – The office opened a pier.",
    "signs": "PORT! ALDER – The office opened a pier.",
    "nothing": "– The office opened a pier.",
}


@pytest.mark.parametrize(("start", "place", "day"), DATELINES.values(), ids=DATELINES)
def test_dateline_is_taken_off(start: str, place: str, day: date | None) -> None:
    found = split_dateline(start + TEXT)
    assert found is not None
    assert (found.place, found.day, found.text) == (place, day, TEXT)


@pytest.mark.parametrize("paragraph", NO_DATELINES.values(), ids=NO_DATELINES)
def test_other_dash_is_no_dateline(paragraph: str) -> None:
    assert split_dateline(paragraph) is None
