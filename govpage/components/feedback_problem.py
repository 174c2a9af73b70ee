from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Context, Example, element_id
from govpage.components.comment_form import Written
from govpage.components.feedback import of_page
from govpage.feedback_words import MAX_COMMENT, feedback_url, wording


@dataclass(frozen=True, slots=True)
class FeedbackProblem(Component):
    """Takes a report of what is wrong with a page, from a form that is folded away until somebody opens it.

    Source: USWDS character count; WCAG 2.2 SC 3.3.1 to 3.3.4
    """

    page: str = ""
    """Signed reference to the page (``govpage.page``); made from the page's own address when empty."""

    title: str = ""
    """Title of the page, for those who read the reports."""

    version: str = ""
    """Version of the page's content."""

    archived: bool = False
    """Whether the page is archived; the settings say whether such a page has the form."""

    token: str = ""
    """Single-use token of a report that was sent and is not kept yet; the form is open then."""

    comment: str = ""
    """Text already written."""

    error: str = ""
    """What was wrong with what was sent."""

    field: str = ""
    """What the error is about, and stands at: "comment"; nothing of the visitor's when empty."""

    removed: tuple[str, ...] = ()
    """What was removed from the text, in words: with it the visitor is asked to look at what is left."""

    action: str = ""
    """Address that takes it; that of ``govpage.feedback`` when empty."""

    key: str = ""
    """Number or word that tells a second form on a page from the first, in its ids and in its name."""

    most: int = MAX_COMMENT
    """Characters that may be written; more after a review, by our own words in the place of what was removed."""

    keep = False

    criteria = (
        "It is opened and closed by any means, without a script too, and covers nothing.",
        "An error is at its field and in a summary, which takes the focus and leads to the field.",
        "The privacy sentence is read with the text box and leads to the privacy policy.",
        "What the visitor wrote is still there after an error.",
        "What was taken for personal information is removed before anything is kept, and the visitor sees it first.",
        "Pages about errors, pages for signing in and pages that the settings name have no form.",
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "removed", tuple(self.removed or ()))

    @classmethod
    def examples(cls) -> dict[str, Example]:
        page, token, words = "example-page", "example-token", "The link to the tide tables leads nowhere."
        missing, removed = "Say what went wrong.", f"{words} Call me at [phone number removed]."
        return {
            "default": Example(cls(page)),
            "error": Example(cls(token=token, error=missing, field="comment")),
            "review": Example(cls(token=token, comment=removed, removed=("phone number",))),
            "spanish": Example(cls(page), language="es"),
            "right-to-left": Example(cls(page), "ar", "rtl"),
            "hostile": Example(
                cls(
                    HOSTILE,
                    token=HOSTILE,
                    comment=f"</textarea>{HOSTILE}",
                    error=HOSTILE,
                    removed=(HOSTILE,),
                    key=HOSTILE,
                )
            ),
        }

    @classmethod
    def from_context(cls, context: Context, /, *args: Any, **kwargs: Any) -> FeedbackProblem:
        return of_page(cls(*args, **kwargs), context)

    def is_empty(self) -> bool:
        return not (self.page or self.token)

    def context(self) -> dict[str, Any]:
        id_ = element_id("gov-problem", self.key)
        return {
            **Written(self, id_, self.error, self.field, self.removed, self.most).context(),
            "page": self.page,
            "token": self.token,
            "key": self.key,
            "heading": wording("problem_heading"),
            "label": wording("problem_label"),
            "comment": self.comment,
            "action": self.action or feedback_url("problem"),
        }
