"""Names and messages of a site that stand above the title of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govpage.news.importers.kinds import kind_of_title
from govpage.news.importers.lines import fold, is_sentence

_SITE = re.compile(
    r"(?:the )?(?:u\.?s\.? )?(?:[\w.&'-]{1,20} ){0,6}(?:office|department|agency|administration|service|bureau"
    r"|commission|authority|newsroom|news|white house|"
    r"affairs|secretary|spokesperson|corps|homeland security|archives?|oficina|departamento|agencia|administracion)"
    r"|(?:u\.?s\.? )?(?:department|office|bureau|agency|administration|commission|oficina|departamento|agencia"
    r"|administracion|servicio) (?:of|de|del|for|on|para) [\w ,&'-]{2,60}"
    r"|u\.?s\.? (?:[\w.&'-]{1,20} ){1,6}(?:district|region|sector|division|fleet|area|station|base)(?: [\w ]{1,30})?"
    r"|[\w-]{2,30}(?:\.[\w-]{2,30}){0,3}\.(?:gov|mil)"
)
_HEARING = re.compile(
    r"(?:testimony )?before the [\w ,&'-]{0,80}(?:committee|commission|council|board)\b[\w ,&'-]{0,80}"
)
_ACTS = re.compile(
    r"\b(?:to|at|in|on|by|with|from|as|opens?|sends?|names?|announces?|launch(?:es)?|statement|remarks|report|a"
    r"|en|con|abre|envia|anuncia|sobre)\b"
)
_ALERT = re.compile(r"(?:notice|alert|note|aviso|alerta|important|importante|nota|due to (?:a|the) lapse)\b")


def is_above_title(text: str, trail: Sequence[str], agency: str) -> bool:
    """Tell whether the line may be the name or a message of the site; two or three words make no title."""
    if trail and fold(text) == fold(trail[-1]):
        return False
    return is_site(text, trail, agency) or is_alert(text) or is_short(text)


def is_short(text: str) -> bool:
    """Tell whether the line has too few words to be a title for sure."""
    return len(text.split()) <= 3


def is_site(text: str, trail: Sequence[str], agency: str) -> bool:
    """Tell whether the line is the name of an agency or of a part of its site."""
    folded = fold(text)
    if trail and folded == fold(trail[-1]):
        return False
    named = bool(agency) and folded in fold(agency)
    brief = len(text) <= 90 and len(folded.split()) <= 9
    return (
        named
        or bool(_HEARING.fullmatch(folded))
        or (brief and bool(_SITE.fullmatch(folded)) and not _ACTS.search(folded))
    )


def is_alert(text: str) -> bool:
    """Tell whether the line is a message that the whole site shows, which no title of testimony or remarks is."""
    return is_sentence(text) and not kind_of_title(text) and (len(text) > 120 or bool(_ALERT.match(fold(text))))
