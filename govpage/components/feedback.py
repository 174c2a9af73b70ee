from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from govpage.component import HOSTILE, Component, Context, Example, element_id, kept
from govpage.page import PageReference

MAX_TITLE = 200
"""Characters of a page's title that its token carries."""

MAX_VERSION = 64
"""Characters of the version of a page's content."""


@dataclass(frozen=True, slots=True)
class Feedback(Component):
    """Asks "Was this page helpful?" with one plain form that needs no cookie and no script.

    Source: archived agency pages; Federal website standards; WCAG 2.2 SC 3.3.1, 3.3.2
    """

    page: str = ""
    """Signed reference to the page (``govpage.page``); made from the page's own address when empty."""

    title: str = ""
    """Title of the page, for those who read the answers."""

    version: str = ""
    """Version of the page's content, so that answers before and after a change can be told apart."""

    action: str = ""
    """Address that takes the answer; that of ``govpage.feedback`` when empty."""

    error: str = ""
    """What was wrong with the answer that was sent."""

    answer_key: str = ""
    """One-time key of an answer that could not be saved and is sent again."""

    key: str = ""
    """Makes the ids of a second form on a page its own."""

    criteria = (
        "Question and answers are one group, named by the question.",
        "It works without a script and sets no cookie.",
        "What is sent are codes, so that a translated page sends the same.",
        "An error is at the question and takes the focus.",
    )

    @classmethod
    def examples(cls) -> dict[str, Example]:
        token = "example-page"  # noqa: S105
        return {
            "default": Example(cls(token)),
            "error": Example(cls(token, error="Choose Yes or No.")),
            "spanish": Example(cls(token), language="es"),
            "right-to-left": Example(cls(token), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE, error=HOSTILE, answer_key=HOSTILE, key=HOSTILE)),
        }

    @classmethod
    def from_context(cls, context: Context, /, *args: Any, **kwargs: Any) -> Feedback:
        form = cls(*args, **kwargs)
        request = context.get("request")
        if form.page:
            return form
        if request is None:
            raise ValueError("feedback: page is ''; give one, or the request in the template's context.")
        return _of_page(form, request.path, get_language() or "en")

    def context(self) -> dict[str, Any]:
        return {
            "page": self.page,
            "action": self.action or feedback_url("vote"),
            "error": self.error,
            "answer_key": self.answer_key,
            "id": element_id("gov-feedback", self.key),
        }


@kept
def _of_page(form: Feedback, path: str, language: str) -> Feedback:
    """Return the form with the signed reference in the place of what it is made of."""
    page = PageReference(path, form.title[:MAX_TITLE], form.version[:MAX_VERSION], language)
    return replace(form, page=page.sign(), title="", version="")


def feedback_url(name: str) -> str:
    """Return an address of ``govpage.feedback``.

    Raises: ImproperlyConfigured if the site does not route it
    """
    try:
        return reverse(f"govpage_feedback:{name}")
    except NoReverseMatch as error:
        raise ImproperlyConfigured(
            "The feedback form leads nowhere: add path('feedback/', include('govpage.feedback.urls')) to the URLs."
        ) from error
