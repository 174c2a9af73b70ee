from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any, TypeAlias

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from govpage.component import HOSTILE, Component, Example, a_date
from govpage.components.release_parts import (
    ChangeNote,
    PressContact,
    QuickFact,
    Quote,
    ReleaseFile,
    ReleaseImage,
    Translation,
    parts,
)
from govpage.dates import long_date
from govpage.external_links import with_marked_links
from govpage.richtext import RELEASE_BODY

PartLike: TypeAlias = Mapping[str, Any]


PARTS: dict[str, type[Any]] = {
    "contacts": PressContact,
    "translations": Translation,
    "quotes": Quote,
    "quick_facts": QuickFact,
    "files": ReleaseFile,
    "changes": ChangeNote,
}


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
    """Who wrote it, without the word "By", for a blog."""

    contacts: tuple[PressContact | PartLike, ...] = ()
    """Whom the press asks: list of PressContact, or of dicts with name, phone, email."""

    immediate: bool = False
    """Whether it says "FOR IMMEDIATE RELEASE" on top."""

    translations: tuple[Translation, ...] = ()
    """The release in other languages: list of Translation."""

    image: ReleaseImage | None = None
    """Picture above the text."""

    quotes: tuple[Quote | PartLike, ...] = ()
    """What people said: list of Quote, or of dicts with text, speaker, role."""

    quick_facts: tuple[QuickFact | PartLike, ...] = ()
    """Facts in a few words: list of QuickFact, or of dicts with text, label."""

    files: tuple[ReleaseFile, ...] = ()
    """Files to fetch: list of ReleaseFile."""

    boilerplate: str = ""
    """Paragraph about the office as HTML; cleaned as the text is."""

    changes: tuple[ChangeNote, ...] = ()
    """What was changed since: list of ChangeNote, newest first."""

    criteria = (
        "The title is the page's first heading.",
        "The date is marked up so that software can read it, with the month in full.",
        "The dateline begins the first paragraph.",
        "Markup in the text that is not declared is taken out.",
        "A link that leaves the government's sites says so, to the eye and to the ear.",
        "A link to a file says its type and size before it is followed.",
        "A quotation is marked up with who said it.",
        "What is not there is not shown, not even as a heading.",
    )

    def __post_init__(self) -> None:
        a_date("release_article", "release_date", self.release_date)
        for name, kind in PARTS.items():
            # Most releases have most parts empty.
            if (given := getattr(self, name)) != ():
                object.__setattr__(self, name, parts(kind, given))

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
            "newsroom": Example(
                cls(
                    "Crews Check 27 Piers After the Storm",
                    body,
                    "Press release",
                    release_date=date(2017, 9, 2),
                    contacts=(contact,),
                    immediate=True,
                    translations=(Translation("es", "Español", "/news/2017/09/02/muelles/"),),
                    image=ReleaseImage(static("govpage/example.svg"), "A crew on a pier", "The pier at Port Alder"),
                    quotes=(Quote("Nobody should tie up to a pier that we have not looked at.", "The Harbormaster"),),
                    quick_facts=(QuickFact("27", "piers checked"), QuickFact("Two piers stay closed.")),
                    files=(ReleaseFile("List of the piers", "/files/piers.pdf", "PDF, 1.2 MB"),),
                    boilerplate="<p>The Harbor Office keeps the public ports safe.</p>",
                    changes=(ChangeNote(date(2017, 9, 5), "The number of closed piers is two, not three."),),
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
                cls(
                    "Revisión de 27 muelles",
                    "<p>Texto.</p>",
                    "Comunicado",
                    "",
                    date(2017, 9, 2),
                    immediate=True,
                    quick_facts=(QuickFact("27", "muelles"),),
                    files=(ReleaseFile("Lista de muelles", "/files/muelles.pdf", "PDF, 1,2 MB"),),
                    changes=(ChangeNote(date(2017, 9, 5), "Dos muelles, no tres."),),
                ),
                "es",
            ),
            "right-to-left": Example(
                cls(
                    "فحص الأرصفة",
                    "<p>نص</p>",
                    "بيان",
                    "",
                    date(2017, 9, 2),
                    quotes=(Quote("نص", "مدير الميناء"),),
                    quick_facts=(QuickFact("27", "رصيفا"),),
                    files=(ReleaseFile("قائمة", "/files/piers.pdf", "PDF, 1.2 MB", "en"),),
                ),
                "ar",
                "rtl",
            ),
            "hostile": Example(
                cls(
                    HOSTILE,
                    f"<p>{HOSTILE}</p>",
                    *(HOSTILE, HOSTILE, None, HOSTILE, HOSTILE, HOSTILE, (hostile,)),
                    translations=(Translation("es", HOSTILE, "/?a=1&b=<2>"),),
                    image=ReleaseImage(static("govpage/example.svg") + "?a=1&b=<2>", HOSTILE, HOSTILE),
                    quotes=(Quote(HOSTILE, HOSTILE, HOSTILE),),
                    quick_facts=(QuickFact(HOSTILE, HOSTILE),),
                    files=(ReleaseFile(HOSTILE, "/?a=1&b=<2>", HOSTILE),),
                    boilerplate=f"<p>{HOSTILE}</p>",
                    changes=(ChangeNote(date(2017, 9, 5), HOSTILE),),
                )
            ),
        }

    def context(self) -> dict[str, Any]:
        return {
            **self.parameters(),
            "date_text": long_date(self.release_date) if self.release_date else "",
            "text": self._text(),
            "boilerplate": with_marked_links(RELEASE_BODY.render(self.boilerplate)) if self.boilerplate else "",
            "contacts": [c for c in self.contacts if isinstance(c, PressContact) and any(astuple(c))],
        }

    @property
    def has_parts(self) -> bool:
        """Whether there is anything beside title, facts, text and contacts."""
        beside = (self.immediate, self.translations, self.image, self.quotes, self.quick_facts, self.files)
        return any((*beside, self.boilerplate, self.changes))

    def _text(self) -> SafeString:
        body = with_marked_links(RELEASE_BODY.render(self.body))
        if not self.dateline:
            return body
        dateline = format_html('<p><span class="gov-release__dateline">{}</span> – ', self.dateline)
        if body.startswith("<p>"):
            return SafeString(dateline + body.removeprefix("<p>"))
        return SafeString(dateline + "</p>" + body)
