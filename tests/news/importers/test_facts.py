"""Facts are read in the many wordings that agencies have for them."""

from __future__ import annotations

from typing import Any

import pytest

from govpage.news.importers.text import read_capture

TITLE = "Harbor Office Opens a Pier in Gull Bay\n\n"
BODY = "\n\nA pier opened today in Gull Bay. It is long.\n"
BODY_ES = "\n\nLa oficina abre hoy el muelle de la bahía. Es largo.\n"
PRESS = {"name": "Press Office", "phone": "202-555-0100", "email": "press@harbor.example.gov"}

FACTS: dict[str, tuple[str, dict[str, Any]]] = {
    "label-and-value": ("Release Date: March 3, 2017", {"release_date": "2017-03-03"}),
    "label-without-colon": ("Release Date March 3, 2017", {"release_date": "2017-03-03"}),
    "value-below": ("Release Date\n\n03/03/2017", {"release_date": "2017-03-03"}),
    "two-labels-in-a-row": (
        "Release Date Release Number\nHO-17-1\nRelease Date:\nMarch 3, 2017",
        {"release_date": "2017-03-03", "release_number": "HO-17-1"},
    ),
    "two-labels-date-first": (
        "Release Date Release Number\nMarch 3, 2017\nHO-17-1",
        {"release_date": "2017-03-03", "release_number": "HO-17-1"},
    ),
    "labels-of-columns": (
        "Release Date\nRelease Number\nMarch 3, 2017\nHO-17-1",
        {"release_date": "2017-03-03", "release_number": "HO-17-1"},
    ),
    "labels-run-on": (
        "Release Date: March 3, 2017 Release Number: HO-17-1",
        {"release_date": "2017-03-03", "release_number": "HO-17-1"},
    ),
    "dates-run-on": (
        "Published: March 3, 2017 Last Updated: March 4, 2017",
        {"release_date": "2017-03-03", "last_updated": "2017-03-04"},
    ),
    "label-without-value": ("Release Date:\n\nLast Updated: March 4, 2017", {"last_updated": "2017-03-04"}),
    "iso-with-hour": ("Date Published: 2021-03-04T10:00:00Z", {"release_date": "2021-03-04"}),
    "bare": ("Wednesday, August 1, 2018", {"release_date": "2018-08-01"}),
    "place-and-date": ("Washington, D.C., March 3, 2017", {"release_date": "2017-03-03"}),
    "side-by-side": ("March 3, 2017 | Gull Bay, ME | Office of Locks", {"release_date": "2017-03-03"}),
    "columns": ("For Immediate Release      March 3, 2017", {"release_date": "2017-03-03"}),
    "labels-in-columns": (
        "Release Date: March 3, 2017      Release Number: HO-17-1",
        {"release_date": "2017-03-03", "release_number": "HO-17-1"},
    ),
    "immediate-and-number": ("FOR IMMEDIATE RELEASE No. 18-123", {"release_number": "18-123"}),
    "immediate-and-office": ("For Immediate Release - Office of Public Affairs", {"release_date": None}),
    "posted-by": ("Posted by Press Office on March 3, 2017", {"release_date": "2017-03-03"}),
    "published-by-behind": ("Published March 3, 2017 by Press Office", {"release_date": "2017-03-03"}),
    "reviewed-and-updated": (
        "Last Reviewed/Updated: 03/04/2017",
        {"last_reviewed": "2017-03-04", "last_updated": "2017-03-04", "release_date": None},
    ),
    "number-label": ("Press Release Number: 16-255", {"release_number": "16-255"}),
    "number-with-words": ("Release Number:\nHO-4332-TX NR 021", {"release_number": "HO-4332-TX NR 021"}),
    "number-after-release": ("Release: 12-345", {"release_number": "12-345", "release_date": None}),
    "number-bare": ("NR-072-17", {"release_number": "NR-072-17"}),
    "number-label-without-number": ("No. of piers is rising", {"release_number": None}),
    "location-and-language": (
        "Location: Gull Bay\nLanguage: English\nRelease Date: March 3, 2017",
        {"release_date": "2017-03-03"},
    ),
    "location-below": ("Location:\nGull Bay\n\nRelease Date: March 3, 2017", {"release_date": "2017-03-03"}),
    "location-without-colon": ("Location\n\nMarch 3, 2017", {"release_date": "2017-03-03"}),
    "topics": ("March 3, 2017\nTopics: Piers, Storms", {"release_date": "2017-03-03"}),
    "topics-below": ("March 3, 2017\n\nTopics:\nPiers\nStorms", {"release_date": "2017-03-03"}),
    "kind-before-label": ("ALERT: Release Date 08/31/2017", {"release_date": "2017-08-31"}),
    "kind-and-number": ("MEDIA ADVISORY M19-014\nMarch 3, 2017", {"release_number": "M19-014"}),
    "number-of-small-letters": ("March 3, 2017\njy1107", {"release_number": "jy1107"}),
    "current-as-of": ("Content current as of: March 4, 2017", {"last_updated": "2017-03-04"}),
    "posted-in": ("March 3, 2017\nPosted in Piers, Storms", {"release_date": "2017-03-03"}),
    "saved-by": ("Sat, 09/02/2017 - 12:00 — webmaster", {"release_date": "2017-09-02"}),
    "hour-below": ("March 3, 2017\n3:06 pm", {"release_date": "2017-03-03"}),
    "site-address": ("March 3, 2017\nwww.harbor.example.gov", {"release_date": "2017-03-03"}),
    "embargo": (
        "EMBARGOED UNTIL 10:00 a.m. EST, March 3, 2020",
        {"embargo": "2020-03-03T10:00:00-05:00", "release_date": "2020-03-03"},
    ),
    "embargo-on-three-lines": (
        "Embargoed for release until:\n8:30 a.m. EDT\nThursday, July 2, 2020",
        {"embargo": "2020-07-02T08:30:00-04:00"},
    ),
    "embargo-sentence": (
        "This material is embargoed until 8:30 a.m. (EST) Friday, March 6, 2020      HOL-20-0380",
        {"embargo": "2020-03-06T08:30:00-05:00", "release_number": "HOL-20-0380"},
    ),
    "embargo-sentence-on-two-lines": (
        "This material is embargoed until\n8:30 a.m. (EST) Friday, March 6, 2020",
        {"embargo": "2020-03-06T08:30:00-05:00"},
    ),
    "embargo-and-release-date": (
        "Release Date: March 2, 2020\nEmbargo: 10 a.m. ET, March 3, 2020",
        {"embargo": "2020-03-03T10:00:00-05:00", "release_date": "2020-03-02"},
    ),
    "for-release-at-an-hour": (
        "FOR RELEASE: 10:00 a.m. EST, March 3, 2020",
        {"embargo": "2020-03-03T10:00:00-05:00", "release_date": "2020-03-03"},
    ),
    "embargo-without-hour": ("Embargoed until March 3, 2020", {"embargo": None, "release_date": None}),
    "contact-on-a-line": (
        "Contact: Press Office, 202-555-0100, press@harbor.example.gov",
        {"contacts": [PRESS]},
    ),
    "contact-in-a-sentence": (
        "Media contact Press Office at 202-555-0100 or press@harbor.example.gov\nMarch 3, 2017",
        {"contacts": [{**PRESS, "name": "Press Office"}]},
    ),
    "contact-block": (
        "Contact:\nPress Office\nPhone: 202-555-0100\nE-mail: press@harbor.example.gov",
        {"contacts": [PRESS]},
    ),
    "contact-block-apart": (
        "Contact Information\n\nPress Office (press@harbor.example.gov)\n\n202-555-0100",
        {"contacts": [PRESS]},
    ),
    "contact-with-fax": (
        "Contact: Press Office\nFax: 202-555-0199\n202-555-0100\npress@harbor.example.gov",
        {"contacts": [PRESS]},
    ),
    "contact-twice": (
        "Contact: Press Office; Field Office, 202-555-0101",
        {"contacts": [{"name": "Press Office", "phone": "202-555-0101"}]},
    ),
    "two-contacts": (
        "Contacts: Press Office, 202-555-0100; Field Office, 202-555-0101",
        {
            "contacts": [
                {"name": "Press Office", "phone": "202-555-0100"},
                {"name": "Field Office", "phone": "202-555-0101"},
            ]
        },
    ),
    "number-under-its-office": (
        "For Immediate Release\nOffice of Locks\n202-555-0100",
        {"contacts": [{"name": "Office of Locks", "phone": "202-555-0100"}]},
    ),
    "contacts-by-purpose": (
        "Inquiries\nMedia: Press Office\n202-555-0100\nConsumer: Field Office\n202-555-0101",
        {
            "contacts": [
                {"name": "Press Office", "phone": "202-555-0100"},
                {"name": "Field Office", "phone": "202-555-0101"},
            ]
        },
    ),
    "contacts-under-their-labels": (
        "Technical information:\n202-555-0101 • www.harbor.example.gov\nMedia contact:\n202-555-0100",
        {"contacts": [{"phone": "202-555-0101"}, {"phone": "202-555-0100"}]},
    ),
    "contact-with-use-of-number": (
        "Contact: Press Office, 202-555-0100 (office)",
        {"contacts": [{"name": "Press Office", "phone": "202-555-0100"}]},
    ),
    "contact-with-labels-on-lines": (
        "Contact\n\nPress Office\nEmail:\npress@harbor.example.gov\nPhone:\n202-555-0100",
        {"contacts": [PRESS]},
    ),
    "same-contact-twice": (
        "Contact: Press Office, 202-555-0100\nRelease Date: March 3, 2017\nContact: Press Office, 202-555-0100",
        {"contacts": [{"name": "Press Office", "phone": "202-555-0100"}]},
    ),
    "letters-in-a-number": ("Contact: 800-555-HELP", {"contacts": [{"phone": "800-555-HELP"}]}),
}
SPANISH: dict[str, tuple[str, dict[str, Any]]] = {
    "fecha": ("Fecha de publicación: 9 de enero de 2018", {"release_date": "2018-01-09"}),
    "publicado-por": ("Publicado el 3 de marzo de 2020 por Oficina de Prensa", {"release_date": "2020-03-03"}),
    "numero": ("Número de comunicado: OP-22-014", {"release_number": "OP-22-014"}),
    "comunicado-no": ("Comunicado No. 22-014", {"release_number": "22-014"}),
    "inmediata": ("Para publicación inmediata: 9 de enero de 2018", {"release_date": "2018-01-09"}),
    "embargo": (
        "EMBARGADO HASTA LAS 2:00 p. m., hora del Este, 7 de julio de 2021",
        {"embargo": "2021-07-07T14:00:00-04:00"},
    ),
    "contacto": (
        "Contacto de prensa:\nOficina de Prensa\nTeléfono: 202-555-0188",
        {"contacts": [{"name": "Oficina de Prensa", "phone": "202-555-0188"}]},
    ),
    "revision": ("Última revisión: 9 de enero de 2018", {"last_reviewed": "2018-01-09", "last_updated": None}),
    "actualizacion": ("Página actualizada el 9 de enero de 2018", {"last_updated": "2018-01-09"}),
}
BYLINES = {
    "colon": ("By: Press Office", "Press Office"),
    "role": ("By: Press Office\nOffice of Locks", "Press Office, Office of Locks"),
    "date-behind": ("By Press Office on March 3, 2017", "Press Office"),
    "no-colon": ("By Press Office, Harbor Office", "Press Office, Harbor Office"),
    "posted": ("Posted by Press Office on March 3, 2017", "Press Office"),
    "behind": ("Published March 3, 2017 by Press Office", "Press Office"),
    "spanish": ("Por: Oficina de Prensa", "Oficina de Prensa"),
    "no-byline": ("March 3, 2017\n\nBy the Numbers", ""),
    "nobody": ("Published the day before March 3, 2017", ""),
}
DOUBTS = {
    "impossible-date": ("Release Date: 02/30/2020", "Line 3: 02/30/2020 is no date, so check the release date."),
    "impossible-bare-date": ("02/30/2020", "Line 3: 02/30/2020 is no date, so check the release date."),
    "two-release-dates": (
        "Release Date: March 3, 2017\nRelease Date: March 4, 2017",
        "Line 4: there is a second release date, 2017-03-04, and 2017-03-03 is kept.",
    ),
    "two-bare-dates": (
        "March 3, 2017\nMarch 4, 2017",
        "Line 4: there is a second date, 2017-03-04, and 2017-03-03 is kept.",
    ),
    "two-numbers": (
        "Release Number: HO-17-1\nRelease Number: HO-17-2",
        "Line 4: there is a second release number, HO-17-2, and HO-17-1 is kept.",
    ),
    "year-of-two-digits": (
        "Release Date: 03/04/22",
        "Line 3: 03/04/22 has a year of two digits, so check the release date.",
    ),
    "embargo-without-zone": (
        "Embargo: June 3, 2020, 14:00",
        "Line 3: the embargo is unsure: it names no time zone; Eastern time is assumed.",
    ),
    "embargo-without-date": ("Embargoed until further notice", "Line 3: the embargo is unsure: it names no date."),
    "no-date": ("Contact: Press Office", "The page names no release date."),
    "topic-under-a-date": ("March 3, 2017\nLock Safety", 'Line 4: "Lock Safety" is not understood and is left out.'),
    "saved-by": (
        "Sat, 09/02/2017 - 12:00 — webmaster",
        'Line 3: "webmaster" is not understood and is left out.',
    ),
    "topic-beside-a-date": ("March 3, 2017 | Lock Safety", 'Line 3: "Lock Safety" is not understood and is left out.'),
}
KINDS = {
    "media-advisory": ("Media Advisory\n\n" + TITLE + "March 3, 2017", "media_advisory"),
    "fact-sheet-in-title": ("Fact Sheet: A Plan for Clean Harbors\n\nMarch 3, 2017", "fact_sheet"),
    "statement-in-title": ("Statement from the Harbor Office on Piers\n\nMarch 3, 2017", "statement"),
    "remarks-in-trail": (
        "Home > Remarks > Harbors in Winter and Spring\n\nHarbors in Winter and Spring\n\nMarch 3, 2017",
        "remarks",
    ),
    "testimony": ("Written Testimony of the Harbor Office for a Hearing\n\nMarch 3, 2017", "testimony"),
    "blog": (TITLE + "By: Press Office", "blog"),
    "press-release": (TITLE + "Joint Press Release\nMarch 3, 2017", "press_release"),
}


