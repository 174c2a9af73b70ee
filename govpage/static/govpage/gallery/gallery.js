/* The gallery's own script: previews as high as what they show, and buttons that copy. Nothing needs it. */
(function () {
  "use strict";

  const LOWEST = 44;

  /* Keeps a preview as high as its page, and its links and forms from leading out of it. */
  function preview(frame) {
    const page = frame.contentDocument;
    if (!page || page.URL === "about:blank") return;
    const root = page.documentElement;
    function fit() {
      frame.height = Math.max(LOWEST, Math.ceil(root.getBoundingClientRect().height));
      // What opens over the page, such as a menu, is not in its height.
      if (root.scrollHeight > root.clientHeight) frame.height = root.scrollHeight;
    }
    function stay(event) {
      const link = event.target.closest("a[href]");
      if (event.type === "submit" || (link && !link.getAttribute("href").startsWith("#"))) event.preventDefault();
      if (event.type === "submit") event.stopPropagation();
      requestAnimationFrame(fit);
    }
    page.addEventListener("click", stay, true);
    page.addEventListener("submit", stay, true);
    page.addEventListener("keyup", () => requestAnimationFrame(fit));
    new ResizeObserver(fit).observe(root);
  }

  document.querySelectorAll(".gov-gallery__frame").forEach(function (frame) {
    frame.addEventListener("load", () => preview(frame));
    if (frame.contentDocument && frame.contentDocument.readyState === "complete") preview(frame);
  });

  const status = document.querySelector("[data-gov-copied]");
  const buttons = document.querySelectorAll("[data-gov-copies]");

  /* Selects the text, for a browser that does not let a page copy. */
  function select(code) {
    getSelection().selectAllChildren(code);
    status.textContent = status.dataset.govSelected;
  }

  function say(button) {
    buttons.forEach(function (other) {
      other.firstElementChild.textContent = other === button ? status.dataset.govCopied : other.dataset.label;
    });
    status.textContent = `${status.dataset.govCopied}: ${button.lastElementChild.textContent}`;
  }

  buttons.forEach(function (button) {
    const code = document.getElementById(button.dataset.govCopies);
    button.dataset.label = button.firstElementChild.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      if (!navigator.clipboard) return select(code);
      navigator.clipboard.writeText(code.textContent).then(() => say(button), () => select(code));
    });
  });
})();
