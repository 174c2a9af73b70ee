"""Our own measures: each is one function in the page that names what is wrong, an empty list when all is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.audits import OPEN

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

    from govpage.audit import View

COLORS = """
const parse = text => {
  const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
  return [r, g, b, a];
};
const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
const luminance = color => {
  const [r, g, b] = color.map(part => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
const backdrop = element => {
  if (!element) return [255, 255, 255, 1];
  const own = parse(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, backdrop(element.parentElement));
};
const seen = element => {
  const box = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1 && box.height > 1;
};
const name = element => element.outerHTML.slice(0, 90);
"""

# WCAG 2.2 SC 1.4.6: 7:1; what is disabled is exempt.
TEXT_CONTRAST = (
    COLORS
    + """
const faults = [];
for (const element of document.body.querySelectorAll("*")) {
  if (!seen(element) || element.closest(":disabled, [aria-disabled=true], svg, .usa-sr-only")) continue;
  const words = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const styles = words || element.matches("input, textarea, select") ? [getComputedStyle(element)] : [];
  if (element.placeholder) styles.push(getComputedStyle(element, "::placeholder"));
  for (const style of styles) {
    const under = backdrop(element), ratio = contrast(over(parse(style.color), under), under);
    if (ratio < 7) faults.push(`${ratio.toFixed(2)} ${name(element)}`);
  }
}
return faults;
"""
)

# WCAG 2.2 SC 2.5.5: 44 px in menus, buttons and form controls; SC 2.5.8: 24 px elsewhere, links in a sentence exempt.
TARGETS = (
    COLORS
    + """
const union = boxes => [
  Math.max(...boxes.map(b => b.right)) - Math.min(...boxes.map(b => b.left)),
  Math.max(...boxes.map(b => b.bottom)) - Math.min(...boxes.map(b => b.top)),
];
const inSentence = link => getComputedStyle(link).display === "inline"
  && link.parentElement.textContent.trim() !== link.textContent.trim();
return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea")]
  .filter(element => seen(element) && !inSentence(element))
  .map(element => {
    const boxes = [element, ...(element.matches("[type=radio], [type=checkbox]") ? element.labels : [])];
    const [width, height] = union(boxes.map(box => box.getBoundingClientRect()));
    const least = element.matches("button, input, select, textarea, .usa-header nav a, .usa-footer nav a, .usa-sidenav a, .usa-pagination a, .usa-in-page-nav a, .usa-language-container li a") ? 44 : 24;
    return width < least - 0.5 || height < least - 0.5 ? `${width}x${height} ${name(element)}` : "";
  }).filter(Boolean);
"""
)

# WCAG 2.2 SC 1.4.11, 2.4.13: a ring of 2 px or more, 3:1 against the surface around and, where it touches or lies on it, the element.
FOCUS = (
    COLORS
    + """
const faults = [];
for (const element of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, [tabindex='0']")) {
  if (!element.checkVisibility()) continue;
  element.focus();
  const style = getComputedStyle(element), ring = parse(style.outlineColor);
  const offset = parseFloat(style.outlineOffset), inside = offset + parseFloat(style.outlineWidth) < 0;
  const surfaces = [...(inside ? [] : [backdrop(element.parentElement)]), ...(offset < 1 ? [backdrop(element)] : [])];
  const ratio = Math.min(...surfaces.map(under => contrast(ring, under)));
  if (!element.matches(":focus-visible")) faults.push(`not focused ${name(element)}`);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push(`no ring ${name(element)}`);
  else if (ratio < 3) faults.push(`${ratio.toFixed(2)} ${name(element)}`);
}
return faults;
"""
)

# Nothing moves, whatever the reader prefers.
MOTION = (
    COLORS
    + """
return [...document.querySelectorAll("*")].filter(element => ["", "::before", "::after"].some(part => {
  const style = getComputedStyle(element, part || null);
  return style.animationName !== "none" || style.transitionDuration.split(", ").some(t => t !== "0s") || style.scrollBehavior === "smooth";
})).map(name);
"""
)


def measured(browser: Chrome, script: str, view: View, *given: object) -> list[str]:
    """What a measure finds in a view, with everything opened."""
    view.apply(browser)
    browser.execute_script(OPEN)
    return [f"{view.width}x{view.height} {fault}" for fault in browser.execute_script(script, *given)]


def prefer_more_contrast(browser: Chrome, scheme: str) -> None:
    """Let the reader prefer more contrast, in a colour scheme; until the next view is applied."""
    features = {"prefers-color-scheme": scheme, "prefers-contrast": "more"}
    media = {"features": [{"name": name, "value": value} for name, value in features.items()]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
