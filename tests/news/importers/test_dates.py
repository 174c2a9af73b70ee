"""Dates, hours and embargoes in the wordings of agencies."""

from __future__ import annotations

from datetime import date

import pytest

from govpage.news.importers.dates import find_date, find_moment, is_time, whole_date

WHOLE = {
    "month-first": ("March 3, 2017", date(2017, 3, 3)),
    "abbreviated": ("Sept. 3, 2017", date(2017, 9, 3)),
    "ordinal": ("March 3rd, 2017", date(2017, 3, 3)),
    "weekday": ("Wednesday, August 1, 2018", date(2018, 8, 1)),
    "weekday-and-numbers": ("Fri, 03/03/2017", date(2017, 3, 3)),
    "hour-and-zone": ("Tuesday, May 5, 2015 - 2:00 p.m. EDT", date(2015, 5, 5)),
    "day-first": ("3 March 2017", date(2017, 3, 3)),
    "united-states-order": ("03/04/2022", date(2022, 3, 4)),
    "dots": ("3.4.2022", date(2022, 3, 4)),
    "iso": ("2022-03-04", date(2022, 3, 4)),
    "iso-with-hour": ("2021-03-04T10:00:00Z", date(2021, 3, 4)),
    "spanish": ("9 de enero de 2018", date(2018, 1, 9)),
    "spanish-del": ("1.º de marzo del 2018", date(2018, 3, 1)),
    "spanish-weekday": ("miércoles, 1 de junio de 2022", date(2022, 6, 1)),
    "spanish-month-first": ("septiembre 2, 2017", date(2017, 9, 2)),
    "spanish-hour": ("7 de julio de 2021 a las 2:00 p. m., hora del Este", date(2021, 7, 7)),
}
NOT_WHOLE = {
    "no-year": "Friday, September 1",
    "sentence": "A second round will begin on May 1, 2017.",
    "range": "March 3-4, 2017",
    "two-dates": "March 3, 2017 - March 5, 2017",
    "version": "1.2.3.2017",
    "words": "the office",
    "long": "March 3, 2017" + " " * 400,
}
IMPOSSIBLE = {
    "february-30": ("02/30/2020", "02/30/2020 is no date"),
    "european-order": ("25/12/2017", "25/12/2017 is no date"),
    "year-zero": ("March 3, 0017", "March 3, 0017 is no plausible year"),
}
MOMENTS = {
    "eastern-winter": ("EMBARGOED UNTIL 10:00 a.m. EST, March 3, 2020", "2020-03-03T10:00:00-05:00", ""),
    "eastern-any": ("until 12:01 A.M. ET, March 30, 2020", "2020-03-30T00:01:00-04:00", ""),
    "central": ("July 2, 2020 at 8:30 a.m. Central Daylight Time", "2020-07-02T08:30:00-05:00", ""),
    "pacific": ("12 p.m. PT March 3, 2020", "2020-03-03T12:00:00-08:00", ""),
    "noon": ("noon ET March 3, 2020", "2020-03-03T12:00:00-05:00", ""),
    "midnight": ("medianoche, hora del Este, 3 de marzo de 2020", "2020-03-03T00:00:00-05:00", ""),
    "24-hours": ("14:30 UTC, 2020-03-03", "2020-03-03T14:30:00+00:00", ""),
    "puerto-rico": ("10:00 a. m. AST, 3 de marzo de 2020", "2020-03-03T10:00:00-04:00", ""),
    "zone-apart": ("Eastern time: March 3, 2020, 10:00 a.m.", "2020-03-03T10:00:00-05:00", ""),
    "no-zone": ("10 a.m. March 3, 2020", "2020-03-03T10:00:00-05:00", "it names no time zone; Eastern time is assumed"),
    "wrong-season": (
        "10 a.m. EST July 3, 2020",
        "2020-07-03T10:00:00-04:00",
        "it names EST, but EDT is in force on that day",
    ),
    "no-date": ("10 a.m. EST", None, "it names no date"),
    "impossible-date": ("10 a.m. EST 02/30/2020", None, "02/30/2020 is no date"),
    "no-hour": ("March 3, 2020", None, "it names no hour"),
    "hour-13": ("13:00 p.m. EST March 3, 2020", None, "it names no hour"),
    "hour-25": ("25:00 EST March 3, 2020", None, "it names no hour"),
}
TIMES = {"3:06 pm": True, "2:00 p.m. EDT": True, "14:00 horas": True, "noon": True, "3 ports": False, "at": False}


@pytest.mark.parametrize(("text", "day"), WHOLE.values(), ids=WHOLE)
def test_date_is_read(text: str, day: date) -> None:
    found = whole_date(text)
    assert found is not None
    assert (found.day, found.problem) == (day, "")


@pytest.mark.parametrize("text", NOT_WHOLE.values(), ids=NOT_WHOLE)
def test_text_is_more_or_less_than_a_date(text: str) -> None:
    assert whole_date(text) is None


@pytest.mark.parametrize(("text", "problem"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_impossible_date_is_reported(text: str, problem: str) -> None:
    found = find_date(text)
    assert found is not None
    assert (found.day, found.problem) == (None, problem)


def test_year_of_two_digits_is_read_and_reported() -> None:
    found = find_date("03/04/22")
    assert found is not None
    assert (found.day, found.problem) == (date(2022, 3, 4), "03/04/22 has a year of two digits")


@pytest.mark.parametrize(("text", "when", "problem"), MOMENTS.values(), ids=MOMENTS)
def test_moment_is_read(text: str, when: str | None, problem: str) -> None:
    moment = find_moment(text)
    assert (moment.when and moment.when.isoformat(), moment.problem) == (when, problem)


@pytest.mark.parametrize(("text", "verdict"), TIMES.items(), ids=TIMES)
def test_hour_is_recognised(text: str, verdict: bool) -> None:
    assert is_time(text) is verdict
