"""Words of the queue, and texts of visitors as text."""

from __future__ import annotations

from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from govpage.feedback.privacy.kinds import Kind
from govpage.feedback_settings import feedback_settings


def shown(text: str) -> SafeString:
    """Return what a visitor wrote as text in its own direction: nothing in it is a link or markup."""
    return format_html('<div dir="auto">{}</div>', linebreaksbr(text))


def escalation() -> str:
    """Return what to do when a comment holds a threat."""
    return feedback_settings().escalation or _(
        "If a comment threatens somebody, tells of harm to somebody, or speaks of an attack: do not answer it and do "
        "not wait. Call 911 if somebody may be in danger now, tell your security office, and mark the comment as "
        "escalated."
    )


def removed_words(codes: str) -> str:
    """Return what was removed from a comment, in words.

    Shape: codes are those that are stored, with commas between
    """
    known = {kind.value: kind.words for kind in Kind}
    return ", ".join(known.get(code, code) for code in codes.split(",") if code)
