"""Typed settings of page feedback: ``GOVPAGE_FEEDBACK``."""

from __future__ import annotations

from dataclasses import dataclass

from govpage.conf import load


@dataclass(frozen=True, slots=True)
class FeedbackSettings:
    """How page feedback behaves: ``GOVPAGE_FEEDBACK``."""

    trusted_origins: tuple[str, ...] = ()
    """Further origins whose pages may send answers, such as "https://news.harbor.example.gov"."""


def feedback_settings() -> FeedbackSettings:
    """Return ``GOVPAGE_FEEDBACK``, typed."""
    return load("GOVPAGE_FEEDBACK", FeedbackSettings)
