"""What keys do: every step is a real key press in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.conftest import POLL

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

MOST_STOPS = 400
"""More than any page has; who has not arrived by then is caught."""

# Of a high element such as a text box the browser brings the line into view that is written on.
FOCUSED = """
const element = document.activeElement;
if (element === document.body) return null;
const style = getComputedStyle(element), box = element.getBoundingClientRect();
const line = element.getClientRects()[0], height = Math.min(line.height, 24);
const shown = document.elementFromPoint(line.left + line.width / 2, line.top + height / 2);
const faults = [];
if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("no outline");
if (box.left < 0 || box.right > innerWidth || line.top < 0 || line.top + height > innerHeight) faults.push("off the screen");
if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) faults.push("hidden");
if (!element.contains(shown)) faults.push("covered");
return { element: element.outerHTML.slice(0, 120), faults };
"""

# A group of radio buttons is one stop, at its first button while none is chosen.
STOPS = """
const radios = new Set();
return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), textarea, select, summary, [tabindex='0']")]
  .filter(element => element.checkVisibility())
  .filter(element => element.type !== "radio" || !radios.has(element.name) && radios.add(element.name))
  .map(element => element.outerHTML.slice(0, 120));
"""

# A page may start with the focus somewhere else than at its top, and the browser may bring it there late: only while
# something else has the focus does it leave that be.
TO_THE_TOP = "document.body.tabIndex = -1; document.body.focus();"
FROM_THE_TOP = 'document.body.removeAttribute("tabindex");'

MATCHES = "return document.activeElement.matches(arguments[0])"


def press(browser: Chrome, *keys: str) -> None:
    """Press the keys one after the other."""
    ActionChains(browser, duration=0).send_keys(*keys).perform()


def focused_text(browser: Chrome) -> str:
    """What the focused element says."""
    return str(browser.execute_script("return document.activeElement.textContent.trim()"))


def has_focus(browser: Chrome, selector: str) -> bool:
    """Whether the focused element matches."""
    return bool(browser.execute_script(MATCHES, selector))


def tab_to(browser: Chrome, selector: str) -> None:
    """Press Tab until the focus is on the element.

    Raises: AssertionError if it never gets there
    """
    for _stop in range(MOST_STOPS):
        press(browser, Keys.TAB)
        if has_focus(browser, selector):
            return
    raise AssertionError(f"The Tab key does not reach {selector}.")


def walk(browser: Chrome) -> list[dict[str, Any]]:
    """Each stop of the Tab key from the top of the page to its end, with what is wrong with it.

    Raises: AssertionError if there is no end
    """
    browser.execute_script(TO_THE_TOP)
    stops: list[dict[str, Any]] = []
    for _stop in range(MOST_STOPS):
        press(browser, Keys.TAB)
        stop = browser.execute_script(FROM_THE_TOP + FOCUSED)
        # After the last one the browser's own window has the focus, or the first one again.
        if stop is None or stop in stops[:1]:
            return stops
        stops.append(stop)
    raise AssertionError(f"The Tab key has not left the page after {MOST_STOPS} stops.")


def expected_stops(browser: Chrome) -> list[str]:
    """What can take the focus, in the order in which it is read."""
    stops: list[str] = browser.execute_script(STOPS)
    return stops


def is_visible(browser: Chrome, selector: str) -> bool:
    """Whether the element is shown."""
    return bool(browser.execute_script("return document.querySelector(arguments[0]).checkVisibility()", selector))


def expanded(browser: Chrome, selector: str) -> str:
    """What the element says of whether it is open."""
    return str(browser.execute_script("return document.querySelector(arguments[0]).ariaExpanded", selector))


def wait_for_focus(browser: Chrome, selector: str) -> None:
    """Wait until the element has the focus."""
    WebDriverWait(browser, 10, POLL).until(lambda driver: has_focus(driver, selector), f"No focus on {selector}.")
