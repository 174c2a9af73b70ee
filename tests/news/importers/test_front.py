"""Title, subtitle, breadcrumb and archive notice are told from the lines around them."""

from __future__ import annotations

import pytest

from govpage.news.importers.text import read_capture

TITLE = "Harbor Office Opens a Pier in Gull Bay"
DATE = "Release Date: March 3, 2017"
BODY = "\n\nA pier opened today in Gull Bay. It is long.\n"
BODY_HTML = "<p>A pier opened today in Gull Bay. It is long.</p>"

TITLES = {
    "first-line": f"{TITLE}\n\n{DATE}",
    "below-site-name": f"Harbor Office\n\n{TITLE}\n\n{DATE}",
    "below-agency-of-banner": f"Official website of the Harbor Wardens of the Coast\n\nHarbor Wardens\n\n{TITLE}\n\n{DATE}",
    "below-short-header": f"Skip to main content\n\nPort Talk\n\n{TITLE}\n\n{DATE}",
    "below-domain": f"harbor.example.gov\n\n{TITLE}\n\n{DATE}",
    "below-logo": f"Harbor Office Logo\n\n{TITLE}\n\n{DATE}",
    "below-facts": f"FOR IMMEDIATE RELEASE\nMarch 3, 2017\n\n{TITLE}",
    "below-site-and-facts": f"Harbor Line\n\nOffice of the Press Secretary\n\nFor Immediate Release\nMarch 3, 2017\n\n{TITLE}",
    "below-menu": f"Harbor Office\n\n  • News\n  • About\n\n{TITLE}\n\n{DATE}",
    "below-menu-of-short-lines": f"Harbor Topics\nPorts & Piers\nAbout Us\n\n{TITLE}\n\n{DATE}",
    "below-menu-and-trail": f"All the news of our ports\n\nHome > News\n\n{TITLE}\n\n{DATE}",
    "above-trail": f"{TITLE}\n\nHome > News\n\n{DATE}",
    "below-section-names": f"Newsroom / Press Releases\n\n{TITLE}\n\n{DATE}",
    "below-bars": f"About | Rules | Ports | News | Forms\n\n{TITLE}\n\n{DATE}",
    "below-search": f"Search harbor.example.gov\n\n{TITLE}\n\n{DATE}",
    "below-place": f"March 3, 2017\nGull Bay, ME, United States\n\n{TITLE}",
    "below-district": f"U.S. Harbor Guard 9th District Upper Lakes\n\n{TITLE}\n\n{DATE}",
    "above-box": f"{TITLE}\n\n{DATE}\n\nMore Resources\nList of piers\nVideo",
    "as-prepared": f"{TITLE}\n\n{DATE}\n\n(As prepared for delivery)",
    "below-notice": f"NOTICE: This office is closed until the money is voted.\n\n{TITLE}\n\n{DATE}",
    "below-window-title": f"{TITLE} | Harbor Office\n\n{TITLE}\n\n{DATE}",
    "with-site-behind": f"{TITLE} | Harbor Office\n\n{DATE}",
    "repeated": f"{TITLE}\n\n{DATE}\n\n{TITLE}",
    "as-last-crumb": f"Home > News > {TITLE}\n\nSafe and open ports for all of us\n\n{TITLE}\n\n{DATE}",
    "marked-archived": f"ARCHIVED: {TITLE}\n\n{DATE}",
    "office-under-it": f"{TITLE}\n\nOffice of Public Affairs\n\n{DATE}",
    "place-under-date": f"{TITLE}\n\n{DATE}\n\nGull Bay, Maine",
    "language-links": f"English\nEspañol\n\n{TITLE}\n\n{DATE}\nLeer en español",
    "names-an-office": f"{TITLE}\n\nOffice of Locks\n{DATE}",
    "rule": f"{TITLE}\n----------\n{DATE}",
}
SUBTITLES = {
    "under-title": (f"{TITLE}\nThe pier is the first in ten years\n\n{DATE}", "The pier is the first in ten years"),
    "sentence": (f"{TITLE}\n\nThe pier is the first in ten years.\n\n{DATE}", "The pier is the first in ten years."),
    "below-facts": (f"{DATE}\n\n{TITLE}\n\nThe pier is the first in ten years", "The pier is the first in ten years"),
    "none": (f"{TITLE}\n\n{DATE}", ""),
    "without-facts": (f"{TITLE}\n\nThe pier is the first in ten years", ""),
    "stock-heading": (f"{DATE}\n\n{TITLE}\n\nOverview", ""),
}
TRAILS = {
    "numbers": ("Breadcrumb\n\n  1. Home\n  2. News\n", ("Home", "News")),
    "numbers-apart": ("Breadcrumb\n\n1. Home\n\n2. News\n\n1. Apart\n", ("Home", "News")),
    "numbers-without-heading": ("  1. Home\n  2. News\n", ("Home", "News")),
    "numbers-without-home": ("Breadcrumb\n\n  1. News\n  2. 2017\n", ("News", "2017")),
    "signs": ("You are here\n\nHome » News\n", ("Home", "News")),
    "signs-behind-heading": ("You are here: Home > News\n", ("Home", "News")),
    "lines": ("Home\n> News\n> 2017\n", ("Home", "News", "2017")),
    "doubled-signs": ("Home >> News\n", ("Home", "News")),
    "dots": ("Home • News\n", ("Home", "News")),
    "lines-without-signs": (f"Home\nNews\n{TITLE}\n", ("Home", "News", TITLE)),
    "menu-between-bars": ("Home | Rules | Ports | News | Forms | Maps\n", ()),
    "trail-between-bars": (
        f"Home | Rules | Ports | News | 2017 | {TITLE}\n",
        ("Home", "Rules", "Ports", "News", "2017", TITLE),
    ),
    "lines-under-heading": ("You are here\n\nHome\nNews\n", ("Home", "News")),
    "spanish": ("Usted está aquí\n\nInicio / Noticias\n", ("Inicio", "Noticias")),
    "heading-alone": ("You are here\n\nHarbor Office\n", ()),
    "home-alone": ("Home\n\nHarbor Office\n", ()),
    "one-crumb": ("Breadcrumb\n\n  1. Home\n", ()),
}
ARCHIVED = {
    "heading-and-sentence": "Archived Content\n\nThe information on this page is out of date.\n",
    "heading": "ARCHIVED\n",
    "brackets": "[Archived Content]\n",
    "sentence": "This page has been archived and is no longer being updated.\n",
    "historical": "This is historical material “frozen in time”. The website is no longer updated.\n",
    "not-current": "This is not the current Harbor Office website.\n",
    "stamp": "Content Archived On: September 12, 2021\n",
    "span": "You are viewing: Archived Content\nInformation released online from January 20, 2009 to January 20, 2017.\n",
    "reference": "You are viewing archived material, kept for reference only.\n",
    "spanish": "Contenido archivado\n\nEsta página ya no se actualiza.\n",
}
NOT_ARCHIVED = {
    "crumb": f"Home > Archive > {TITLE}\n\n{TITLE}\n\n{DATE}{BODY}",
    "body": f"{TITLE}\n\n{DATE}\n\nThe Harbor Office archived 300 maps of old piers today.\n",
}


