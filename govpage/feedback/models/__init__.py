"""What page feedback keeps: pages, answers, comments, tallies, and the work of those who read them."""

from govpage.feedback.models.answers import AnswerCode, Comment, CommentKind, CommentState, Status, Tag, Vote
from govpage.feedback.models.pages import ContentVersion, Page, Section
from govpage.feedback.models.tallies import ReasonTally, ScreeningTally, Tally
from govpage.feedback.models.work import Alert, AlertKind, AuditEvent, SavedFilter

__all__ = [
    "Alert",
    "AlertKind",
    "AnswerCode",
    "AuditEvent",
    "Comment",
    "CommentKind",
    "CommentState",
    "ContentVersion",
    "Page",
    "ReasonTally",
    "SavedFilter",
    "ScreeningTally",
    "Section",
    "Status",
    "Tag",
    "Tally",
    "Vote",
]
