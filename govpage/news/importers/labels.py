"""The labels that announce a fact of a release, in the wordings of many agencies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from govpage.news.importers.dates import whole_date
from govpage.news.importers.lines import fold


class Field(Enum):
    """Name what a label announces."""

    RELEASED = "release date"
    UPDATED = "last updated date"
    REVIEWED = "last reviewed date"
    UPDATED_AND_REVIEWED = "last updated and reviewed date"
    NUMBER = "release number"
    EMBARGO = "embargo"
    OTHER = "other fact"


DATES = (Field.RELEASED, Field.UPDATED, Field.REVIEWED, Field.UPDATED_AND_REVIEWED)

_PAGE = (
    r"(?:(?:this )?(?:web ?)?(?:page|content|article|release|site|esta pagina|pagina|contenido)"
    r" ?(?:was |has been |is |fue |se )?)?"
)
_WORDS = {
    Field.RELEASED: r"""
        (?:news |press |media |original |first )?release date(?:d)?|released?(?: date)?|date(?: of)? release
        |date released|dated?
        |(?:originally |first |date |page )?published(?: date)?|publish(?:ed)? date|publication date
        |date of publication|date issued
        |issued|issue date|issuance date|(?:originally |date )?posted|post(?:ed|ing) date|announced|for release
        |news date|posted by
        |fecha de (?:la )?(?:publicacion|emision|lanzamiento|divulgacion|difusion)(?: del comunicado)?
        |fecha del? comunicado(?: de prensa)?
        |fecha|publicad[oa]|emitid[oa]|difundid[oa]|publicacion|fecha publicad[oa]|fecha original""",
    Field.UPDATED: rf"""
        {_PAGE}(?:date )?last (?:updated?|modified|revised|edited|changed)(?: date)?|{_PAGE}last published(?: date)?
        |(?:page |content |information )?current as of
        |(?:page |content |date |this page was )?(?:updated?|modified|revised)(?: date)?|date of last update
        |{_PAGE}date last (?:updated|modified)
        |(?:fecha de )?(?:la )?ultima (?:actualizacion|modificacion|version)(?: de (?:la|esta) pagina)?
        |{_PAGE}(?:actualizad|modificad)[oa](?: por ultima vez)?
        |fecha de (?:actualizacion|modificacion)|ultima vez (?:actualizad[oa]|que se actualizo)
        |ultima fecha de (?:actualizacion|publicacion)
        |{_PAGE}actualizo por ultima vez""",
    Field.REVIEWED: rf"""
        {_PAGE}(?:date )?(?:last )?reviewed(?: date)?|last review(?: date)?
        |(?:fecha de (?:la )?)?ultima revision(?: de (?:la|esta) pagina)?
        |{_PAGE}revisad[oa](?: por ultima vez)?|fecha de revision|ultima vez (?:revisad[oa]|que se reviso)
        |{_PAGE}reviso por ultima vez""",
    Field.UPDATED_AND_REVIEWED: rf"""
        {_PAGE}(?:last )?reviewed(?: ?/ ?| and | or | & )(?:last )?updated|{_PAGE}
        (?:last )?updated(?: ?/ ?| and | or | & )(?:last )?reviewed
        |ultima revision(?: ?/ ?| y | o )(?:ultima )?actualizacion
        |ultima actualizacion(?: ?/ ?| y | o )(?:ultima )?revision
        |revisad[oa](?: ?/ ?| y | o )actualizad[oa]|actualizad[oa](?: ?/ ?| y | o )revisad[oa]""",
    Field.NUMBER: r"""
        (?:press |news |media )?release (?:number|no|num|id|nr|\#)|(?:news |press |media )?release(?=[ ]?\#)
        |(?:number|no|num|nr|doc|id)(?=[ ]?[#:.])
        |document (?:number|no)|numero de(?:l)? (?:comunicado(?: de prensa)?|publicacion|boletin|divulgacion
        |prensa|noticia|la publicacion)
        |comunicado(?: de prensa)?(?: (?:num(?:ero)?|nro|no|n)|(?=[ ]?\#))|(?:n|nro|num|numero
        |no)(?=[ ]?[.:\u00ba\u00b0])|boletin (?:num(?:ero)?|no|n)
        |[a-z]{2,6} (?:no|number|release|nr)(?=[ ]?[.:\#])""",
    Field.EMBARGO: r"""
        (?:strictly )?embargoed(?: for (?:release|publication))?(?: until| till)?|embargo(?: until| till| lifts
        | date| ends| expires| time)|embargo(?=[ ]?:)
        |(?:held )?under embargo(?: until)?|hold for release(?: until)?|not for (?:release
        |publication)(?: before| until)|do not (?:release|publish) (?:before|until)
        |for release (?:at|after)|embargad[oa](?: para (?:su )?publicacion)?(?: hasta)?
        |(?:bajo |con )?embargo hasta|no (?:publicar|divulgar|difundir) (?:antes|hasta)
        |prohibida su (?:publicacion|difusion|divulgacion) (?:antes|hasta)""",
    Field.OTHER: r"""
        date created|created|location|place|region|ubicacion|lugar|language|idioma|type|content type
        |tipo(?: de contenido)?|audience
        |office|agency|agencia|oficina|program|programa|state/tribe/territory(?: or)?|source|fuente|media type
        |creado|fecha de creacion
        |speaker|venue|lead office|point of origin""",
}  # fmt: skip


def _alternatives(words: str) -> list[str]:
    """Split at the bars outside all brackets; the longest come first, so that "date" does not hide "date issued"."""
    parts, depth = [""], 0
    for sign in "".join(row.strip() for row in words.splitlines()):
        depth += (sign == "(") - (sign == ")")
        parts = [*parts, ""] if sign == "|" and not depth else [*parts[:-1], parts[-1] + sign]
    return sorted(parts, key=len, reverse=True)


_LABEL = {field: re.compile(f"(?:{'|'.join(_alternatives(words))})(?![\\w'])") for field, words in _WORDS.items()}
_AFTER = re.compile(r"[ ]?[:#|\u00ba\u00b0.\u2013\u2014-]{0,3}[ ]?(?:(?:on|el|dia|until|of|del?|hasta)\b:? ?){0,3}")
_NUMBER = re.compile(r"(?=[^\d]{0,20}\d)[A-Za-z0-9][\w./ \u2013-]{0,38}")
_COMPACT = re.compile(r"(?:[A-Z]{1,10}[- ]?){0,2}\d[\w./\u2013-]{0,24}")
_BARE_NUMBER = re.compile(
    r"(?:[A-Z]{1,6}-?)?\d{2,4}[-\u2013]\d{2,5}(?:[A-Z]{0,3})"
    r"|[A-Z]{1,5}-\d{2}-\d{1,5}[A-Z]{0,3}"
    r"|[a-z]{2}-?\d{2,5}|[A-Z]\d{2}-\d{2,4}"
)
_STRONG = re.compile(r"\b(?:last|ultima|page|pagina|content|contenido)\b|/")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Split a line into what its label announces and what follows the label."""

    field: Field
    rest: str
    strong: bool
    """Whether the wording is one that pages use for themselves and never for an event."""


def labelled(text: str) -> Labelled | None:
    """Find the longest label at the start of the line."""
    folded = fold(text) if len(text) <= 300 and text[:1].isalpha() else ""
    matches = [(match.end(), field) for field, label in _LABEL.items() if (match := label.match(folded))]
    if not matches:
        return None
    end, field = max(matches, key=lambda found: found[0])
    after = _AFTER.match(folded, end)
    rest = text[after.end() if after else end :].strip()
    if (
        field is Field.RELEASED
        and number_in(rest)
        and folded.startswith(("release:", "release #", "press release:", "news release:"))
    ):
        field = Field.NUMBER
    return Labelled(field, rest, bool(_STRONG.search(folded[:end])))


def number_in(text: str) -> str:
    """Give the text if it can be the number of a release, else nothing."""
    number = text.strip(" .:#")
    fits = len(number.split()) <= 5 and _NUMBER.fullmatch(number) and not whole_date(number)
    return number if fits else ""


def compact_number(text: str) -> str:
    """Give the text if it is one token that can be the number of a release, else nothing."""
    number = text.strip(" .:#")
    return number if _COMPACT.fullmatch(number) and not whole_date(number) else ""


def is_bare_number(text: str) -> bool:
    """Tell whether the line is a number of a release without a label."""
    return bool(_BARE_NUMBER.fullmatch(text))


def is_long_number_label(text: str) -> bool:
    """Tell whether the label says in words that a number of a release follows."""
    return bool(re.match(r"(?:press |news |media )?release|numero|comunicado|boletin", fold(text)))
