"""The audit of the page that a browser shows."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .browser import scripting_on
from .errors import AuditError
from .results import AuditResult, read_result
from .rules import NoRulesRan, RuleChoice
from .script import inject, newest_script

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

RULES = "return axe.getRules().map(rule => [rule.ruleId, rule.tags])"

RUN = """
const [context, options, done] = arguments;
async function run() {
  const absent = (context.include || []).flat().filter(selector => !document.querySelector(selector));
  if (absent.length) throw new Error(`No element matches ${absent.join(" or ")}`);
  return axe.run(context, options);
}
run().then(result => done({result}), error => done({error: String(error)}));
"""


class AxeFailed(AuditError):
    """axe itself gave an error, for example for a selector that matches nothing."""


def audit_page(
    driver: "WebDriver",
    *,
    include: str | Collection[str] | None = None,
    exclude: str | Collection[str] = (),
    experimental: bool = False,
    aaa: bool = False,
    tags: str | Collection[str] = (),
    rules: str | Collection[str] = (),
    skip: str | Collection[str] = (),
    axe_folder: Path | None = None,
) -> AuditResult:
    """Run axe on the page that the browser shows: every rule for WCAG A and AA and best practice, unless told.

    `include` and `exclude` are CSS selectors; `tags`, `rules` and `skip` are axe's names; `axe_folder` is where the
    npm package axe-core is. Rules about the page as a whole run only without `include`.

    Raises:  AxeFailed, AxeMissing, AxeTooOld, NoRulesRan, UnknownName
    """
    choice = RuleChoice(_names(tags), _names(rules), _names(skip), experimental, aaa)
    with scripting_on(driver):
        inject(driver, newest_script(axe_folder))
        return run_axe(driver, page_context(include, exclude), choice)


def run_axe(driver: "WebDriver", context: dict[str, Any], choice: RuleChoice) -> AuditResult:
    """Run the chosen rules of the axe that is in the page already.

    Shape:   `context` as `page_context` makes it
    Raises:  AxeFailed, NoRulesRan, UnknownName
    """
    known = {rule: frozenset(tags) for rule, tags in driver.execute_script(RULES)}
    options = {"runOnly": {"type": "rule", "values": choice.select(known)}}
    answer = driver.execute_async_script(RUN, context, options)
    if "error" in answer:
        raise AxeFailed(f"axe gave an error on {driver.current_url}: {answer['error']}")
    result = read_result(answer["result"])
    if not result.rules_run:
        raise NoRulesRan(f"None of the rules chosen by {choice} applies to {context}.")
    return result


def page_context(include: str | Collection[str] | None, exclude: str | Collection[str]) -> dict[str, Any]:
    """The part of the page to look at, in axe's form.

    Raises:  ValueError if `include` holds no selector
    """
    context: dict[str, Any] = {"exclude": _selectors(exclude)}
    if include is None:
        return context
    if not include:
        raise ValueError("include names nothing. Legal: None for the whole page, or at least one selector.")
    return context | {"include": _selectors(include)}


def _selectors(value: str | Collection[str]) -> list[Sequence[str]]:
    return [[selector] for selector in _names(value)]


def _names(value: str | Collection[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
