"""Our markup has the structure of USWDS's, but for the departures that are declared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.uswds.cases import CASES, EACH_CASE, Case
from tests.uswds.changes import Attributes, Removed, Wrapped, found
from tests.uswds.conftest import Compare
from tests.uswds.departures import DEPARTURES, Departure
from tests.uswds.tree import outline, parse, similarity, tokens

pytestmark = pytest.mark.browser

ENOUGH = 0.98
"""Share of the structure that is USWDS's, its declared departures counted in."""

EACH_DEPARTURE = [
    pytest.param(departure, id=f"{departure.group}-{departure.what.lower().replace(' ', '-')[:40]}")
    for departure in DEPARTURES
]


@pytest.mark.parametrize("case", EACH_CASE)
def test_structure_is_that_of_uswds(compare: Compare, case: Case) -> None:
    comparison = compare(case)
    assert comparison.score() >= ENOUGH, comparison.difference()


@pytest.mark.parametrize("case", EACH_CASE)
def test_landmarks_and_headings_are_those_of_uswds(compare: Compare, case: Case) -> None:
    ours, theirs = compare(case).outlines()
    assert [line.split()[0] for line in ours] == [line.split()[0] for line in theirs]


@pytest.mark.parametrize("departure", EACH_DEPARTURE)
def test_departure_is_needed(compare: Compare, departure: Departure) -> None:
    others = [other for other in DEPARTURES if other is not departure]
    cases = [compare(case) for case in CASES if case.group == departure.group]
    assert any(comparison.score(others) < comparison.score() for comparison in cases)


def test_only_a_footer_without_a_sign_up_lacks_its_column(compare: Compare) -> None:
    departure = next(departure for departure in DEPARTURES if departure.what.startswith("Without a sign-up"))
    everywhere = [replace(other, states=()) if other is departure else other for other in DEPARTURES]
    comparison = compare(next(case for case in CASES if case.id == "footer-sign-up"))
    assert comparison.score() == 1 > comparison.score(everywhere)


# The measure finds faults

NAV = '<nav aria-label="A"><ul class="usa-sidenav"><li><a href="/">1</a></li><li><a href="/">2</a></li></ul></nav>'
LABEL = '<label for="a">A</label><input class="usa-input" id="a"><input class="usa-input" id="b">'


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        pytest.param(NAV, NAV.replace("usa-sidenav", "usa-list"), id="class"),
        pytest.param(NAV, NAV.replace("nav ", "section ").replace("/nav", "/section"), id="element"),
        pytest.param(NAV, NAV.replace("<nav ", '<nav role="menu" '), id="role"),
        pytest.param(NAV, NAV.replace('"A"', '"B"'), id="aria"),
        pytest.param(NAV, NAV.replace("<a ", "<a aria-current=page ", 1), id="state"),
        pytest.param(NAV, NAV.replace("<ul", "<div><ul").replace("ul>", "ul></div>"), id="wrapper"),
        pytest.param(NAV, NAV.replace("</li><li><a", "<a").replace("2</a>", "2</a>"), id="nesting"),
        pytest.param(NAV, NAV.replace("</ul></nav>", "</ul></nav>").replace("<li><a href=\"/\">2</a></li>", ""), id="missing"),
        pytest.param(LABEL, LABEL.replace('for="a"', 'for="b"'), id="relation"),
        pytest.param(LABEL, LABEL.replace('for="a"', 'for="c"'), id="broken-relation"),
    ],
)  # fmt: skip
def test_planted_fault_costs_more_than_is_allowed(html: str, fault: str) -> None:
    assert similarity(tokens(parse(html)), tokens(parse(html))) == 1
    assert similarity(tokens(parse(html)), tokens(parse(fault))) < ENOUGH


def test_order_counts() -> None:
    assert similarity(["a", "b", "c"], ["c", "b", "a"]) == 1 / 3


def test_a_class_of_ours_does_not_count() -> None:
    assert tokens(parse('<p class="gov-a usa-b"></p>')) == tokens(parse('<p class="usa-b"></p>'))


def test_wrong_nesting_of_a_whole_component_is_found(compare: Compare) -> None:
    case = next(case for case in CASES if case.id == "banner-default")
    wrong = compare(case).ours()
    assert Wrapped("p.usa-banner__header-text", "<div></div>")(wrong)
    assert similarity(tokens(wrong), tokens(compare(case).theirs())) < ENOUGH


def test_what_is_not_closed_is_refused() -> None:
    with pytest.raises(ValueError, match="</ul> closes <li>"):
        parse("<ul><li></ul>")


def test_outline_says_landmarks_and_headings() -> None:
    html = '<header><nav aria-label="A"><h2>B</h2></nav></header><section><h3>C</h3></section>'
    assert outline(parse(html)) == ["banner", "  navigation A", "    h2 B", "h3 C"]


@pytest.mark.parametrize("change", [Removed("b"), Attributes("b", {"c": "d"}), Wrapped("b", "<i></i>")])
def test_change_without_an_element_says_so(change: Removed | Attributes | Wrapped) -> None:
    assert change(parse("<a></a>")) is False


@pytest.mark.parametrize(
    ("selector", "count"),
    [("li", 2), ("li::first", 1), ("li::later", 1), ("ul li::last a", 1), ("a[href=/]", 2), ("ul.!usa-sidenav", 0), ("nav.usa-a", 0), ("li::empty", 0), ("a::empty", 2)],
)  # fmt: skip
def test_selector(selector: str, count: int) -> None:
    assert len(found(parse(NAV), selector)) == count
