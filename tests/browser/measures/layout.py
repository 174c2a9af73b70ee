"""Text and controls are whole: inside the screen, inside their box, and on their own.

Source: WCAG 2.2 SC 1.4.4, 1.4.10, 1.4.12
"""

from __future__ import annotations

# Half a pixel is rounding. What is only for the ear is one pixel and clipped. A table of data is exempt from reflow, and so
# is a preview of a given width: each scrolls in a region of its own, which has to stay on the screen.
PARTS = """
const name = element => element.outerHTML.slice(0, 90);
const style = (element, part) => getComputedStyle(element, part);
const forTheEar = element => {
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    const own = style(at);
    if (own.clipPath === "inset(50%)" || (own.overflow !== "visible" && at.offsetWidth <= 1 && at.offsetHeight <= 1)) return true;
  }
  return false;
};
// Paper does not scroll.
const scrolls = element => matchMedia("screen").matches && element.parentElement.closest(".usa-table-container--scrollable, .gov-gallery__stage[tabindex]");
const visible = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
// The lines of every text: `element` is what holds it, `glyphs` where its letters are, however high the font's own box is.
const textLines = () => {
  const lines = [], range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("svg, noscript, option, textarea, script") || !visible(element) || forTheEar(element)) continue;
    const size = parseFloat(style(element).fontSize);
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 2) continue;
      const middle = (box.top + box.bottom) / 2;
      lines.push({ node, element, left: box.left, right: box.right, top: middle - size / 2, bottom: middle + size / 2, words: node.data.trim().slice(0, 40) });
    }
  }
  return lines;
};
const meet = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
  && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;
// Every pair that meets, of boxes with `top` and `bottom`.
const meetings = (boxes, differ) => {
  const found = [], sorted = [...boxes].sort((a, b) => a.top - b.top);
  sorted.forEach((one, index) => {
    for (let next = index + 1; next < sorted.length && sorted[next].top < one.bottom; next += 1) {
      if (differ(one, sorted[next]) && meet(one, sorted[next])) found.push([one, sorted[next]]);
    }
  });
  return found;
};
const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary";
"""

BEYOND = """
const beyond = () => {
  const root = document.documentElement, faults = [];
  if (root.scrollWidth > root.clientWidth) faults.push(`page is ${root.scrollWidth} wide`);
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    if (!visible(element) || scrolls(element) || (!box.width && !box.height)) continue;
    const inside = element.parentElement !== document.body && forTheEar(element.parentElement);
    if (!inside && (box.left < -1.5 || box.right > root.clientWidth + 1.5 || box.top + scrollY < -1.5)) faults.push(`beyond the edge: ${name(element)}`);
  }
  return faults;
};
"""

# Above all no words in a column of single letters. A text that is cut off with an ellipsis is whole while it has the focus, and is measured then.
CUT = """
const hasBox = own => own.backgroundColor !== "rgba(0, 0, 0, 0)" || parseFloat(own.borderBlockStartWidth) + parseFloat(own.borderInlineEndWidth) > 0;
const cut = lines => {
  const faults = [];
  for (const element of document.body.querySelectorAll("*")) {
    const own = style(element);
    if (!/hidden|clip/.test(own.overflowX + own.overflowY) || element.closest("svg") || !element.textContent.trim()) continue;
    if (!visible(element) || forTheEar(element)) continue;
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) faults.push(`cut off: ${name(element)}`);
  }
  for (const line of lines) {
    let box = line.element;
    while (box !== document.body && !(hasBox(style(box)) && box.offsetHeight > 0)) box = box.parentElement;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    if (box === document.body || (scrolls(line.element) && !box.matches("td, th"))) continue;
    // Spaces at the end of a line of code hang over its edge, and widen nothing.
    const sideways = style(line.element).whiteSpace === "pre-wrap" ? box.scrollWidth > box.clientWidth + 1 : line.left < left - 1.5 || line.right > right + 1.5;
    if (sideways || line.top < top - 3 || line.bottom > bottom + 3) faults.push(`outside of ${name(box)}: ${line.words}`);
  }
  // A chosen option never wraps: it may be cut off where the select has a whole line of its form.
  for (const field of document.body.querySelectorAll("select")) {
    if (!visible(field)) continue;
    const frame = field.form ?? document.body, form = style(frame), line = frame.clientWidth - parseFloat(form.paddingInlineStart) - parseFloat(form.paddingInlineEnd);
    const has = field.getBoundingClientRect().width, needs = field.cloneNode(true);
    if (has > line - 2) continue;
    needs.style.cssText = "position: absolute; inline-size: auto; max-inline-size: none";
    field.after(needs);
    if (needs.getBoundingClientRect().width > has + 1) faults.push(`cut off: ${name(field)}`);
    needs.remove();
  }
  const counts = new Map();
  for (const { node } of lines) counts.set(node, (counts.get(node) ?? 0) + 1);
  for (const [node, count] of counts) if (count > 2 && node.data.trim().length / count < 3) faults.push(`letter by letter: ${node.data.trim().slice(0, 40)}`);
  return faults;
};
"""

