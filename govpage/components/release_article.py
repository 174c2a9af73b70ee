from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any, TypeAlias

from django.utils.html import format_html
from django.utils.safestring import SafeString

from govpage.component import HOSTILE, Component, Example, a_date
from govpage.components.contact_block import email_href, phone_href
from govpage.dates import long_date
from govpage.external_links import with_marked_links
from govpage.richtext import RELEASE_BODY


@dataclass(frozen=True, slots=True)
class PressContact:
    """Whom the press asks; what is empty is not shown."""

    name: str = ""
    phone: str = ""
    email: str = ""

    @property
    def phone_href(self) -> str:
        """Where a touch on the phone number leads; nowhere if it cannot be dialled."""
        return phone_href(self.phone)

    @property
    def email_href(self) -> str:
        """Where a touch on the mail address leads."""
        return email_href(self.email)


PressContactLike: TypeAlias = PressContact | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReleaseArticle(Component):
    """A news release: what it is, title, date, text with its dateline, and whom the press asks.

    Source: press releases of federal agencies; Federal website standards, content timeliness
    """

    title: str
    """Title, the first heading of the page."""

    body: str
    """Text as HTML; cleaned to what ``RELEASE_BODY`` allows."""

    kind: str = ""
    """What it is, in words: "Press release"."""

    subtitle: str = ""
    """Subtitle."""

    release_date: date | None = None
    """Day of release; not shown when it is not known."""

    release_number: str = ""
    """Number of the release."""

    dateline: str = ""
    """Place that begins the text: "WASHINGTON"."""

    byline: str = ""
    """Who wrote it, for a blog."""

    contacts: tuple[PressContactLike, ...] = ()
    """Whom the press asks: list of PressContact, or of dicts with name, phone, email."""

    criteria = (
        "The title is the page's first heading.",
        "The date is marked up so that software can read it, with the month in full.",
        "The dateline begins the first paragraph.",
        "Markup in the text that is not declared is taken out.",
        "A link that leaves the government's sites says so, to the eye and to the ear.",
    )

    def __post_init__(self) -> None:
        a_date("release_article", "release_date", self.release_date)
        contacts = tuple(c if isinstance(c, PressContact) else PressContact(**c) for c in self.contacts or ())
        object.__setattr__(self, "contacts", contacts)

    @classmethod
    def examples(cls) -> dict[str, Example]:
        body = "<p>Crews checked 27 piers.</p><ul><li>Two were closed<ul><li>One is open again</li></ul></li></ul>"
        contact = PressContact("Press Office", "202-555-0100", "press@harbor.example.gov")
        hostile = PressContact(HOSTILE, HOSTILE, HOSTILE)
        return {
            "default": Example(
                cls("Crews Check 27 Piers After the Storm", body, "Press release", "", date(2017, 9, 2))
            ),
            "full": Example(
                cls(
                    "Crews Check 27 Piers After the Storm",
                    body,
                    "Press release",
                    "Two stay closed for repairs",
                    date(2017, 9, 2),
                    "HQ-17-402",
                    "PORT ALDER, Texas",
                    contacts=(contact,),
                )
            ),
            "external-link": Example(
                cls(
                    "Tide Tables for Every Pier",
                    '<p>The tables are those of the <a href="https://tides.example.org/">Tide Society</a>.</p>',
                )
            ),
            "blog": Example(cls("Open Books at the Harbor Office", body, "Blog", byline="The Director of the Office")),
            "spanish": Example(
                cls("Revisión de 27 muelles", "<p>Texto.</p>", "Comunicado", "", date(2017, 9, 2)), "es"
            ),
            "right-to-left": Example(cls("فحص الأرصفة", "<p>نص</p>", "بيان", "", date(2017, 9, 2)), "ar", "rtl"),
            "hostile": Example(
                cls(HOSTILE, f"<p>{HOSTILE}</p>", HOSTILE, HOSTILE, None, HOSTILE, HOSTILE, HOSTILE, (hostile,))
            ),
        }

    def context(self) -> dict[str, Any]:
        return {
            **self.parameters(),
            "date_text": long_date(self.release_date) if self.release_date else "",
            "text": self._text(),
            "contacts": [c for c in self.contacts if isinstance(c, PressContact) and any(astuple(c))],
        }

    def _text(self) -> SafeString:
        body = with_marked_links(RELEASE_BODY.render(self.body))
        if not self.dateline:
            return body
        dateline = format_html('<p><span class="gov-release__dateline">{}</span> – ', self.dateline)
        if body.startswith("<p>"):
            return SafeString(dateline + body.removeprefix("<p>"))
        return SafeString(dateline + "</p>" + body)
