from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Example, element_id
from govpage.feedback_words import wording


@dataclass(frozen=True, slots=True)
class FeedbackThanks(Component):
    """Says that the answer is saved; shown only once it is."""

    key: str = ""
    """Number or word that tells a second form on a page from the first, in its ids and in its name."""

    problem: bool = False
    """Whether it is said after a report of a problem."""

    criteria = (
        "The focus is on the thanks, so that a screen reader says them.",
        "They are named as the form that they follow.",
    )

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(cls()),
            "problem": Example(cls(problem=True)),
            "spanish": Example(cls(), language="es"),
            "right-to-left": Example(cls(), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE)),
        }

    def context(self) -> dict[str, Any]:
        id_ = element_id("gov-problem" if self.problem else "gov-feedback", self.key)
        heading = wording("problem_heading") if self.problem else ""
        return {"id": id_, "key": self.key, "thanks": wording("thanks"), "problem": self.problem, "heading": heading}