# A submenu that was opened over the page lies over it until it is left.
OVERLAP = """
const submenu = element => {
  const found = element.closest(".gov-open > .usa-nav__submenu");
  return found && style(found).position === "absolute" ? found : null;
};
const alike = (one, other) => submenu(one) === submenu(other);
const boxesOf = control => {
  if (style(control).display !== "inline") return [control.getBoundingClientRect()];
  const range = document.createRange();
  range.selectNodeContents(control);
  return [...range.getClientRects()];
};
const overlap = lines => {
  const faults = meetings(lines, (one, other) => one.node !== other.node && alike(one.element, other.element))
    .map(([one, other]) => `overlap: ${one.words} | ${other.words}`);
  const controls = [...document.body.querySelectorAll(CONTROLS)].filter(control => visible(control) && !forTheEar(control))
    .flatMap(control => boxesOf(control).map(({ left, right, top, bottom }) => ({ control, left, right, top, bottom })));
  for (const [one, other] of meetings(controls, (a, b) => !a.control.contains(b.control) && !b.control.contains(a.control) && alike(a.control, b.control))) {
    faults.push(`controls overlap: ${name(one.control)} | ${name(other.control)}`);
  }
  // Top down, so that the page is scrolled seldom.
  const start = scrollY;
  for (const line of [...lines].sort((a, b) => a.top - b.top)) {
    const middle = (line.top + line.bottom) / 2 + start;
    if (middle - scrollY < 0 || middle - scrollY >= innerHeight) scrollTo({ top: middle - 2, behavior: "instant" });
    for (const x of [line.left + 3, (line.left + line.right) / 2, line.right - 3]) {
      const hit = document.elementFromPoint(x, middle - scrollY);
      if (!hit || line.element.contains(hit) || hit.contains(line.element)) continue;
      if (scrolls(line.element) || submenu(hit) && !alike(hit, line.element)) continue;
      faults.push(`covered by ${name(hit)}: ${line.words}`);
      break;
    }
  }
  scrollTo({ top: start, behavior: "instant" });
  return faults;
};
"""

# What stays on the screen while the page is scrolled takes room from what is read.
STAYING = """
const staying = () => [...document.body.querySelectorAll("*")]
  .filter(element => /fixed|sticky/.test(style(element).position) && visible(element) && !forTheEar(element))
  .filter(element => element.getBoundingClientRect().height > innerHeight / 4)
  .map(element => `stays on the screen: ${name(element)}`);
"""

# As a reader's own style sheet would set it (SC 1.4.12), or a reader's own size of text (SC 1.4.4).
LAYOUT = (
    PARTS
    + BEYOND
    + CUT
    + OVERLAP
    + STAYING
    + """
const sheets = {
  plain: "",
  spacing: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
  enlarged: "html { font-size: 32px !important }",
};
// What a preview frames is a case of its own, and need not be loaded.
document.querySelectorAll("iframe").forEach(frame => frame.removeAttribute("src"));
document.querySelector(".usa-breadcrumb--truncate a")?.focus({ preventScroll: true });
const [kinds, directions] = arguments, root = document.documentElement, direction = root.dir, sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
const faults = [];
for (const dir of directions) {
  root.dir = dir;
  for (const kind of kinds) {
    // What takes no clicks can be seen all the same, and is found.
    sheet.replaceSync(`${sheets[kind]} * { pointer-events: auto !important }`);
    const lines = textLines();
    for (const fault of [...beyond(), ...cut(lines), ...overlap(lines), ...staying()]) faults.push(`${innerWidth} ${dir} ${kind}, ${fault}`);
  }
}
root.dir = direction;
document.adoptedStyleSheets = [];
return faults;
"""
)
