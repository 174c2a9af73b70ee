"""Mails to the content team: one structure, written as plain text and as HTML that needs no styles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from govpage.conf import site
from govpage.feedback.models import Page
from govpage.languages import direction, page_language


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and where it leads."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail before it is sent."""

    subject: str
    parts: tuple[Part, ...]

    def as_text(self) -> str:
        """Return it as plain text."""
        return "\n\n".join(f"{part.heading}\n\n{_text_lines(part.lines)}" for part in self.parts) + "\n"

    def as_html(self) -> SafeString:
        """Return it as a page of its own."""
        parts = (
            (part.heading, format_html_join("", "{}", ((_item(line),) for line in part.lines))) for part in self.parts
        )
        return format_html(
            '<!DOCTYPE html><html lang="{}" dir="{}"><head><meta charset="utf-8"><title>{}</title></head>'
            "<body><h1>{}</h1>{}</body></html>",
            page_language(),
            direction(page_language()),
            self.subject,
            self.subject,
            format_html_join("", "<h2>{}</h2><ul>{}</ul>", parts),
        )

    def send(self, recipients: Iterable[str]) -> None:
        """Send it.

        Raises: OSError or smtplib.SMTPException if the mail server does not take it
        """
        mail = EmailMultiAlternatives(one_line(self.subject), self.as_text(), to=list(recipients))
        mail.attach_alternative(self.as_html(), "text/html")
        mail.send()


def page_url(page: Page) -> str:
    """Return the address of a page's report."""
    return absolute(reverse("admin:govpage_feedback_page_change", args=[page.pk]))


def absolute(path: str) -> str:
    """Return an address of the site as a mail has to name it; the path alone where the site's domain is not set."""
    return f"https://{site().domain}{path}" if site().domain else path


def one_line(text: str) -> str:
    """Return it without what would begin a new header."""
    return " ".join(text.split())


def _text_lines(lines: Iterable[Line]) -> str:
    return "\n".join(f"* {one_line(line.text)}" + (f"\n  {line.url}" if line.url else "") for line in lines)


def _item(line: Line) -> SafeString:
    if line.url.startswith("https://"):
        return format_html('<li dir="auto"><a href="{}">{}</a></li>', line.url, line.text)
    return format_html('<li dir="auto">{}</li>', line.text)
