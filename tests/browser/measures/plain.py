"""A page without its style sheets: all its text, in order and apart, and nothing that fills the screen or says nothing.

Source: WCAG 2.2 SC 1.3.1, 1.3.2
"""

from __future__ import annotations

from .layout import PARTS

# What is said, apart from what only the script can do and what only a fault of the network shows.
WORDS = (
    PARTS
    + """
return [...new Set(textLines().filter(line => !line.element.closest("button, [role=alert], [role=status], .usa-character-count__message")).map(line => line.node.data.trim()))];
"""
)

# A picture of the page's furniture is small by its own attributes; one that the content brings is no wider than the screen.
PLAIN = (
    PARTS
    + """
const ends = lines => {
  const found = new Map();
  for (const line of lines) found.set(line.node, { element: line.element, first: found.get(line.node)?.first ?? line, last: line });
  return found;
};
const sameLine = (one, other) => Math.abs(one.top + one.bottom - other.top - other.bottom) < 8;
const touch = (one, other) => sameLine(one, other) && Math.min(Math.abs(other.left - one.right), Math.abs(one.left - other.right)) < 2;
const styled = ends(textLines());
for (const sheet of document.styleSheets) sheet.disabled = true;
const plain = ends(textLines()), said = new Set([...plain.keys()].map(node => node.data.trim())), faults = [], screen = document.documentElement.clientWidth;
for (const [node, { element }] of styled) if (!said.has(node.data.trim())) faults.push(`lost: ${node.data.trim().slice(0, 60)} ${name(element)}`);
let before = null;
for (const [node, now] of plain) {
  const joins = before && /[\\p{L}\\p{N}]$/u.test(before.node.data) && /^[\\p{L}\\p{N}]/u.test(node.data) && touch(before.last, now.first);
  const was = joins && [styled.get(before.node), styled.get(node)];
  if (joins && was[0] && was[1] && !touch(was[0].last, was[1].first)) faults.push(`run together: ${before.node.data.slice(-20)}|${node.data.slice(0, 20)}`);
  before = { node, last: now.last };
}
for (const element of document.body.querySelectorAll("svg, img, iframe, input, select, textarea, button")) {
  const box = element.getBoundingClientRect();
  if (!visible(element) || scrolls(element)) continue;
  if (element.matches("svg") && !element.parentElement.closest("svg") && Math.max(box.width, box.height) > 64) faults.push(`large: ${Math.round(box.width)} ${name(element)}`);
  if (!element.matches("button") && box.width > screen) faults.push(`wider than the screen: ${name(element)}`);
  // How wide the picture itself is, nobody knows.
  if (element.matches("img:not([width])") && !element.closest(".usa-prose")) faults.push(`without a width: ${name(element)}`);
}
for (const element of document.body.querySelectorAll("a[href], button, summary, li, p, h1, h2, h3, h4, label, legend, dt, dd, th")) {
  if (!visible(element) || element.closest("[role=status]") || element.innerText.trim() || element.matches("button") && element.value) continue;
  if (![...element.querySelectorAll("svg, img, iframe, input, select, textarea")].some(visible)) faults.push(`says nothing: ${name(element)}`);
}
return faults;
"""
)
