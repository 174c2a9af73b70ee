"""Which rules a choice makes of those that axe knows."""

import pytest

from govpage.audit import NoRulesRan, UnknownName
from govpage.audit.axe import page_context
from govpage.audit.rules import RuleChoice

KNOWN = {
    "image-alt": frozenset({"wcag2a", "cat.text-alternatives"}),
    "target-size": frozenset({"wcag22aa"}),
    "region": frozenset({"best-practice"}),
    "hidden-content": frozenset({"best-practice", "experimental"}),
    "color-contrast-enhanced": frozenset({"wcag2aaa"}),
    "duplicate-id": frozenset({"wcag2a-obsolete", "deprecated"}),
}
DEFAULT = ["image-alt", "target-size", "region"]


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        pytest.param(RuleChoice(), DEFAULT, id="default"),
        pytest.param(RuleChoice(experimental=True), [*DEFAULT, "hidden-content"], id="experimental"),
        pytest.param(RuleChoice(aaa=True), [*DEFAULT, "color-contrast-enhanced"], id="aaa"),
        pytest.param(RuleChoice(tags=("best-practice",)), ["region"], id="tag"),
        pytest.param(RuleChoice(tags=("wcag2aaa",)), ["color-contrast-enhanced"], id="tag-asks-for-aaa"),
        pytest.param(RuleChoice(tags=("experimental",)), ["hidden-content"], id="tag-asks-for-experimental"),
        pytest.param(RuleChoice(rules=("duplicate-id",)), ["duplicate-id"], id="rule-by-name"),
        pytest.param(RuleChoice(tags=("wcag22aa",), rules=("region",)), ["target-size", "region"], id="tag-and-rule"),
        pytest.param(RuleChoice(skip=("region",)), ["image-alt", "target-size"], id="skip"),
    ],
)
def test_choice_of_rules(choice: RuleChoice, chosen: list[str]) -> None:
    assert choice.select(KNOWN) == chosen


def test_unknown_tag_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match=r"axe has no tag 'wcag2aaaa'. Did you mean 'wcag2aaa'"):
        RuleChoice(tags=("wcag2aaaa",)).select(KNOWN)


def test_unknown_rule_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match=r"axe has no rule 'img-alt'. Did you mean 'image-alt'"):
        RuleChoice(rules=("img-alt",)).select(KNOWN)


def test_unknown_rule_to_skip_is_refused() -> None:
    with pytest.raises(UnknownName, match="Did you mean 'region'"):
        RuleChoice(skip=("regions",)).select(KNOWN)


def test_name_like_no_other_is_refused_with_all() -> None:
    with pytest.raises(UnknownName, match=r"axe has no rule 'xyz'. Legal: color-contrast-enhanced, duplicate-id"):
        RuleChoice(rules=("xyz",)).select(KNOWN)


def test_choice_of_nothing_is_an_error() -> None:
    with pytest.raises(NoRulesRan, match=r"No rule is left.*region"):
        RuleChoice(rules=("region",), skip=("region",)).select(KNOWN)


def test_context_of_a_whole_page() -> None:
    assert page_context(None, ()) == {"exclude": []}


def test_context_of_one_part_without_another() -> None:
    assert page_context("main", ["nav", ".map"]) == {"include": [["main"]], "exclude": [["nav"], [".map"]]}


def test_context_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="include names nothing"):
        page_context([], ())
