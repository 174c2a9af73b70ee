"""Kinds of release, as a page names them, and the lines that only say so."""

from __future__ import annotations

import re

from govpage.news.importers.lines import fold

_LINE = {
    "press_release": r"(?:(?:joint|national|local|regional|official|archived|media|press|news|agency"
    r"|headquarters) ){0,2}(?:release|news release|press release|media release)s?(?: from [\w .&'-]{2,60})?"
    r"|comunicados?(?: (?:de|para la) prensa)?(?: (?:nacional|local|conjunto))?|boletin(?: de)?(?: prensa"
    r"| informativo)?|news item|nota de prensa|announcements?|(?:news )?alerts?|noticia",
    "statement": r"(?:(?:joint|press|official|media|public) )?statements?(?: (?:&|and) releases)?|readouts?"
    r"|press (?:statement|readout)s?|declaracion(?:es)?(?: (?:de|a la) prensa| conjunta| oficial)?",
    "media_advisory": r"(?:(?:joint|press|news) )?(?:media |press |news )?advisor(?:y|ies)|media (?:note|alert"
    r"|availability)s?|aviso (?:a|para) (?:los medios|la prensa)(?: de comunicacion)?|convocatoria (?:de"
    r"|a) (?:prensa|los medios)",
    "fact_sheet": r"fact ?sheets?|media fact ?sheet|hojas? (?:informativas?|de datos)|ficha (?:informativa"
    r"|tecnica)|backgrounder",
    "remarks": r"remarks|speech(?:es)?|as (?:prepared|delivered)(?: remarks)?(?: for delivery)?|(?:prepared "
    r"|keynote )?remarks(?: as (?:prepared|delivered))?(?: for delivery)?|discursos?|palabras|transcripts?"
    r"|press briefings?",
    "testimony": r"(?:written |congressional |prepared )?testimon(?:y|ies)|testimonios?|statement for the record",
    "blog": r"(?:(?:official|agency) )?blogs?(?: posts?| entry)?|entrada de blog|articulo de blog",
}  # fmt: skip
_LINES = {kind: re.compile(words) for kind, words in _LINE.items()}
_TITLES = {
    "fact_sheet": re.compile(r"(?:media )?fact ?sheet\b|hoja (?:informativa|de datos)\b|ficha "),
    "media_advisory": re.compile(
        r"(?:media|press|news) (?:advisory|alert)\b|aviso (?:a|para) (?:los medios|la prensa)\b"
    ),
    "testimony": re.compile(
        r"(?:written |prepared )?testimony (?:of|by|from|for)\b|(?:written )?testimony\b|testimonio "
    ),
    "remarks": re.compile(r"(?:[\w.' ]{0,40}\b)?(?:remarks|speech)\b|discurso |palabras "),
    "statement": re.compile(
        r"(?:joint |[\w.']{1,20} ){0,4}statement (?:by|from|on|of|regarding|about|to)\b|statement:"
        r"|readout (?:of|from)\b|declaracion "
    ),
}
_IMMEDIATE = re.compile(
    r"(?:for |not embargoed: )?immediate release|for release (?:up)?on (?:receipt|delivery)|for (?:immediate"
    r"|general) (?:distribution|use|dissemination|publication)"
    r"|(?:para (?:su )?)?(?:publicacion|divulgacion|difusion|distribucion|lanzamiento|emision) inmediat[oa]"
    r"|para uso inmediato|de (?:publicacion|divulgacion|difusion) inmediata"
    r"|para (?:publicar|divulgar) de inmediato"
)


def kind_line(text: str) -> str:
    """Give the kind that the line names and nothing else; empty if it says more."""
    folded = fold(text).strip(" :*|()[]") if len(text) <= 80 else ""
    return next((kind for kind, words in _LINES.items() if words.fullmatch(folded)), "")


def kind_of_title(title: str) -> str:
    """Give the kind that a title starts with; empty if it starts with none."""
    folded = fold(title)[:160]
    return next((kind for kind, words in _TITLES.items() if words.match(folded)), "")


def after_immediate(text: str) -> str | None:
    """Give what follows "For Immediate Release"; None if the line does not start so."""
    match = _IMMEDIATE.match(fold(text)) if len(text) <= 200 else None
    return text[match.end() :].strip(" :-\u2013\u2014|.,*") if match else None
