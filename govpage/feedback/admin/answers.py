from __future__ import annotations

from django.contrib import admin
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from govpage.feedback.admin.base import ReadOnlyAdmin
from govpage.feedback.models import Comment, Vote
from govpage.feedback_words import REASONS


@admin.register(Vote)
class VoteAdmin(ReadOnlyAdmin):
    """Answers, with the comment that was joined to each."""

    list_display = ("sent", "page", "answer", "reason", "comment_text", "status")
    list_filter = ("answer", "status", "reason", "sent")
    search_fields = ("page__path", "page__title", "comment__text")
    list_select_related = ("page", "comment")
    fields = ("sent", "page", "version", "answer", "reason", "comment_text", "status", "held_because")
    readonly_fields = fields

    @admin.display(description=_("reason"))
    def reason(self, vote: Vote) -> str:
        return str(REASONS.get(vote.reason, vote.reason))

    @admin.display(description=_("comment"))
    def comment_text(self, vote: Vote) -> str:
        return _words(vote.comment.text) if hasattr(vote, "comment") else ""


@admin.register(Comment)
class CommentAdmin(ReadOnlyAdmin):
    """Comments, those included that came too late to join an answer."""

    list_display = ("sent", "page", "reason", "comment_text", "vote")
    list_filter = ("reason", ("vote", admin.EmptyFieldListFilter), "sent")
    search_fields = ("page__path", "page__title", "text")
    list_select_related = ("page", "vote__page")
    fields = ("sent", "page", "vote", "reason", "comment_text")
    readonly_fields = fields

    @admin.display(description=_("comment"))
    def comment_text(self, comment: Comment) -> str:
        return _words(comment.text)


def _words(text: str) -> SafeString:
    return format_html('<div dir="auto">{}</div>', linebreaksbr(text))
