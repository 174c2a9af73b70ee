"""The content team's admin."""

from govpage.feedback.admin.alerts import AlertAdmin
from govpage.feedback.admin.comments import CommentAdmin
from govpage.feedback.admin.events import AuditEventAdmin, TagAdmin
from govpage.feedback.admin.pages import PageAdmin
from govpage.feedback.admin.saved import SavedFilterAdmin
from govpage.feedback.admin.screening import ScreeningTallyAdmin
from govpage.feedback.admin.sections import SectionAdmin
from govpage.feedback.admin.votes import VoteAdmin

__all__ = [
    "AlertAdmin",
    "AuditEventAdmin",
    "CommentAdmin",
    "PageAdmin",
    "SavedFilterAdmin",
    "ScreeningTallyAdmin",
    "SectionAdmin",
    "TagAdmin",
    "VoteAdmin",
]
