/* govpage: small independent parts; nothing on a page needs them. */
(function () {
  "use strict";

  const started = new WeakSet();

  /* Begins with an element once, below whichever root it is found first; what is not ready yet may be later. */
  function once(element, signal, begin) {
    if (started.has(element) || begin(element) === false) return;
    started.add(element);
    signal.addEventListener("abort", () => started.delete(element));
  }

  function each(root, selector, signal, begin) {
    root.querySelectorAll(selector).forEach((element) => once(element, signal, begin));
  }

  const controlled = (button) => button.getRootNode().getElementById(button.getAttribute("aria-controls"));

  /* A button that shows and hides what it controls; what is in passing closes when it is left. Without the script
     what it controls is open. What would lie off the screen is put at the other end of its button. */
  function disclosure(selector, className, passing) {
    return (root, signal) => each(root, selector, signal, function (button) {
      const panel = controlled(button);
      if (!panel) return false;
      const item = button.parentElement;
      function open(is) {
        button.setAttribute("aria-expanded", String(is));
        panel.hidden = !is;
        if (className) button.closest(className.parent).classList.toggle(className.name, is);
        if (passing && is) {
          item.classList.remove("gov-flipped");
          const box = panel.getBoundingClientRect();
          item.classList.toggle("gov-flipped", box.left < 0 || box.right > document.documentElement.clientWidth);
        }
      }
      open(false);
      button.addEventListener("click", function () {
        open(button.getAttribute("aria-expanded") !== "true");
      }, { signal });
      function close(event) {
        if (event.key !== "Escape" || panel.hidden || !button.checkVisibility()) return;
        event.stopPropagation();
        open(false);
        button.focus();
      }
      button.addEventListener("keydown", close, { signal });
      panel.addEventListener("keydown", close, { signal });
      if (passing) {
        item.addEventListener("focusout", function (event) {
          if (event.relatedTarget && !item.contains(event.relatedTarget)) open(false);
        }, { signal });
        document.addEventListener("click", function (event) {
          if (!event.composedPath().includes(item)) open(false);
        }, { signal });
      }
      signal.addEventListener("abort", function () {
        open(false);
        panel.hidden = false;
      });
    });
  }

  /* An accordion in the markup of USWDS: one panel is open at a time, unless it has data-allow-multiple. */
  function accordion(root, signal) {
    const selector = ".usa-accordion__button:not(.usa-banner__button, .usa-nav__link)";
    function set(button, is) {
      button.setAttribute("aria-expanded", String(is));
      controlled(button).hidden = !is;
    }
    each(root, selector, signal, function (button) {
      const whole = button.closest(".usa-accordion");
      if (!whole || !controlled(button)) return false;
      function open(is) {
        if (is && !whole.hasAttribute("data-allow-multiple")) {
          whole.querySelectorAll(selector).forEach(function (other) {
            if (other.closest(".usa-accordion") === whole && controlled(other)) set(other, false);
          });
        }
        set(button, is);
      }
      open(button.ariaExpanded === "true");
      button.addEventListener("click", function () {
        open(button.ariaExpanded !== "true");
        button.scrollIntoView({ block: "nearest" });
      }, { signal });
      signal.addEventListener("abort", () => { controlled(button).hidden = false; });
    });
  }

  /* Moves the focus along, also to what could not take it. */
  function skipping(root, signal) {
    each(root, ".usa-skipnav", signal, (link) => link.addEventListener("click", function () {
      const target = link.getRootNode().getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!target) return;
      if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
      target.focus();
    }, { signal }));
  }

  /* Says how much room a text box has. It is announced near the limit and over it alone, when typing pauses. */
  function counting(root, signal) {
    each(root, ".usa-character-count", signal, function (whole) {
      const box = whole.querySelector("textarea");
      const shown = whole.querySelector(".usa-character-count__message");
      const said = whole.querySelector("[role=status]");
      const before = shown.textContent;
      const { maxlength, left, over } = whole.dataset;
      let pause;
      function count() {
        const room = maxlength - [...box.value].length;
        shown.textContent = room < 0 ? `${over} ${-room}` : `${left} ${room}`;
        shown.classList.toggle("usa-character-count__status--invalid", room < 0);
        clearTimeout(pause);
        pause = setTimeout(() => { said.textContent = room > maxlength / 10 ? "" : shown.textContent; }, 1000);
      }
      count();
      box.addEventListener("input", count, { signal });
      signal.addEventListener("abort", function () {
        clearTimeout(pause);
        shown.textContent = before;
      });
    });
  }

  const kept = new WeakMap();

  function oneTimeKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /* Sends the form in place. The server answers with the same small pages as without the script, and what follows
     is taken from them, so there is one set of states. A lost reply may be sent again: the key makes it one answer.
     A form that leads to another origin is the browser's, as a script may not read what is answered there. */
  function feedback(root, signal) {
    once(root, signal, () => root.addEventListener("submit", function (event) {
      const form = event.target;
      const button = event.submitter;
      const section = form.closest("[data-gov-feedback]");
      if (!section || !button || event.defaultPrevented || new URL(form.action).origin !== location.origin) return;
      event.preventDefault();
      if (section.hasAttribute("aria-busy")) return;
      section.setAttribute("aria-busy", "true");
      const alert = form.querySelector("[role=alert]");
      const words = alert.firstElementChild;
      if (!kept.has(form)) kept.set(form, [oneTimeKey(), words.textContent]);
      const [key, notSent] = kept.get(form);
      const data = new URLSearchParams(new FormData(form));
      if (button.name) data.set(button.name, button.value);
      if (data.has("page") && !data.has("key")) data.set("key", key);
      alert.hidden = true;
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.responseType = "document";
      request.timeout = 15000;
      request.addEventListener("loadend", function () {
        section.removeAttribute("aria-busy");
        if (signal.aborted) return;
        const next = request.response && request.response.querySelector("[data-gov-feedback]");
        if (next && (request.status < 400 || next.querySelector("form"))) {
          section.replaceWith(next);
          counting(root, signal);
          next.querySelector("[autofocus]")?.focus();
        } else {
          words.textContent = next ? next.textContent : notSent;
          alert.hidden = false;
        }
      });
      signal.addEventListener("abort", () => request.abort());
      request.send(data);
    }, { signal }));
  }

  /* A button that prints the page. Without the script it is hidden, as it could do nothing. */
  function printing(root, signal) {
    each(root, ".gov-print-button", signal, function (button) {
      button.hidden = false;
      button.addEventListener("click", () => window.print(), { signal });
      signal.addEventListener("abort", () => { button.hidden = true; });
    });
  }

  const parts = [
    disclosure(".usa-banner__button", { parent: ".usa-banner__header", name: "usa-banner__header--expanded" }),
    disclosure(".usa-menu-btn"),
    disclosure("button.usa-language__link", { parent: ".usa-language__primary-item", name: "gov-open" }, true),
    disclosure(".usa-nav__link", { parent: ".usa-nav__primary-item", name: "gov-open" }, true),
    accordion,
    skipping,
    counting,
    feedback,
    printing,
  ];
  const running = new Map();

  /* Starts every part below root: a document, an element or a shadow root. A second call starts what is new there. */
  function init(root) {
    root = root || document;
    const controller = running.get(root) || new AbortController();
    running.set(root, controller);
    parts.forEach((part) => part(root, controller.signal));
  }

  /* Takes every listener away and leaves the page as it is without the script. */
  function destroy(root) {
    root = root || document;
    if (!running.has(root)) return;
    running.get(root).abort();
    running.delete(root);
  }

  window.govpage = { init, destroy };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => init(document));
  else init(document);
})();
