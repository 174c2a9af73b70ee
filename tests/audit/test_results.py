"""Reading axe's JSON, and saying what it found."""

from typing import Any

import pytest

from govpage.audit import AuditResult, Finding, Impact, NodeFinding
from govpage.audit.results import read_result


def rule(impact: str | None, *nodes: dict[str, Any]) -> dict[str, Any]:
    """One rule of axe's JSON."""
    return {
        "id": "image-alt",
        "impact": impact,
        "help": "Images must have alternative text",
        "helpUrl": "https://help.example/image-alt",
        "tags": ["wcag2a"],
        "nodes": list(nodes),
    }


def node(*target: str | list[str], html: str = "<img>", **more: str) -> dict[str, Any]:
    """One element of axe's JSON."""
    return {"target": list(target), "html": html, "any": [], **more}


def result(**outcomes: list[dict[str, Any]]) -> AuditResult:
    """What is read from axe's JSON with these outcomes and no others."""
    empty: dict[str, Any] = {"violations": [], "incomplete": [], "passes": [], "inapplicable": []}
    data = {"url": "https://agency.example/", "testEngine": {"name": "axe-core", "version": "4.12.0"}}
    return read_result({**data, **empty, **outcomes})


def test_violation_is_read() -> None:
    found = result(violations=[rule("critical", node("#violation-1", failureSummary="Fix it"))])
    assert found.violations == (
        Finding(
            rule="image-alt",
            impact=Impact.CRITICAL,
            help="Images must have alternative text",
            help_url="https://help.example/image-alt",
            nodes=(NodeFinding("#violation-1", "<img>", "Fix it"),),
        ),
    )


def test_page_and_version_are_read() -> None:
    assert (result().url, result().axe_version) == ("https://agency.example/", "4.12.0")


def test_pass_has_no_impact_and_no_summary() -> None:
    [found] = result(passes=[rule(None, node("#pass-1"))]).passes
    assert found.impact is None
    assert found.nodes == (NodeFinding("#pass-1", "<img>", ""),)


def test_outcomes_are_told_apart_and_counted() -> None:
    found = result(violations=[rule("minor")], incomplete=[rule(None)], passes=[rule(None)] * 2, inapplicable=[])
    assert [len(found.violations), len(found.incomplete), len(found.passes), len(found.inapplicable)] == [1, 1, 2, 0]
    assert found.rules_run == 4


@pytest.mark.parametrize(
    ("target", "selector"),
    [
        pytest.param(["#a"], "#a", id="page"),
        pytest.param(["#frame", "#a"], "#frame >> #a", id="frame"),
        pytest.param([["#host", "#a"]], "#host >> #a", id="shadow"),
    ],
)
def test_selector_says_the_way(target: list[str | list[str]], selector: str) -> None:
    [found] = result(passes=[rule(None, node(*target))]).passes
    assert found.nodes[0].selector == selector


@pytest.mark.parametrize("impact", [impact.value for impact in Impact])
def test_violation_of_every_impact_fails(impact: str) -> None:
    with pytest.raises(AssertionError, match=f"image-alt \\({impact}\\)"):
        result(violations=[rule(impact, node("#violation-1"))]).assert_accessible()


def test_what_is_not_a_violation_does_not_fail() -> None:
    result(incomplete=[rule("serious", node("#incomplete-1"))], passes=[rule(None)]).assert_accessible()


def test_unknown_impact_is_an_error() -> None:
    with pytest.raises(ValueError, match="dreadful"):
        result(violations=[rule("dreadful")])


def test_report_of_violations() -> None:
    nodes = [node("#violation-1", html="<img id=violation-1>"), node("#violation-2", html="x" * 201)]
    assert result(violations=[rule("critical", *nodes), rule(None)]).report() == (
        "2 accessibility violations on https://agency.example/ (axe-core 4.12.0)\n\n"
        "image-alt (critical): Images must have alternative text\n"
        "  #violation-1\n"
        "    <img id=violation-1>\n"
        "  #violation-2\n"
        f"    {'x' * 200}\n"
        "  https://help.example/image-alt\n\n"
        "image-alt (no impact given): Images must have alternative text\n"
        "  https://help.example/image-alt"
    )
