"""The content team's admin."""

from govpage.feedback.admin.alerts import AlertAdmin
from govpage.feedback.admin.answers import CommentAdmin, VoteAdmin
from govpage.feedback.admin.pages import PageAdmin
from govpage.feedback.admin.sections import SectionAdmin

__all__ = ["AlertAdmin", "CommentAdmin", "PageAdmin", "SectionAdmin", "VoteAdmin"]
