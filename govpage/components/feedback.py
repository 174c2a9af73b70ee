from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.utils.translation import get_language

from govpage.component import HOSTILE, Component, Context, Example, element_id, kept
from govpage.components.error_summary import ErrorSummary
from govpage.feedback_settings import feedback_settings
from govpage.feedback_words import feedback_url, is_error_page, is_off, wording
from govpage.page import PageReference

if TYPE_CHECKING:
    from govpage.components.feedback_problem import FeedbackProblem

F = TypeVar("F", "Feedback", "FeedbackProblem")

MAX_TITLE = 200
"""Characters of a page's title that its token carries."""

MAX_VERSION = 64
"""Characters of the version of a page's content."""

MAX_KEY = 32
"""Characters that are carried of what tells a second form on a page from the first."""


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
    """Number or word that tells a second form on a page from the first, in its ids and in its name."""

    archived: bool = False
    """Whether the page is archived; the settings say whether such a page has the form."""

    partly: bool | None = None
    """Whether "Partly" is a third answer; as the settings say when None."""

    failed: bool = False
    """Whether the error is none of the visitor's, so that it stands above the question and not at it too."""

    criteria = (
        "Question and answers are one group, named by the question.",
        "It works without a script and sets no cookie.",
        "What is sent are codes, so that a translated page sends the same.",
        "An error is at the question and in a summary above it, which takes the focus.",
        "Pages about errors, pages for signing in and pages that the settings name have no form.",
    )

    @classmethod
    def examples(cls) -> dict[str, Example]:
        token = "example-page"  # noqa: S105
        error = "Your answer could not be saved just now."
        return {
            "default": Example(cls(token)),
            "partly": Example(cls(token, partly=True)),
            "error": Example(cls(token, error="Choose Yes or No.")),
            "failed": Example(cls(token, error=error, answer_key="example-key", failed=True)),
            "spanish": Example(cls(token), language="es"),
            "right-to-left": Example(cls(token), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE, error=HOSTILE, answer_key=HOSTILE, key=HOSTILE)),
        }

    @classmethod
    def from_context(cls, context: Context, /, *args: Any, **kwargs: Any) -> Feedback:
        return of_page(cls(*args, **kwargs), context)

    def is_empty(self) -> bool:
        return not self.page

    def context(self) -> dict[str, Any]:
        id_ = element_id("gov-feedback", self.key)
        target = "" if self.failed else f"#{id_}-question"
        return {
            "page": self.page,
            "action": self.action or feedback_url("vote"),
            "question": wording("question"),
            "partly": feedback_settings().partly if self.partly is None else self.partly,
            "summary": ErrorSummary(((self.error, target),), id_).render_html() if self.error else "",
            "error": "" if self.failed else self.error,
            "answer_key": self.answer_key,
            "id": id_,
            "key": self.key,
        }


def of_page(form: F, context: Context) -> F:
    """Return the form for the page that is being rendered; it is empty where a page has none.

    Raises: ValueError if nothing says which page that is
    """
    request = context.get("request")
    if is_error_page(context):
        return replace(form, page="")
    if request is not None:
        return cast(F, _of_path(form, request.path, get_language() or "en"))
    if form.is_empty():
        raise ValueError(f"{form.slug()}: page is ''; give one, or the request in the template's context.")
    return form


@kept
def _of_path(form: Any, path: str, language: str) -> Any:
    """Return the form with the signed reference in the place of what it is made of."""
    if is_off(path, archived=form.archived):
        return replace(form, page="")
    page = PageReference(path, form.title[:MAX_TITLE], form.version[:MAX_VERSION], language, str(form.key)[:MAX_KEY])
    return replace(form, page=form.page or page.sign(), title="", version="")
