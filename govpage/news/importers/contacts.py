"""Whom the press may ask: lines and blocks with names, telephone numbers and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import takewhile

from govpage.news.importers.draft import Contact
from govpage.news.importers.lines import Line, fold, is_sentence, next_text

Lines = tuple[Line, ...]

PHONE = re.compile(
    r"(?<![\d-])(?:\+?1[-. ]{1,2})?(?:\(\d{3}\) ?|\d{3}[-./ ] ?)?\d{3}[-. ]\d{4}(?!\d)(?:,? ?(?:ext\.?|x"
    r"|extension|option) ?\d{1,6})?"
    r"|(?<![\w-])(?:\+?1-)?[2-9]\d{2}-[A-Z0-9]{3,4}(?:-[A-Z0-9]{1,4}){1,3}(?![\w-])",
    re.IGNORECASE,
)
_DOES = re.compile(r"\b(?:names?|opens?|announces?|hires?|appoints?|welcomes?|creates?|to|at|with|from|nombra|abre)\b")
_DIGITS = re.compile(r"\d{3}")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_WHO = (
    r"(?:(?:news )?media|press|news|public affairs|media relations|general|agency|national|local|primary"
    r"|technical|program|consumer|public|congressional|investor|business|community|regional|state|federal|other)"
)
_LABEL = re.compile(
    rf"(?:(?:for (?:more|additional|further) information,? (?:please )?)?(?:{_WHO}(?:(?: ?/ ?| and | & ){_WHO})? )?"
    r"(?:contacts?|contact\(s\)|inquir(?:y|ies)|questions|contact information|contact info"
    r"|technical information)(?: information)?(?: only)?"
    r"|(?:informacion de )?contactos?(?: (?:de|con|para) (?:la |los |el )?(?:prensa|medios(?: de comunicacion)?))?"
    r"|(?:consultas|preguntas) de (?:la prensa|los medios)|informacion de contacto|(?:media|press) (?:relations"
    r"|office)(?=:)"
    r"|para (?:mas|mayor) informacion)(?!\w)"
)
_PART = re.compile(rf"{_WHO}: ?")
_WORDS = re.compile(
    r"(?<!\w)(?:office |direct |main |desk |work )?(?:tel(?:ephone)?|phone|fax|cell|mobile|e-?mail"
    r"|correo(?: electronico)?|telefono|tel|name|nombre|voice|tty|tdd|after[ -]hours|24[ -]hours?)"
    r"(?: number)?(?:\.? ?:|\.(?= ))|\((?:office|direct|main|desk|work|cell|mobile|fax|voice|tty)\)"
)
_SITE = re.compile(r"(?:https?://|www\.)\S{3,200}")
_JOINTS = re.compile(
    r"(?:[\s,;:|*/()\[\]<>\u2013\u2014-]|\b(?:at|or|and|o|al|y|via|by|call|email|en|e-mail)\b){1,20}$", re.IGNORECASE
)
_NO_NAME = re.compile(r"[:!?\d#]|[\u2013\u2014]| - |^[A-Z ,]{12,}$")
_OFFICE = re.compile(
    r"(?:(?:u\.s\. )?(?:office|bureau|division|department) of (?:the )?[\w ,&'-]{3,60}"
    r"|(?:[\w.&'-]{1,20} ){0,5}(?:public|media|external|congressional|intergovernmental) (?:affairs|relations"
    r"|information|engagement)(?: office)?"
    r"|(?:[\w.&'-]{1,20} ){0,5}(?:press|news|communications) (?:office|desk|secretary|team|center)"
    r"|oficina de [\w ]{3,60}|asuntos publicos)"
)


MAX_BLOCK = 30
"""The most lines read as one block of contacts."""


@dataclass(frozen=True, slots=True)
class ContactBlock:
    """Report the contacts of a block and the line after it."""

    contacts: tuple[Contact, ...]
    end: int


def is_office(text: str) -> bool:
    """Tell whether the line is the name of an office that speaks for an agency."""
    folded = fold(text)
    return len(text) <= 80 and bool(_OFFICE.fullmatch(folded)) and not _DOES.search(folded)


def reaches(text: str) -> bool:
    """Tell whether the text has a telephone number or an e-mail address."""
    return bool(_phone(text) or _email(text))


def _phone(text: str) -> str:
    """Find a telephone number; the search is only made where three digits stand together."""
    match = PHONE.search(text) if _DIGITS.search(text) else None
    return match[0].strip() if match else ""


def _email(text: str) -> str:
    match = EMAIL.search(text) if "@" in text else None
    return match[0] if match else ""


def contact_label(text: str) -> str | None:
    """Give what follows a label such as "Media Contact:"; None if the line is no such label."""
    match = _LABEL.match(fold(text)) if len(text) <= 300 else None
    if match is None:
        return None
    rest = text[match.end() :].lstrip()
    if rest.startswith(":"):
        return rest[1:].strip()
    named = match[0].endswith(("contact", "contacts", "contacto", "contactos")) and rest[:1].isupper()
    return rest if not rest or (named and reaches(rest) and len(rest) < 90 and not is_sentence(rest)) else None


def read_contacts(lines: Lines, at: int) -> ContactBlock | None:
    """Read the contact block whose label is at the line; None if no block starts there."""
    rest = contact_label(lines[at].text)
    if rest is None or is_sentence(rest):
        return None
    start = at + 1 if rest else next_text(lines, at + 1)
    end = _block_end(lines, start, started=bool(rest))
    parts = [rest, *(line.text for line in lines[start:end])]
    contacts = _group(piece for part in parts for piece in _pieces(part))
    if not rest and not any(contact.phone or contact.email for contact in contacts):
        return None
    return ContactBlock(_named(lines, at, contacts), end)


def _block_end(lines: Lines, at: int, *, started: bool) -> int:
    """Find the end of the block: the first line that is neither a short name nor a way to reach somebody."""
    last = at + MAX_BLOCK
    while at < min(last, len(lines)):
        if _belongs(lines[at].text):
            at, started = at + 1, True
            continue
        after = next_text(lines, at)
        if not (started and at < after < at + 4 and _is_more(lines, after)):
            break
        at = after
    return at


def _is_more(lines: Lines, at: int) -> bool:
    """Tell whether the lines up to the next blank one are nothing but a name and how to reach it."""
    texts = [line.text for line in takewhile(lambda line: line.text, lines[at : at + 6])]
    fits = all(map(_belongs, texts)) and any(map(_only_reaches, texts))
    return bool(texts) and fits and (_only_reaches(texts[0]) or _is_opening(texts[0]))


def _is_opening(text: str) -> bool:
    return _is_name(text) or contact_label(text) is not None


def read_signed(lines: Lines, at: int) -> ContactBlock | None:
    """Read a name and how to reach it that stand without a label, as under a mark of the end."""
    texts = [line.text for line in takewhile(lambda line: line.text, lines[at : at + 6])]
    if not _is_more(lines, at) or _only_reaches(texts[0]):
        return None
    return ContactBlock(_group(piece for text in texts for piece in _pieces(text)), at + len(texts))


def _belongs(text: str) -> bool:
    if not text or len(text) > 110 or is_sentence(text):
        return False
    text = _without_part(text)
    return (
        not name_in(text)
        or _only_reaches(text)
        or contact_label(text) is not None
        or (reaches(text) and len(text) < 90)
        or _is_name(text)
    )


def _without_part(text: str) -> str:
    """Take off whom a contact of a block is for, as in "Media: Press Desk" under "Inquiries"."""
    part = _PART.match(fold(text))
    return text[part.end() :] if part else text


def _is_name(text: str) -> bool:
    return len(text) <= 60 and text[0].isupper() and not _NO_NAME.search(text)


def _only_reaches(text: str) -> bool:
    return bool(text) and reaches(text) and not name_in(text)


def name_in(text: str) -> str:
    """Give what is left of a line without its numbers, addresses and their labels."""
    bare = EMAIL.sub(" ", PHONE.sub(" ", text)) if reaches(text) else text
    bare = _SITE.sub(" ", bare)
    for match in reversed(list(_WORDS.finditer(fold(bare)))):
        bare = bare[: match.start()] + " " + bare[match.end() :]
    bare = _JOINTS.sub("", " ".join(bare.split()))
    return re.sub(r" ?\( ?\)|^[\s,;:|*/()\u2022-]{1,20}", "", bare).strip()


def _pieces(part: str) -> list[str]:
    return [
        piece
        for piece in re.split(r"[;|\u2022\u00b7\u25aa\u25e6]| / | or (?=[A-Z])", part)
        if piece.strip() and not fold(piece).lstrip().startswith("fax")
    ]


def _group(pieces: Iterable[str]) -> tuple[Contact, ...]:
    """Start a new contact at each name that follows a complete one; offices under a name are left out."""
    done: list[Contact] = []
    current = Contact()
    for piece in pieces:
        rest = contact_label(piece)
        name, phone, email = name_in(_without_part(piece) if rest is None else rest), _phone(piece), _email(piece)
        if (name or rest is not None) and (current.phone or current.email):
            done, current = [*done, current], Contact()
        current = replace(
            current,
            name=current.name or name,
            phone=current.phone or phone,
            email=current.email or email,
        )
    return tuple(contact for contact in (*done, current) if contact != Contact())


def _named(lines: Lines, at: int, contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """Name a lone number after the office on the line above it."""
    above = lines[at - 1].text if at else ""
    if len(contacts) == 1 and not contacts[0].name and is_office(above):
        return (replace(contacts[0], name=above),)
    return contacts
