"""Axe with every rule that it has, in several views of a page that is loaded once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from govpage.audit import View
from govpage.audit.axe import page_context, run_axe
from govpage.audit.results import AuditResult, Finding
from govpage.audit.rules import RuleChoice
from govpage.audit.script import inject, newest_script

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

EVERY_RULE = RuleChoice(experimental=True, aaa=True)
VIEWS = [View(width=width, scheme=scheme) for width, scheme in product((320, 1280), ("light", "dark"))]
RIGHT_TO_LEFT = [View(width=width) for width in (320, 1280)]

OPEN = """
const closed = [...document.querySelectorAll("[aria-expanded=false]")].filter(button => button.checkVisibility());
closed.forEach(button => button.click());
return closed.length;
"""

LOOKED_AT = {
    "identical-links-same-purpose": "Only the hostile examples have it: all their labels are the same text.",
    "frame-tested": "What a preview of the gallery frames is a case of its own.",
    "hidden-content": "What is hidden at first is audited once more after every button has opened what it opens.",
}
"""What axe leaves to a person, and what a person has found."""


def problems(browser: Chrome, axe_folder: Path, views: Iterable[View]) -> list[str]:
    """What axe finds on the page that the browser shows, as it is and with everything opened, in each of the views."""
    inject(browser, newest_script(axe_folder))
    return [line for view in views for line in _problems_in(browser, view)]


def _problems_in(browser: Chrome, view: View) -> list[str]:
    view.apply(browser)
    found = _lines(run_axe(browser, page_context(None, ()), EVERY_RULE), view, "")
    if browser.execute_script(OPEN):
        found += _lines(run_axe(browser, page_context(None, ()), EVERY_RULE), view, ", opened")
    return found


def _lines(result: AuditResult, view: View, state: str) -> list[str]:
    left = [finding for finding in result.incomplete if finding.rule not in LOOKED_AT and not _is_hostile(finding)]
    return [_line(finding, view, state) for finding in (*result.violations, *left)]


def _is_hostile(finding: Finding) -> bool:
    """Whether axe cannot see what is behind a text of 200 letters, or of more than a text box shows; our own measure of
    contrast can."""
    return finding.rule.startswith("color-contrast") and all(
        "wwwwwwww" in node.html or node.html.startswith("<textarea") for node in finding.nodes
    )


def _line(finding: Finding, view: View, state: str) -> str:
    summaries = "\n".join(node.summary for node in finding.nodes)
    return f"{view.width} {view.scheme}{state}: {finding}\n{summaries}"