@pytest.mark.parametrize("front", TITLES.values(), ids=TITLES)
def test_title_is_found(front: str) -> None:
    draft = read_capture(front + BODY)
    assert (draft.title, draft.body_html) == (TITLE, BODY_HTML)


@pytest.mark.parametrize(("front", "subtitle"), SUBTITLES.values(), ids=SUBTITLES)
def test_subtitle_is_found(front: str, subtitle: str) -> None:
    draft = read_capture(front + BODY)
    assert (draft.title, draft.subtitle) == (TITLE, subtitle)


@pytest.mark.parametrize(("front", "labels"), TRAILS.values(), ids=TRAILS)
def test_breadcrumb_is_read(front: str, labels: tuple[str, ...]) -> None:
    draft = read_capture(f"{front}\n{TITLE}\n\n{DATE}{BODY}")
    assert (draft.breadcrumb, draft.title) == (labels, TITLE)


@pytest.mark.parametrize("notice", ARCHIVED.values(), ids=ARCHIVED)
@pytest.mark.parametrize("place", [0, 1, 2], ids=["above-title", "below-title", "below-date"])
def test_archive_notice_is_read(notice: str, place: int) -> None:
    parts = [f"{TITLE}\n", f"{DATE}\n"]
    draft = read_capture("\n".join([*parts[:place], notice, *parts[place:]]) + BODY)
    assert (draft.archived, draft.title, draft.body_html) == (True, TITLE, BODY_HTML)


