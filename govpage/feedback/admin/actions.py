"""What can be done to many comments at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from govpage.feedback import work
from govpage.feedback.models import Comment, CommentState, Tag

Action = Callable[[Any, HttpRequest, QuerySet[Comment]], None]

OUTCOME = Comment._meta.get_field("outcome")


class QueueActionForm(ActionForm):
    """Asks, beside the action, for the tag and for what was done."""

    tag = forms.ModelChoiceField(Tag.objects.all(), required=False, label=gettext_lazy("Tag:"), empty_label="–")
    outcome = forms.CharField(
        required=False, max_length=OUTCOME.max_length, label=gettext_lazy("Acted on, what was done:")
    )


@admin.action(description=gettext_lazy("Assign to me"), permissions=["change"])
def assign_to_me(model_admin: Any, request: HttpRequest, comments: QuerySet[Comment]) -> None:
    """Give comments to the user."""
    _say(request, work.assign(comments, request.user, request.user))


@admin.action(description=gettext_lazy("Assign to nobody"), permissions=["change"])
def assign_to_nobody(model_admin: Any, request: HttpRequest, comments: QuerySet[Comment]) -> None:
    """Let somebody else take comments."""
    _say(request, work.assign(comments, None, request.user))


def _marking(state: CommentState) -> Action:
    """Return the action that marks comments with a state."""

    def mark(model_admin: Any, request: HttpRequest, comments: QuerySet[Comment]) -> None:
        outcome = request.POST.get("outcome", "").strip()
        if work.needs_outcome(state, outcome):
            messages.error(request, _("Nothing was changed: say what was done, beside the action."))
            return
        said = comments.exclude(outcome="").count() if state == CommentState.ACTED_ON else 0
        _say(request, work.mark(comments, state, request.user, outcome))
        if said:
            text = ngettext(
                "%(number)d comment says already what was done, and was left as it is. Open it to change that.",
                "%(number)d comments say already what was done, and were left as they are. Open them to change that.",
                said,
            )
            messages.warning(request, text % {"number": said})

    mark.__name__ = f"mark_{state.name.lower()}"
    return admin.action(mark, description=MARK_AS[state], permissions=["change"])


MARK_AS = {
    CommentState.NEW: gettext_lazy("Mark as new"),
    CommentState.IN_PROGRESS: gettext_lazy("Mark as in progress"),
    CommentState.ACTED_ON: gettext_lazy("Mark as acted on"),
    CommentState.NO_ACTION: gettext_lazy("Mark as no action"),
    CommentState.ESCALATED: gettext_lazy("Mark as escalated"),
}


@admin.action(description=gettext_lazy("Add the tag"), permissions=["change"])
def add_tag(model_admin: Any, request: HttpRequest, comments: QuerySet[Comment]) -> None:
    """Give comments the tag that is chosen beside the action."""
    _with_tag(request, comments, work.tag)


@admin.action(description=gettext_lazy("Remove the tag"), permissions=["change"])
def remove_tag(model_admin: Any, request: HttpRequest, comments: QuerySet[Comment]) -> None:
    """Take from comments the tag that is chosen beside the action."""
    _with_tag(request, comments, work.untag)


ACTIONS: tuple[Action, ...] = (assign_to_me, *map(_marking, MARK_AS), add_tag, remove_tag, assign_to_nobody)


def _with_tag(request: HttpRequest, comments: QuerySet[Comment], do: Callable[..., int]) -> None:
    # Django has validated the form before it calls an action.
    tag = Tag.objects.filter(pk=request.POST.get("tag") or 0).first()
    if tag is None:
        messages.error(request, _("Nothing was changed: choose a tag, beside the action."))
        return
    _say(request, do(comments, tag, request.user))


def _say(request: HttpRequest, number: int) -> None:
    text = ngettext("%(number)d comment was changed.", "%(number)d comments were changed.", number)
    messages.success(request, text % {"number": number})