@pytest.mark.parametrize(("front", "want"), FACTS.values(), ids=FACTS)
def test_fact_is_read_in_front(front: str, want: dict[str, Any]) -> None:
    got = read_capture(TITLE + front + BODY).as_json()
    assert {key: got[key] for key in want} == want


@pytest.mark.parametrize(("front", "want"), SPANISH.values(), ids=SPANISH)
def test_fact_is_read_in_spanish(front: str, want: dict[str, Any]) -> None:
    got = read_capture("La oficina abre un muelle en la bahía\n\n" + front + BODY_ES).as_json()
    assert {key: got[key] for key in want} == want
    assert got["language"] == "es"


@pytest.mark.parametrize(("front", "byline"), BYLINES.values(), ids=BYLINES)
def test_byline(front: str, byline: str) -> None:
    assert read_capture(TITLE + front + BODY).byline == byline


@pytest.mark.parametrize(("front", "doubt"), DOUBTS.values(), ids=DOUBTS)
def test_doubt_is_reported(front: str, doubt: str) -> None:
    assert doubt in read_capture(TITLE + front + BODY).unsure


@pytest.mark.parametrize(("front", "kind"), KINDS.values(), ids=KINDS)
def test_kind(front: str, kind: str) -> None:
    assert read_capture(front + BODY).kind == kind


def test_doubts_are_bounded() -> None:
    days = "\n".join(f"March 3, {year}" for year in range(1901, 1999))
    assert len(read_capture(TITLE + days + BODY).unsure) == 50
