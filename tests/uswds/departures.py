"""Where our markup departs from USWDS's on purpose, each with the defect that it mends or the reason that it has."""

from __future__ import annotations

from dataclasses import dataclass

from tests.uswds.changes import Attributes, Change, Classes, Grouped, Inserted, Removed, Renamed, Wrapped


@dataclass(frozen=True, slots=True)
class Departure:
    """One difference, as what is done to USWDS's tree to get ours."""

    group: str
    """The component that departs."""

    what: str
    """What differs."""

    why: str
    """The defect that it mends, or the reason."""

    changes: tuple[Change, ...]

    states: tuple[str, ...] = ()
    """The states that depart; all of them when empty."""

    def is_of(self, group: str, state: str) -> bool:
        """Whether that state of the component departs so."""
        return self.group == group and (not self.states or state in self.states)


SR_ONLY = '<span class="usa-sr-only"></span>'
ICON = '<svg aria-hidden="true"></svg>'
WORD = '<strong class="usa-sr-only"></strong>'


def _departure(group: str, what: str, why: str, *changes: Change, states: tuple[str, ...] = ()) -> Departure:
    return Departure(group, what, why, changes, states)


def _alerts(group: str, heading: str) -> tuple[Departure, ...]:
    block = "usa-" + group.replace("_", "-")
    return (
        _departure(group, "The heading is an h2", "The level follows the page's outline; theirs skips levels.",
                   Renamed(f".{block} {heading}", "h2")),
        _departure(group, "A word says the kind", "Their kind is colour and picture alone (WCAG 2.2 SC 1.1.1, 1.4.1).",
                   Inserted(f".{block}.!{block}--no-icon h2", SR_ONLY, where="start"),
                   Inserted(f".{block}--no-icon h2", "<span></span>", where="start"),
                   Inserted(f".{block}--no-heading.!{block}--no-icon p.usa-alert__text", WORD, where="start"),
                   Inserted(f".{block}--no-heading.{block}--no-icon p.usa-alert__text", "<strong></strong>", where="start")),
        _departure(group, "The icon is in the markup, unless the setting `stylesheet` is \"uswds\"",
                   "It is seen in forced colours and on paper, and costs no request.",
                   Inserted(f".{block}.!{block}--no-icon .usa-alert__body", ICON, where="start")),
    )  # fmt: skip


def _search(group: str) -> tuple[Departure, ...]:
    return (
        _departure(group, "No section round the form", "The form is a search landmark already; theirs is in a second one.",
                   Removed("section[aria-label]", keep_content=True)),
        _departure(group, "The button has a name of its own, and its picture none",
                   "The name is the same whichever of word and picture a style sheet shows.",
                   Attributes(".usa-search button", {"aria-label": "Search"}),
                   Renamed(".usa-search img", "svg"), Attributes(".usa-search svg", {"alt": None, "aria-hidden": "true"})),
    )  # fmt: skip


