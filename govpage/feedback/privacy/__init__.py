"""Personal information in what visitors write: found, named, and taken out before anything is kept."""

from govpage.feedback.privacy.redaction import Redaction, redact

__all__ = ["Redaction", "redact"]
