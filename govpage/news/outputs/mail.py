"""A release as a mail to the press: HTML and plain text, ready to be sent from anybody's mail program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from html import unescape

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from govpage.dates import long_date
from govpage.languages import direction
from govpage.news.models import NewsRelease
from govpage.news.outputs.clean import LINK, one_line
from govpage.news.outputs.description import Description
from govpage.news.text import TAG

CRLF = "\r\n"

ONE_LINE = 60
"""Characters of a title that need no folding. Source: RFC 5322, lines of 78 characters"""

STYLE = (
    "body{margin:0;padding:24px;color:#1b1b1b;background:#fff}"
    "h1{font:bold 26px/1.25 Georgia,serif;margin:0 0 12px}h2,h3{font:bold 19px/1.3 Georgia,serif}"
    "a{color:#005ea2}blockquote{margin:16px 0;padding-inline-start:16px;border-inline-start:4px solid #a9aeb1}"
)
"""Looks of the mail; a program that drops them shows a plain letter."""

LETTER = "max-width:640px;margin:0 auto;font:17px/1.6 Helvetica,Arial,sans-serif"
"""What the letter keeps where a program drops the stylesheet."""

HTML = (
    '<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head><meta charset="utf-8"><title>{title}</title>'
    "<style>{style}</style></head>\n"
    '<body><div style="{letter}">\n{above}<h1>{title}</h1>\n{subtitle}{body}\n{about}{contacts}'
    '<p><a href="{address}">{address}</a></p>\n</div></body>\n</html>\n'
)

BLOCK = re.compile(r"</?(?:p|h[2-6]|[uod]l|blockquote)\b", re.ASCII)
LINE = re.compile(r"<(?:br|li|dt|dd)\b", re.ASCII)


def mail(release: NewsRelease, description: Description, *, embargoed: bool = False) -> bytes:
    """Return the mail as a file that mail programs open as a draft; equal releases give equal bytes.

    Source: RFC 5322; RFC 2046, multipart/alternative
    """
    with override(description.language):
        above, contacts = notices(release, description, embargoed=embargoed), contact_lines(release.contacts)
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message.set_content(render_text(description, above, contacts))
    message.add_alternative(render_mail(description, above, contacts), subtype="html")
    message.set_boundary(f"=_{sha256(f'{description.id} {description.body}'.encode()).hexdigest()[:24]}")
    return subject_line(description.title) + message.as_bytes()


def subject_line(title: str) -> bytes:
    """Return the header with the title, in one encoding from its beginning to its end.

    Source: RFC 2047; as a header of a message, Python 3.11 loses or doubles blanks where it folds between two encodings
    """
    charset = "us-ascii" if title.isascii() and "=?" not in title and len(title) <= ONE_LINE else "utf-8"
    return f"Subject: {Header(title, charset, header_name='Subject').encode(linesep=CRLF)}{CRLF}".encode("ascii")


def render_mail(description: Description, above: Iterable[str] = (), contacts: Iterable[str] = ()) -> SafeString:
    """Return the release as the HTML of a mail.

    Shape: above and contacts are lines over the title and below the text
    """
    about = description.boilerplate_html
    return format_html(
        HTML,
        language=description.language,
        direction=direction(description.language),
        title=description.title,
        style=SafeString(STYLE),
        letter=LETTER,
        above=_lines(above),
        subtitle=_lines(filter(None, [description.subtitle])),
        body=description.body_html,
        about=format_html("<hr>\n{}\n", about) if about else "",
        contacts=_lines(contacts),
        address=description.address,
    )


def render_text(description: Description, above: Iterable[str] = (), contacts: Iterable[str] = ()) -> str:
    """Return the release as the plain text of a mail, a link's address after its words."""
    parts = (
        "\n".join(above),
        description.title,
        description.subtitle,
        as_text(description.body_html),
        as_text(description.boilerplate_html),
        "\n".join(contacts),
        description.address,
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def as_text(html: str) -> str:
    """Return sanitised HTML as plain text: paragraphs apart, an item a line."""
    told = _with_targets(html)
    marked = LINE.sub(lambda tag: ("\n- " if tag[0] == "<li" else "\n") + tag[0], BLOCK.sub(r"\n\n\g<0>", told))
    lines = (" ".join(line.split()) for line in unescape(TAG.sub("", marked)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _with_targets(html: str) -> str:
    """Put after the words of each link where it leads."""
    targets: list[str] = []

    def told(tag: re.Match[str]) -> str:
        if tag[0].startswith(("<a ", "<a>")):
            link = LINK.search(tag[0])
            targets.append(link[1] if link else "")
            return ""
        target = targets.pop() if tag[0] == "</a>" and targets else ""
        return f" ({target})" if target else tag[0]

    return TAG.sub(told, html)


def notices(release: NewsRelease, description: Description, *, embargoed: bool) -> list[str]:
    """Return what stands over the title: from when it may be used, what it is, and of when."""
    moment = localtime(release.publish_at) if embargoed and release.publish_at else None
    day = release.release_date
    lines = (
        _("Embargoed until %(moment)s") % {"moment": f"{moment:%Y-%m-%d %H:%M %Z}"} if moment else "",
        _("FOR IMMEDIATE RELEASE") if release.immediate and not moment else "",
        description.office or description.publisher.name,
        description.kind_label,
        long_date(day) if day else "",
        description.release_number,
    )
    return [line for line in lines if line]


def contact_lines(contacts: Iterable[Mapping[str, str]]) -> list[str]:
    """Return whom the press asks, one a line."""
    lines = (
        ", ".join(filter(None, (contact.get(key, "") for key in ("name", "phone", "email")))) for contact in contacts
    )
    return [one_line(line) for line in lines if line]


def _lines(lines: Iterable[str]) -> SafeString:
    return format_html_join("", "<p>{}</p>\n", ((line,) for line in lines))
