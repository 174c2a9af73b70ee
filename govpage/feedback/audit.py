"""The log of what staff do with feedback: who, what, when; never what a visitor wrote."""

from __future__ import annotations

from typing import Any

from govpage.feedback.models import AuditEvent


def record(actor: Any, action: str, **details: Any) -> AuditEvent:
    """Log that somebody did something.

    Shape: actor is a user or the name of one, empty for what no person does; details are what JSON can hold
    """
    name = actor if isinstance(actor, str) else actor.get_username()
    return AuditEvent.objects.create(actor=name[: ACTOR.max_length], action=action, details=details)


ACTOR = AuditEvent._meta.get_field("actor")