# fmt: off
BANNER = (
    _departure("banner", "The sentence is not hidden",
               "Theirs is hidden from assistive technology, which says \"Here’s how you know\" and nothing else.",
               Attributes(".grid-col-fill", {"aria-hidden": None}), Attributes(".usa-banner__header-action", {"aria-hidden": "true"})),
    _departure("banner", "Pictures are inline and hidden alike", "A role of img with an empty alternative is invalid, and each is a request.",
               Renamed("img", "svg"), Attributes("svg.!usa-banner__lock-image", {"alt": None, "role": None, "aria-hidden": "true"})),
    _departure("banner", "The lock is named by a label", "Two banners on a page would share ids; their Spanish lock is named in English.",
               Removed("svg title"), Removed("svg desc"),
               Attributes(".usa-banner__lock-image", {"aria-labelledby": None, "aria-label": "Locked padlock icon"})),
)
HEADER = (
    _departure("header", "No title on the name", "It says once more what the link says.", Attributes(".usa-logo a", {"title": None})),
    _departure("header", "The menu button names what it opens", "WAI-ARIA's disclosure pattern; our script needs it.",
               Attributes(".usa-menu-btn", {"aria-controls": "gov-header-menu"}),
               Attributes("nav", {"id": "gov-header-menu"})),
    _departure("header", "The picture of the close button is inline", "A request less, in the colour of the text.",
               Renamed(".usa-nav__close img", "svg"), Classes(".usa-nav__close svg", "usa-icon"),
               Attributes(".usa-nav__close svg", {"alt": None, "aria-label": "Close"})),
    _departure("header", "The link to the section of the page is marked", "Theirs says where one is on buttons alone (WCAG 2.2 SC 2.4.8).",
               Classes("a[href=#page]", "usa-current"), Attributes("a[href=#page]", {"aria-current": "true"})),
    _departure("header", "A label stands in for the button of a submenu", "Without a script the button would do nothing; the label is shown instead.",
               Inserted(".usa-nav__primary-item button", "<span hidden></span>", where="after")),
    _departure("header", "No list where there are no secondary links", "An empty list is announced.", Removed(".usa-nav__secondary-links::empty")),
    *_search("header"),
)
SEARCH = (
    *_search("search_box"),
    _departure("search_box", "A form that searches one thing says which", "Two search landmarks on a page need names.",
               Attributes("form.usa-search--big", {"aria-label": "Search the news"})),
)
LANGUAGES = (
    _departure("language_selector", "The other one of two languages is a link", "It leads somewhere, and works without a script.",
               Renamed("button.!usa-language__link", "a"),
               Attributes("a.usa-button", {"href": "/", "type": None}), Classes("a.usa-button", "usa-language__link")),
    _departure("language_selector", "A language has its own name alone", "Who needs it reads that; there is nothing to set it apart from.",
               Removed("strong", keep_content=True)),
    _departure("language_selector", "The language of the page is marked", "WCAG 2.2 SC 1.3.1.",
               Attributes(".usa-language__submenu li::first a", {"aria-current": "true"})),
    _departure("language_selector", "No link to more languages", "Every language of the page is in the list.",
               Removed(".usa-language__submenu li::last")),
    _departure("language_selector", "The list is not hidden, unless the setting `stylesheet` is \"uswds\"", "Without a script theirs stays hidden for ever.",
               Attributes(".usa-language__submenu", {"hidden": None})),
)
FORM = (
    _departure("form", "Every control is in a form group", "One shape with and without an error, so that nothing moves.",
               Grouped("label.usa-label.!usa-label--error", '<div class="usa-form-group"></div>'),
               Removed(".usa-form-group .usa-form-group", keep_content=True),
               Wrapped("fieldset", '<div class="usa-form-group"></div>')),
    _departure("form", "The options of a group are in an element that can take the focus", "The links of the error summary lead to it.",
               Grouped(".usa-checkbox::first", '<div tabindex="-1"></div>'), Grouped(".usa-radio::first", '<div tabindex="-1"></div>')),
    _departure("form", "A message is no alert", "The summary takes the focus and says all of them; alerts would speak over it.",
               Attributes(".usa-error-message", {"role": None})),
    _departure("form", "A control in error says so", "Theirs is seen alone (WAI-ARIA, aria-invalid).",
               Attributes(".usa-form-group--error input", {"aria-invalid": "true"}), Attributes(".usa-form-group--error textarea", {"aria-invalid": "true"})),
    _departure("form", "Hint and message are both read with the control", "Their file input leaves the message out.",
               Attributes(".usa-form-group--error .usa-file-input", {"aria-describedby": "id_file-hint id_file-alert"})),
    _departure("form", "The hint is a div", "Django's own hints may hold a list.", Renamed("span.usa-hint", "div")),
)
FOOTER = (
    _departure("footer", "One contact link, where there is neither phone nor mail address",
               "The Federal website standards ask for one in the same place on every page.",
               Removed(".usa-footer__address .grid-row .grid-col-auto::later"), states=("slim", "medium", "big")),
    _departure("footer", "The menu has gaps from 480 pixels on", "Theirs makes the page wider than a phone's screen (WCAG 2.2 SC 1.4.10).",
               Classes("ul.grid-row", "mobile-lg:grid-gap-2 desktop:grid-gap-4", "grid-gap"), Classes(".grid-gap-4", "mobile-lg:grid-gap-4", "grid-gap-4")),
    _departure("footer", "No logo, where none is given", "It is in header and identifier.",
               Removed(".usa-footer__logo .grid-col-auto::first"), Removed(".usa-footer__logo .mobile-lg:grid-col-auto::first"),
               states=("slim", "medium", "big")),
    _departure("footer", "No social media and no heading of the contact, where none are given", "An empty list is nothing to show.",
               Removed(".usa-footer__social-links"), Removed(".usa-footer__contact-heading"), states=("medium", "big")),
    _departure("footer", "Social media are named in words", "Their marks are third parties' pictures; names need room between them.",
               Removed(".usa-social-link img"), Classes(".usa-social-link", removed="usa-social-link"),
               Classes(".usa-footer__social-links", "grid-gap", "grid-gap-1")),
    _departure("footer", "The heading of a section and that of the sign-up are each an h2", "Theirs skip from whatever was last to h4, and back to h3.",
               Renamed("h4", "h2"), Renamed("h3", "h2")),
    _departure("footer", "Without a sign-up its column is not there", "The sections have the width.",
               Removed(".tablet:grid-col-4"), Removed(".tablet:grid-col-8", keep_content=True),
               Removed(".usa-footer--big .usa-footer__primary-section .grid-container .grid-row.grid-gap", keep_content=True), states=("big",)),
)
OTHERS = (
    _departure("breadcrumb", "schema.org by https", "The vocabulary's own address.", Attributes("ol[vocab]", {"vocab": "https://schema.org/"})),
    _departure("breadcrumb", "A trail with structured data wraps, and is called a breadcrumb", "Theirs puts links off the screen of a phone; there is one trail.",
               Classes("nav.!usa-breadcrumb--truncate", "usa-breadcrumb--wrap"), Attributes("nav", {"aria-label": "Breadcrumb"})),
    _departure("side_navigation", "The page itself is marked for software too", "Their mark is seen alone, and on the ancestors as well.",
               Attributes("a[href=#page]", {"aria-current": "page"})),
    _departure("summary_box", "The heading is an h2, and an item is one link or none", "The level follows the page's outline; no HTML is passed in.",
               Renamed("h3", "h2"), Removed("li a::later")),
    _departure("accordion", "The heading is an h2", "The level follows the page's outline; theirs skips levels.", Renamed("h4", "h2")),
    _departure("accordion", "A closed panel's button says nothing until a script has closed it", "Without a script the panel is open, and \"collapsed\" would be wrong.",
               Attributes("button[aria-expanded=false]", {"aria-expanded": None})),
    _departure("accordion", "The words of a button are an element", "Without a script they stand alone; the button would do nothing.",
               Inserted("button", "<span></span>")),
    _departure("pagination", "The arrows have no role", "What is hidden from assistive technology has none.", Attributes("svg", {"role": None})),
    _departure("pagination", "A gap is called \"pages that are not shown\"", "Theirs is called by its looks, an ellipsis.",
               Attributes(".usa-pagination__overflow", {"aria-label": "pages that are not shown"})),
    _departure("collection", "No picture of a globe", "It says nothing that the name beside it does not.",
               Removed("li svg"), Classes("li.position-relative", removed="position-relative")),
    _departure("collection", "The leaf of a calendar has the year", "An archive spans many.", Inserted(".usa-collection__calendar-date time", '<span class="display-block text-center text-base-darkest"></span>')),
    _departure("collection", "No topic is marked as new", "Nobody takes the mark away in time.", Classes(".usa-tag--new", removed="usa-tag--new")),
    _departure("tag_list", "Tags are a list with a name", "A screen reader says what they are and how many.",
               Wrapped(".usa-tag", '<ul role="list" aria-label="Topics"><li></li></ul>')),
    _departure("table_wrapper", "What scrolls is a region, named by the caption", "Theirs takes the focus and has neither role nor name.",
               Attributes(".usa-table-container--scrollable", {"role": "region", "aria-labelledby": "caption"}), Attributes("caption", {"id": "caption"})),
    _departure("identifier", "A logo has no role", "An image has it already.", Attributes("img", {"role": None})),
    _departure("identifier", "A single logo is that of the agency", "It is the agency's site, under the agency's domain.",
               Attributes("img::first", {"alt": "Harbor Office logo"}), states=("default", "taxpayer-disclaimer")),
    _departure("identifier", "A logo is named in the language of the page", "Theirs is called a logo in English on a Spanish page.",
               Attributes("img", {"alt": "Logotipo de Oficina de Puertos"}), states=("spanish",)),
    _departure("print_button", "It is hidden until the script shows it, and has an icon", "Without the script it could do nothing.",
               Attributes("button", {"hidden": ""}), Inserted("button", ICON)),
    _departure("in_page_navigation", "No aside round it", "An unnamed landmark with nothing but another landmark in it.", Renamed("aside", "div")),
    _departure("in_page_navigation", "It is named by its heading, an h2 that does not take the focus", "Its name is said twice; what cannot be acted on is no stop of the Tab key.",
               Renamed("h4", "h2"), Attributes("nav", {"aria-label": None, "aria-labelledby": "heading"}), Attributes("h2", {"tabindex": None, "id": "heading"})),
)
# fmt: on

DEPARTURES = (
    *BANNER,
    *_alerts("site_alert", "h3"),
    *_alerts("alert", "h4"),
    *HEADER,
    *SEARCH,
    *LANGUAGES,
    *OTHERS,
    *FOOTER,
    *FORM,
)