@pytest.mark.parametrize("text", NOT_ARCHIVED.values(), ids=NOT_ARCHIVED)
def test_page_that_only_speaks_of_archives_is_not_archived(text: str) -> None:
    assert read_capture(text).archived is False


def test_archive_notice_is_kept() -> None:
    draft = read_capture(f"Archived Content\n\nThis page is no longer current.\n\n{TITLE}{BODY}")
    assert draft.archive_notice == "This page is no longer current."


def test_long_title_that_ends_as_a_question_is_kept() -> None:
    title = (
        "Testimony of the Chief of the Ice Branch of the Harbor Office Before the House Committee on Ports,"
        " Subcommittee on Winter, “Ice: Ready or Not?”"
    )
    assert read_capture(f"{title}\n\n{DATE}\n\nCannon Wharf Building{BODY}").title == title


def test_archive_sentence_below_related_pages_is_read() -> None:
    notice = "All content on this page is archived and no longer updated."
    draft = read_capture(f"{TITLE}\n\n{DATE}{BODY}\nRelated Posts\nHow Piers Are Built\n{notice}\n")
    assert (draft.archived, draft.archive_notice, draft.body_html) == (True, notice, BODY_HTML)


def test_archive_notice_under_the_body_is_read() -> None:
    draft = read_capture(f"{TITLE}\n\n{DATE}{BODY}\nArchived Content\n\nThis page is no longer current.\n")
    assert (draft.archived, draft.archive_notice) == (True, "This page is no longer current.")


def test_line_above_the_crumbs_title_is_reported() -> None:
    draft = read_capture(f"Home > News > {TITLE}\n\nSafe and open ports for all\n\n{TITLE}\n\n{DATE}{BODY}")
    assert draft.unsure == ('Line 3: "Safe and open ports for all" stands before the title and is left out.',)


def test_title_that_ends_like_an_office_is_kept() -> None:
    draft = read_capture(f"Harbor Office Names New Press Secretary\nShe starts in May\n\n{DATE}{BODY}")
    assert (draft.title, draft.subtitle) == ("Harbor Office Names New Press Secretary", "She starts in May")


def test_second_line_between_title_and_facts_is_reported() -> None:
    draft = read_capture(f"{TITLE}\n\nThe first in ten years\n\nA pier for all\n\n{DATE}{BODY}")
    assert draft.unsure == ('Line 5: "A pier for all" is not understood and is left out.',)


def test_speaker_among_the_facts_is_reported() -> None:
    draft = read_capture(f"{TITLE}\n\nRemarks\n\nHarbor Commissioner\n\nGull Bay, Maine\n\nMarch 3, 2017{BODY}")
    assert draft.unsure == ('Line 5: "Harbor Commissioner" is not understood and is left out.',)


def test_page_of_short_lines_is_read_as_title_and_body() -> None:
    draft = read_capture("\n\n".join(f"The pier of town number {n}" for n in range(60)) + "\n")
    assert (draft.title, draft.body_html.count("</h2>") + draft.body_html.count("</h3>")) == (
        "The pier of town number 0",
        58,
    )


def test_contents_without_entries_stay_in_the_body() -> None:
    draft = read_capture(f"{TITLE}\n\n{DATE}{BODY}\nContents\n\nThree crates of books came with it.\n")
    assert "<h2>Contents</h2>" in draft.body_html


def test_contents_with_unmarked_entries_are_taken_out() -> None:
    parts = "On this page\n\nThe deck\nThe lamps\n\nThe deck\n\nIt is new oak.\n\nThe lamps\n\nThey are green.\n"
    body = "<h2>The deck</h2>\n<p>It is new oak.</p>\n<h2>The lamps</h2>\n<p>They are green.</p>"
    assert read_capture(f"{TITLE}\n\n{DATE}\n\n{parts}").body_html == body


def test_contents_at_the_end_of_a_page_are_taken_out() -> None:
    draft = read_capture(f"{TITLE}\n\n{DATE}{BODY}\nOn this page\n\n1. The deck\n2. The lamps\n")
    assert draft.body_html == BODY_HTML


def test_heading_below_those_of_the_contents_is_a_level_lower() -> None:
    parts = (
        "On this page\n\n1. The deck\n2. The lamps\n\nThe deck\n\nOld boards\n\nThey are gone.\n\nThe lamps\n\nGreen.\n"
    )
    assert "<h2>The deck</h2>\n<h3>Old boards</h3>" in read_capture(f"{TITLE}\n\n{DATE}\n\n{parts}").body_html
