"""What has the focus is in sight, whole, with its ring.

Source: WCAG 2.2 SC 2.4.11, 2.4.12
"""

from __future__ import annotations

from .layout import PARTS

# Of an element that is higher than the screen, as much as fits is seen. A link in a line is where its words are.
IN_SIGHT = (
    PARTS
    + """
const points = box => [[box.left + 4, box.top + 4], [box.right - 4, box.top + 4], [box.left + 4, box.bottom - 4], [box.right - 4, box.bottom - 4],
  [(box.left + box.right) / 2, (box.top + box.bottom) / 2]];
const belongs = (hit, element) => element.contains(hit) || hit?.closest("label")?.control === element;
// Where its words are; what is only for the ear is nowhere.
const boxesOf = element => {
  if (style(element).display !== "inline") return [element.getBoundingClientRect()];
  const range = document.createRange(), walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), boxes = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    if (!forTheEar(node.parentElement)) boxes.push(...range.getClientRects());
  }
  return boxes.filter(box => box.width > 8);
};
// What has no ground of its own, such as the padding of a neighbour, hides nothing.
const hides = (hit, element) => {
  for (let at = hit; at && !at.contains(element); at = at.parentElement) {
    const own = style(at);
    if (at.matches("svg, img, iframe, input, select, textarea") || own.backgroundImage !== "none" || own.backgroundColor !== "rgba(0, 0, 0, 0)") return true;
  }
  return !hit;
};
const faults = [];
// An example stands on its page with air around, as in a page; but for what is at the top of a page, or spans it.
const spans = ":is(.usa-header, .usa-footer, .usa-identifier, .usa-site-alert)", top = ":is(.usa-skipnav, .usa-banner)";
if (!document.querySelector(`:is(body, main) > ${top}`)) {
  document.body.style.padding = document.querySelector(`:is(body, main) > ${spans}`) ? "0.5rem 0" : "0.5rem";
  document.body.style.minBlockSize = "150vh";
}
document.activeElement.blur();
// What a preview frames is a case of its own, and need not be loaded.
document.querySelectorAll("iframe").forEach(frame => frame.removeAttribute("src"));
scrollTo(0, 0);
for (const element of document.querySelectorAll(CONTROLS + ", [tabindex='0']")) {
  if (!visible(element) || element.disabled) continue;
  element.focus();
  if (document.activeElement !== element) { faults.push(`takes no focus: ${name(element)}`); continue; }
  const own = style(element), ring = Math.max(parseFloat(own.outlineWidth) + parseFloat(own.outlineOffset), 0);
  const whole = element.getBoundingClientRect(), width = document.documentElement.clientWidth;
  const around = { left: whole.left - ring, right: whole.right + ring, top: whole.top - ring, bottom: whole.bottom + ring };
  // Of a text box the browser brings the line into view that is written on.
  const fits = around.bottom - around.top <= innerHeight && !element.matches("textarea");
  if (around.left < -0.5 || around.right > width + 0.5) faults.push(`ring off the screen: ${name(element)}`);
  if (fits ? around.top < -0.5 || around.bottom > innerHeight + 0.5 : whole.bottom < 24 || whole.top > innerHeight - 24) faults.push(`off the screen: ${name(element)}`);
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (style(at).overflow === "visible" && style(at).clipPath === "none") continue;
    const frame = at.getBoundingClientRect();
    const sideways = at.scrollWidth > at.clientWidth;
    if (around.top < frame.top - 0.5 || around.bottom > frame.bottom + 0.5 || !sideways && (around.left < frame.left - 0.5 || around.right > frame.right + 0.5)) faults.push(`ring cut off by ${name(at)}: ${name(element)}`);
  }
  for (const [x, y] of boxesOf(element).flatMap(points)) {
    if (y < 0 || y >= innerHeight || x < 0 || x >= width) continue;
    const hit = document.elementFromPoint(x, y);
    if (!belongs(hit, element) && hides(hit, element)) { faults.push(`covered by ${name(hit)}: ${name(element)}`); break; }
  }
}
scrollTo(0, 0);
return faults;
"""
)
