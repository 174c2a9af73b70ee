"""What is no text and yet says something: edges of controls, icons, arrows, marks of what is chosen.

Source: WCAG 2.2 SC 1.4.11
"""

from __future__ import annotations

from . import COLORS

# Text and underline say of a link or of what looks like one that it can be acted on; the browser draws radio buttons and
# boxes, in the colour that is theirs when chosen. Of a picture of several colours one has to be seen. A logo is exempt.
MARKS = (
    COLORS
    + """
const faults = [], least = 3;
const paints = text => text && text !== "none" && !text.startsWith("url") && parse(text)[3] > 0.1;
const against = (color, under) => contrast(over(parse(color), under), under);
const hold = (ratio, what, element) => { if (ratio < least) faults.push(`${what} ${ratio.toFixed(2)} ${name(element)}`); };
const best = (colors, under) => Math.max(1, ...colors.map(color => against(color, under)));
const borders = (own, sides = ["Top", "Right", "Bottom", "Left"]) => sides
  .filter(side => parseFloat(own[`border${side}Width`]) > 0 && own[`border${side}Style`] !== "none" && paints(own[`border${side}Color`]))
  .map(side => own[`border${side}Color`]);
const edge = element => {
  const own = getComputedStyle(element), under = backdrop(element.parentElement), lines = borders(own);
  const ground = against(own.backgroundColor, under);
  // A field that is one with its button has the button's edge at that side.
  const whole = lines.length === 4 || lines.length === 3 && element.matches(".usa-search .usa-input");
  return Math.max(ground, whole ? Math.min(...lines.map(line => against(line, under))) : 1);
};
const isLinkLike = own => own.textDecorationLine.includes("underline");
for (const control of document.querySelectorAll("button, .usa-button, input:not([type=hidden]), select, textarea")) {
  if (!seen(control)) continue;
  const own = getComputedStyle(control);
  if (control.matches("[type=radio], [type=checkbox]")) {
    if (own.accentColor !== "auto") hold(against(own.accentColor, backdrop(control.parentElement)), "chosen", control);
  } else if (!isLinkLike(own) && !control.matches(".usa-accordion__button")) hold(edge(control), "edge", control);
}
for (const icon of document.querySelectorAll("svg")) {
  if (!seen(icon) || icon.closest(".gov-logo, .usa-identifier__logo")) continue;
  const colors = [...icon.querySelectorAll("path, circle, rect, polygon, ellipse, line")].flatMap(shape => {
    const own = getComputedStyle(shape);
    return [own.fill, parseFloat(own.strokeWidth) > 0 ? own.stroke : "none"].filter(paints);
  });
  hold(best(colors, backdrop(icon.parentElement)), "icon", icon);
}
for (const element of document.body.querySelectorAll("*")) {
  if (!seen(element)) continue;
  for (const part of ["::before", "::after"]) {
    const own = getComputedStyle(element, part);
    if (own.content === "none" || own.content === "normal" || own.display === "none") continue;
    const colors = own.content.replace(/["/ ]/g, "") ? [own.color] : [...borders(own), own.backgroundColor].filter(paints);
    // A long line parts what is above from what is below.
    const parts = borders(own).length === 1 && colors.length === 1 && parseFloat(own.width) > 300;
    if (colors.length && !parts) hold(best(colors, backdrop(element)), part, element);
  }
}
// What is current differs from its kind by a ground, a line, a drawn mark or the weight of its letters.
for (const current of document.querySelectorAll("[aria-current], .usa-current")) {
  if (!seen(current) || current.closest(".usa-breadcrumb")) continue;
  const parts = [current, ...current.children], under = backdrop(current.parentElement);
  const heavy = parts.some(part => Number(getComputedStyle(part).fontWeight) >= 600);
  const colors = parts.flatMap(part => {
    const drawn = ["::before", "::after"].map(which => getComputedStyle(part, which)).filter(own => own.content !== "none");
    return [getComputedStyle(part), ...drawn].flatMap(own => [own.backgroundColor, ...borders(own)]).filter(paints);
  });
  if (!heavy || colors.length) hold(best(colors, under), "current", current);
}
return faults;
"""
)
