"""A page on paper: its content, black on white, and nothing to click."""

from __future__ import annotations

from . import COLORS
from .layout import BEYOND, CUT, OVERLAP, PARTS

# What only a screen can use.
FURNITURE = (
    ".usa-skipnav, .usa-banner, .usa-menu-btn, .usa-nav, [role=search], .usa-search, .usa-language-container, .usa-sidenav,"
    " .usa-in-page-nav, .usa-breadcrumb, .usa-pagination, .gov-feedback, .gov-share-links, .gov-print-button,"
    " .usa-identifier, .usa-footer, .gov-gallery__switches, .gov-gallery__copy, .gov-gallery__bar > a"
)

REMEMBER = (
    PARTS
    + """
window.onScreen = new Set(textLines().filter(line => !line.element.closest(arguments[0])).map(line => line.node));
"""
)

# A browser prints no backgrounds unless it is told to: a text has to be dark on its ground and on white.
PAPER = (
    COLORS.replace("const name", "const nameOf")
    + PARTS
    + BEYOND
    + CUT
    + OVERLAP
    + """
const lines = textLines(), white = [255, 255, 255, 1], faults = [...beyond(), ...cut(lines), ...overlap(lines)];
for (const element of document.body.querySelectorAll(arguments[0])) if (seen(element)) faults.push(`printed: ${name(element)}`);
for (const element of new Set(lines.map(line => line.element))) {
  const color = parse(style(element).color), under = backdrop(element);
  const ratio = Math.min(contrast(over(color, white), white), contrast(over(color, under), under));
  if (ratio < 7) faults.push(`${ratio.toFixed(2)} ${name(element)}`);
}
const printed = new Set(lines.map(line => line.node));
for (const node of window.onScreen) if (!printed.has(node)) faults.push(`not printed: ${node.data.trim().slice(0, 60)} ${name(node.parentElement)}`);
return faults;
"""
)
