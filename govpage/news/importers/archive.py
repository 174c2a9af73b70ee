"""Archive notices in the wordings of many agencies."""

from __future__ import annotations

import re

from govpage.news.importers.dates import whole_date
from govpage.news.importers.lines import Line, fold, next_text

_HEADING = re.compile(
    r"(?:(?:you are viewing|this is)[: ] ?)?(?:an? )?archived?"
    r"(?: (?:content|page|information|material|document|news|release|news release|press release|statement"
    r"|website|site|item))?(?: notice)?"
    r"|historical (?:content|material|document|information)|(?:este es )?(?:un )?(?:contenido|pagina|documento"
    r"|comunicado|material|informacion|sitio)(?: web)? (?:de archivo|archivad[oa]|historic[oa])"
    r"|archivad[oa]|archivo historico|aviso de (?:archivo|contenido archivado)|archive notice"
)
_STAMP = re.compile(
    r"(?:(?:this )?(?:page|content|release|document|item|date) (?:was )?)?archived(?: on)?:? "
    r"|(?:(?:est[ae] )?(?:pagina|contenido|comunicado) (?:fue )?)?archivad[oa](?: el)?:? |fecha de archivo:? "
)
_SUBJECT = re.compile(
    r"(?:note|notice|archived?|archived content|aviso|nota|contenido archivado)?[:. -]{0,3}"
    r"(?:this\b|these\b|(?:the|all|all the) (?:information|content|following|page|material|document"
    r"|website)|information (?:on|in) this|information released online"
    r"|content (?:on|from|in)|in an effort to keep|you are (?:viewing|looking at)|"
    r"archived |links (?:on|in) this|we (?:have )?archived|to keep|as part of|due to its age"
    r"|some (?:of the )?(?:links|content|information)|"
    r"est[ae]\b|estos\b|el (?:contenido|documento|material|siguiente)|la (?:informacion|pagina)"
    r"|en un esfuerzo por|con el fin de mantener|para mantener|"
    r"a fin de mantener|usted esta (?:viendo|consultando)|algunos enlaces|los enlaces|el archivo contiene)"
)
_OLD = re.compile(
    r"\barchiv|\bhistorical\b|released online (?:from|between|before|prior)|not updated"
    r"|frozen in time|no longer (?:being )?(?:updated|current|maintained|in effect|available|reflect)"
    r"|\bout of date\b|out-of-date|\boutdated\b"
    r"|not the current|may not reflect|reference only|desactualizad|ya no (?:se actualiza|esta vigente|refleja"
    r"|se mantiene)|kept for reference|se conserva como referencia"
    r"|\bhistoric[oa]s?\b|no refleje|solo (?:como|de) referencia"
)
_THING = re.compile(
    r"\b(?:page|content|information|website|web site|site|material|document|release|archive|statement|links?"
    r"|pagina|contenido|informacion|sitio|documento|comunicado|archivo|enlaces)s?\b"
)


_LAST = re.compile(r"\b(?:kept for reference|se conserva como referencia)\b")
"""The sentence that ends a notice of ours; before it may stand a reason, in any words, and what replaces the page."""

MOST_SENTENCES = 6


def is_archive_heading(text: str) -> bool:
    """Tell whether the line says "Archived Content" or the like, or when it was archived, and nothing else."""
    folded = fold(text).strip(" *:.!-[]()\u00bb>") if len(text) <= 80 else ""
    stamp = _STAMP.match(folded)
    return bool(_HEADING.fullmatch(folded) or (stamp and whole_date(folded[stamp.end() :])))


def is_archive_notice(text: str) -> bool:
    """Tell whether the line is a sentence saying that the page is kept as a record."""
    folded = fold(text).lstrip(" *[(\"'") if len(text) <= 800 else ""
    return bool(_SUBJECT.match(folded) and _OLD.search(folded) and _THING.search(folded))


def read_archive(lines: tuple[Line, ...], at: int) -> tuple[int, str] | None:
    """Read an archive heading and its sentences.

    Shape:   the line after them, and the sentences as one text; None if there is no notice at the line
    """
    heading = is_archive_heading(lines[at].text)
    if not heading and not is_archive_notice(lines[at].text):
        return None
    end, said = _own_notice(lines, at) if heading else (at, list[str]())
    while (after := next_text(lines, end)) < len(lines) and is_archive_notice(lines[after].text):
        said.append(lines[after].text)
        end = after + 1
    return end, " ".join(said)


def _own_notice(lines: tuple[Line, ...], heading: int) -> tuple[int, list[str]]:
    """Read a notice as our own pages have it, to its last sentence; without that sentence nothing but the heading."""
    end, said = heading + 1, list[str]()
    for _sentence in range(MOST_SENTENCES):
        at = next_text(lines, end)
        if at >= len(lines):
            break
        said.append(lines[at].text)
        end = at + 1
        if _LAST.search(fold(lines[at].text)):
            return end, said
    return heading + 1, []
