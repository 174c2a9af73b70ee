"""The audit on pages whose ids say the verdict, under the Content-Security-Policy that the kit promises."""

from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import gettempdir
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from govpage.audit import (
    AuditResult,
    AxeFailed,
    AxeTooOld,
    Finding,
    Impact,
    NoRulesRan,
    UnknownName,
    View,
    open_browser,
)
from govpage.audit.script import bundled_script, inject, newest_script, npm_script

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

Audit = Callable[..., AuditResult]
PAGES = Path(__file__).parent.parent / "audit" / "pages"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'"
)


class StrictHandler(SimpleHTTPRequestHandler):
    """Serves the pages under the strict policy, silently."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CSP)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="module")
def pages() -> Iterator[str]:
    """The address under which the pages are served."""
    handler = partial(StrictHandler, directory=str(PAGES))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def ids(findings: tuple[Finding, ...], rule: str) -> set[str]:
    """The selectors that a rule reports among the findings."""
    return {node.selector for finding in findings if finding.rule == rule for node in finding.nodes}


@pytest.mark.parametrize(
    ("page", "rule", "violations"),
    [
        ("image_alt", "image-alt", {"#violation-1"}),
        ("color_contrast", "color-contrast", {"#violation-1"}),
        ("target_size", "target-size", {"#violation-1", "#violation-2"}),
        ("empty_heading", "empty-heading", {"#violation-1"}),
        ("label", "label", {"#violation-1"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_rule_tells_violation_from_pass(audit: Audit, pages: str, page: str, rule: str, violations: set[str]) -> None:
    result = audit(f"{pages}/{page}.html")
    assert ids(result.violations, rule) == violations
    assert "#pass-1" in ids(result.passes, rule)


def test_clean_page_is_accessible(audit: Audit, pages: str) -> None:
    result = audit(f"{pages}/clean.html")
    result.assert_accessible()
    assert result.url == f"{pages}/clean.html"
    assert {"document-title", "landmark-one-main"} <= {finding.rule for finding in result.passes}


def test_violation_fails_the_assertion(audit: Audit, pages: str) -> None:
    with pytest.raises(AssertionError, match=r"image-alt \(critical\)(.|\n)*#violation-1(.|\n)*<img(.|\n)*https://"):
        audit(f"{pages}/image_alt.html").assert_accessible()


def test_minor_violation_fails_the_assertion(audit: Audit, pages: str) -> None:
    result = audit(f"{pages}/empty_heading.html")
    assert [finding.impact for finding in result.violations] == [Impact.MINOR]
    with pytest.raises(AssertionError, match="empty-heading"):
        result.assert_accessible()


def test_undecided_is_kept_and_is_no_violation(audit: Audit, pages: str) -> None:
    result = audit(f"{pages}/undecided.html")
    assert ids(result.incomplete, "color-contrast") == {"#incomplete-1"}
    result.assert_accessible()


def test_policy_with_trusted_types_is_in_force(browser: "Chrome", pages: str) -> None:
    View().apply(browser)
    browser.get(f"{pages}/clean.html")
    refusal = browser.execute_script("try { document.body.innerHTML = '<b>' } catch (error) { return error.name }")
    assert refusal == "TypeError"


# Rules on request


def test_experimental_rules_run_on_request(audit: Audit, pages: str) -> None:
    assert ids(audit(f"{pages}/p_as_heading.html", experimental=True).violations, "p-as-heading") == {"#violation-1"}


def test_experimental_rules_wait_for_request(audit: Audit, pages: str) -> None:
    audit(f"{pages}/p_as_heading.html").assert_accessible()


def test_aaa_rules_run_on_request(audit: Audit, pages: str) -> None:
    result = audit(f"{pages}/color_contrast_enhanced.html", aaa=True)
    assert ids(result.violations, "color-contrast-enhanced") == {"#violation-1"}


def test_aaa_rules_wait_for_request(audit: Audit, pages: str) -> None:
    audit(f"{pages}/color_contrast_enhanced.html").assert_accessible()


def test_rules_name_all_that_runs(audit: Audit, pages: str) -> None:
    result = audit(f"{pages}/color_contrast.html", rules="image-alt")
    assert result.rules_run == 1
    result.assert_accessible()


def test_skipped_rule_does_not_run(audit: Audit, pages: str) -> None:
    audit(f"{pages}/image_alt.html", skip="image-alt").assert_accessible()


def test_unknown_tag_is_refused(audit: Audit, pages: str) -> None:
    with pytest.raises(UnknownName, match=r"no tag 'wcag2aaaa'.*'wcag2aaa'"):
        audit(f"{pages}/clean.html", tags=["wcag2aaaa"])


def test_unknown_rule_is_refused(audit: Audit, pages: str) -> None:
    with pytest.raises(UnknownName, match=r"no rule 'img-alt'.*'image-alt'"):
        audit(f"{pages}/clean.html", rules=["img-alt"])


def test_run_of_no_rule_is_an_error(audit: Audit, pages: str) -> None:
    # axe runs a rule about the whole page only when it looks at the whole page.
    with pytest.raises(NoRulesRan, match="bypass"):
        audit(f"{pages}/clean.html", rules="bypass", include="#pass-1")


# Parts of a page


def test_include_limits_the_audit(audit: Audit, pages: str) -> None:
    result = audit(f"{pages}/image_alt.html", include="#pass-1")
    assert ids(result.passes, "image-alt") == {"#pass-1"}
    result.assert_accessible()


def test_exclude_leaves_a_part_out(audit: Audit, pages: str) -> None:
    result = audit(f"{pages}/image_alt.html", exclude=["#violation-1"])
    assert ids(result.passes, "image-alt") == {"#pass-1"}
    result.assert_accessible()


def test_absent_part_is_an_error(audit: Audit, pages: str) -> None:
    with pytest.raises(AxeFailed, match="No element matches #absent"):
        audit(f"{pages}/image_alt.html", include=["#pass-1", "#absent"])


def test_selector_is_data_and_not_script(audit: Audit, pages: str) -> None:
    with pytest.raises(AxeFailed, match="not a valid selector"):
        audit(f"{pages}/clean.html", exclude=["'); document.title = 'hacked'; ('"])


# Views


@pytest.mark.parametrize(
    ("page", "rule", "view"),
    [
        pytest.param("color_contrast_in_dark", "color-contrast", View(scheme="dark"), id="dark"),
        pytest.param("narrow", "image-alt", View(width=320), id="narrow"),
        pytest.param("printed", "image-alt", View(media="print"), id="print"),
        pytest.param("noscript", "image-alt", View(scripting=False), id="no-scripting"),
    ],
)
def test_view_brings_the_violation(audit: Audit, pages: str, page: str, rule: str, view: View) -> None:
    assert ids(audit(f"{pages}/{page}.html", view).violations, rule) == {"#violation-1"}


@pytest.mark.parametrize("page", ["color_contrast_in_dark", "narrow", "printed", "noscript"])
def test_default_view_is_without_it(audit: Audit, pages: str, page: str) -> None:
    audit(f"{pages}/{page}.html").assert_accessible()


def test_page_script_runs(audit: Audit, pages: str) -> None:
    assert ids(audit(f"{pages}/made_by_script.html").violations, "image-alt") == {"#violation-1"}


def test_page_script_does_not_run_without_scripting(audit: Audit, pages: str) -> None:
    audit(f"{pages}/made_by_script.html", View(scripting=False)).assert_accessible()


def test_scripting_stays_off_after_the_audit(audit: Audit, browser: "Chrome", pages: str) -> None:
    audit(f"{pages}/clean.html", View(scripting=False))
    browser.get(f"{pages}/made_by_script.html")
    assert not browser.execute_script("return document.querySelector('#violation-1')")


@pytest.mark.parametrize(
    ("view", "query"),
    [
        (View(width=320, height=640), "(width: 320px) and (height: 640px)"),
        (View(scheme="dark"), "(prefers-color-scheme: dark)"),
        (View(), "screen and (prefers-color-scheme: light) and (forced-colors: none)"),
        (View(forced_colors=True), "(forced-colors: active)"),
        (View(reduced_motion=True), "(prefers-reduced-motion: reduce)"),
        (View(media="print"), "print"),
        (View(scripting=False), "(scripting: none)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_page_sees_the_view(browser: "Chrome", pages: str, view: View, query: str) -> None:
    view.apply(browser)
    browser.get(f"{pages}/clean.html")
    assert browser.execute_script("return matchMedia(arguments[0]).matches", query)


# The axe and the browser that run


def test_axe_is_new_enough(audit: Audit, axe_folder: Path, pages: str) -> None:
    version = audit(f"{pages}/clean.html").axe_version
    assert tuple(map(int, version.split(".")))[:2] >= (4, 12)


def test_newer_axe_of_the_two_runs(axe_folder: Path) -> None:
    assert newest_script(axe_folder) == npm_script(axe_folder)


def test_older_npm_axe_gives_way_to_the_bundled_one(tmp_path: Path) -> None:
    (tmp_path / "axe.min.js").write_text('axe.version = "1.0.0"')
    assert newest_script(tmp_path) == bundled_script()


def test_too_old_axe_is_refused(browser: "Chrome", pages: str, tmp_path: Path) -> None:
    old = tmp_path / "axe.min.js"
    old.write_text('window.axe = {}; axe.version = "4.11.9"')
    View().apply(browser)
    browser.get(f"{pages}/clean.html")
    with pytest.raises(AxeTooOld, match=r"axe-core 4\.11\.9 .*`npm install axe-core`"):
        inject(browser, old)


def test_browser_deletes_its_profile() -> None:
    with open_browser(View(width=400)) as driver:
        profile = Path(driver.capabilities["chrome"]["userDataDir"])
        assert profile.parent == Path(gettempdir())
        assert driver.execute_script("return innerWidth") == 400
    assert not profile.exists()
