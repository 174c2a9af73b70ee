"""What is shown under both stylesheets: our examples of every component that USWDS has."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.test import override_settings
from django.utils.translation import override

from govpage.components import COMPONENTS
from tests.test_forms import EMPTY
from tests.uswds import forms
from tests.uswds.visual_stage import Shown

WIDTHS = (320, 768, 1280)

CLOSED_BANNER = """
stage.querySelector("button").setAttribute("aria-expanded", "false");
stage.querySelector(".usa-banner__content").hidden = true;
"""
OPEN_BANNER = """
stage.querySelector("button").setAttribute("aria-expanded", "true");
stage.querySelector(".usa-banner__header").classList.add("usa-banner__header--expanded");
"""
CLOSED_MENUS = """
for (const button of stage.querySelectorAll("[aria-controls]")) {
  button.hidden = false;
  button.setAttribute("aria-expanded", "false");
  const panel = stage.querySelector("#" + button.getAttribute("aria-controls"));
  if (ours || !button.matches(".usa-menu-btn")) panel.hidden = true;
}
"""
# As either script leaves it.
STARTED_ACCORDION = """
for (const button of stage.querySelectorAll(".usa-accordion__button")) {
  if (!button.ariaExpanded) button.ariaExpanded = "false";
  stage.querySelector("#" + button.getAttribute("aria-controls")).hidden = button.ariaExpanded === "false";
}
"""
NARROW = 'stage.firstElementChild.style.maxWidth = "13rem";'
OPEN_MENUS = f"""
{CLOSED_MENUS}
const open = button => {{
  const panel = stage.querySelector("#" + button.getAttribute("aria-controls"));
  button.setAttribute("aria-expanded", "true");
  panel.hidden = false;
  panel.classList.add("is-visible");
  if (ours) button.parentElement.classList.add("gov-open");
}};
const buttons = [...stage.querySelectorAll("[aria-controls]")];
if (innerWidth < 1024) buttons.filter(button => button.matches(".usa-menu-btn")).forEach(open);
open(buttons.at(-1));
"""
FOCUSED = 'stage.querySelector("a").focus();'


@dataclass(frozen=True, slots=True)
class Case:
    """An example of a component in a state."""

    component: str
    example: str = "default"
    state: str = ""
    prepare: str = ""
    column: bool = True
    select: str = "*"
    """What the component is, where our markup has more around it."""
    beside: str = ""
    """What of it lies over what follows it on a page."""

    @property
    def name(self) -> str:
        """Its name in the tests and in the table."""
        return "-".join(filter(None, [self.component, self.example, self.state]))

    def shown(self) -> Shown:
        """Render it."""
        ours, with_uswds = (markup(self.component, self.example, sheet) for sheet in ("govpage", "uswds"))
        return Shown(ours, with_uswds, self.prepare, self.column, self.select, self.beside)


def markup(component: str, example: str, stylesheet: str) -> str:
    """Return the HTML of an example, or of a form, which is no component, on a site with that stylesheet."""
    if component == "form":
        return FORM[example]
    examples = next(c for c in COMPONENTS if c.slug() == component).examples()
    with override(examples[example].language), override_settings(GOVPAGE=settings.GOVPAGE | {"stylesheet": stylesheet}):
        html = str(examples[example].component.render_html())
    # The list for those without a script stands in for the one that USWDS's script would make.
    return html.replace("<noscript>", "").replace("</noscript>", "")


CONTROLS = {
    "input": ("name",),
    "textarea": ("text",),
    "select": ("options",),
    "checkboxes": ("figures",),
    "radios": ("figure",),
    "file": ("file",),
}


def _form(*fields: str, wrong: bool = False, disabled: bool = False) -> str:
    return f'<form class="usa-form">{forms.rendered(*fields, wrong=wrong, disabled=disabled)()}</form>'


FORM = {
    **{name: _form(*fields) for name, fields in CONTROLS.items()},
    **{f"{name}-error": _form(*fields, wrong=True) for name, fields in CONTROLS.items()},
    **{f"{name}-disabled": _form(*fields, disabled=True) for name, fields in CONTROLS.items()},
    "controls": f'<form class="usa-form">{EMPTY}</form>',
    "button": '<button type="button" class="usa-button">Send</button>',
    "button-disabled": '<button type="button" class="usa-button" disabled>Send</button>',
    "outline-button": '<button type="button" class="usa-button usa-button--outline">Cancel</button>',
}


def _of(component: str, *examples: str, prepare: str = "", column: bool = True, select: str = "*") -> list[Case]:
    return [Case(component, example, "", prepare, column, select) for example in examples]


HEADERS = ("default", "extended", "extended-without-links", "submenus", "extended-submenus")

FOOTERS = ("default", "medium", "big", "slim-contact", "medium-contact", "sign-up", "sign-up-spanish")
IDENTIFIERS = (
    "default",
    "no-logo",
    "multiple-logos",
    "multiple-parents",
    "taxpayer-disclaimer",
    "spanish",
    "multiple-parents-spanish",
)

CASES = [
    Case("skip_link", state="focused", prepare=FOCUSED, column=False),
    *[
        Case("banner", example, state, prepare, column=False)
        for example in ("default", "mil", "spanish")
        for state, prepare in (("closed", CLOSED_BANNER), ("open", OPEN_BANNER))
    ],
    *_of("site_alert", "default", "emergency", "slim", "no-heading", "no-icon", "list", column=False),
    *_of("alert", "default", "success", "warning", "error", "emergency", "slim", "no-heading", "no-icon"),
    *(Case("alert", name, "narrow", NARROW) for name in ("default", "warning", "error", "slim", "no-icon")),
    # The overlay of the menu stands before it.
    *_of("header", *HEADERS, prepare=CLOSED_MENUS, column=False, select=".usa-header"),
    *[
        Case("header", example, "open", OPEN_MENUS, False, ".usa-header", ".usa-nav__submenu")
        for example in ("submenus", "extended-submenus")
    ],
    *_of("search_box", "default", "big", "small"),
    *_of("language_selector", "default", "more", "unstyled", prepare=CLOSED_MENUS),
    *(
        Case("language_selector", example, "open", OPEN_MENUS, beside=".usa-language__submenu")
        for example in ("more", "unstyled")
    ),
    *_of("breadcrumb", "default", "six", "twelve"),
    *_of("side_navigation", "default", "two-levels", "three-levels"),
    *_of("in_page_navigation", "default"),
    *_of("summary_box", "default", "links"),
    *_of("accordion", "default", "open", "bordered", "icon-last", prepare=STARTED_ACCORDION),
    *_of("pagination", "default", "few", "seven", "unbounded"),
    *_of("collection", "default", "headlines", "calendar", "media"),
    *_of("tag_list", "no-links", "big", select=".usa-tag"),
    *_of("table_wrapper", "default", "striped", "borderless", "compact", "stacked", "stacked-header"),
    *_of("footer", *FOOTERS, column=False),
    *_of("identifier", *IDENTIFIERS, column=False),
    *_of("form", *FORM),
]
