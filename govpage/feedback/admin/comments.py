"""The queue of comments: what the public wrote, and how far the team is with it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import Field, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from govpage.feedback import work
from govpage.feedback.access import readers
from govpage.feedback.admin import saved
from govpage.feedback.admin.actions import ACTIONS, QueueActionForm
from govpage.feedback.admin.exporting import ExportAdmin
from govpage.feedback.admin.filtering import (
    AssigneeFilter,
    LanguageFilter,
    PageFilter,
    ReasonFilter,
    SectionFilter,
    kept_query,
)
from govpage.feedback.admin.screening import check_words
from govpage.feedback.admin.words import escalation, removed_words, shown
from govpage.feedback.audit import record
from govpage.feedback.models import Comment, CommentState
from govpage.feedback.signals import announce_comment
from govpage.feedback.staff_words import reason_words
from govpage.feedback.work import needs_outcome


class CommentForm(forms.ModelForm):  # type: ignore[type-arg]
    """What the team says of a comment; what a colleague has said since it was opened is not overwritten unseen."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Comment
        fields = ("state", "outcome", "assignee", "tags", "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 4}), "tags": forms.CheckboxSelectMultiple}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["seen"].initial = work.fingerprint(self.instance)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if needs_outcome(said.get("state", ""), said.get("outcome", "")):
            self.add_error("outcome", _("Say what was done."))
        now = get_object_or_404(
            Comment.objects.select_for_update(), pk=self.instance.pk
        )  # a purge may have been quicker
        if said.get("seen") != (fingerprint := work.fingerprint(now)):
            self.add_error(
                None, _("Changed since you opened it: %(now)s. Save again to overwrite that.") % {"now": told(now)}
            )
            data: Any = self.data.copy()  # type: ignore[attr-defined]
            data["seen"] = fingerprint
            self.data = data
        return said


def told(comment: Comment) -> str:
    """Return what the team says of a comment, in one line."""
    values = (comment.get_state_display(), comment.outcome, str(comment.assignee or _("Nobody")), comment.note)
    return "; ".join([*filter(None, values), *(tag.name for tag in comment.tags.all())])


@admin.register(Comment)
class CommentAdmin(ExportAdmin):
    """Comments, those included that came too late to join an answer; the words are nobody's to change."""

    form = CommentForm
    change_form_template = "govpage/feedback/admin/comment.html"
    actions = ACTIONS
    action_form = QueueActionForm
    list_display = ("sent", "comment_text", "shown_state", "page", "shown_reason", "assignee", "all_tags", "outcome")
    list_filter = (
        "state",
        AssigneeFilter,
        "tags",
        ReasonFilter,
        "kind",
        SectionFilter,
        LanguageFilter,
        PageFilter,
        ("vote", admin.EmptyFieldListFilter),
        "sent",
    )
    search_fields = ("page__path", "page__title", "text", "note", "outcome")
    list_select_related = ("page", "assignee")
    said = ("sent", "kind", "page", "vote", "shown_reason", "comment_text", "shown_removed", "why_held")
    readonly_fields = said
    done = (*CommentForm.Meta.fields, "seen")
    fieldsets = ((None, {"fields": said}), (gettext_lazy("What the team does"), {"fields": done}))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("govpage_feedback.change_comment")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Comment]:
        return super().get_queryset(request).prefetch_related("tags")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        query = kept_query(request)
        new = f"{reverse('admin:govpage_feedback_savedfilter_add')}?{urlencode({'query': query})}"
        may_save = query and request.user.has_perm("govpage_feedback.add_savedfilter")
        context = {
            "escalation": escalation(),
            "saved": saved.links(request),
            "save": new if may_save else "",
            "own": request.user.has_perm("govpage_feedback.change_savedfilter"),
        }
        return super().changelist_view(request, {**context, **(extra_context or {})})

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        context = {"escalation": escalation(), **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: Any, **kwargs: Any) -> Any:
        """Return the box of a field, without the buttons that open further windows."""
        box: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        for name in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
            setattr(box.widget, name, False)
        return box

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        if "assignee" in form.base_fields:
            staff = get_user_model()._default_manager.filter(Q(pk__in=readers(obj.page)) | Q(pk=obj.assignee_id))
            form.base_fields["assignee"].queryset = staff  # type: ignore[attr-defined]
        return form

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        comment, changed = form.instance, [name for name in form.changed_data if name != "seen"]
        record(request.user, "comment.change", comments=[comment.pk], state=comment.state, changed=changed)
        if form.initial.get("state") == CommentState.HELD != comment.state:
            announce_comment(comment)

    @admin.display(description=gettext_lazy("comment"))
    def comment_text(self, comment: Comment) -> str:
        return shown(comment.text)

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def shown_state(self, comment: Comment) -> str:
        """Return the state, with the reason why it is held."""
        state = comment.get_state_display()
        return f"{state}: {self.why_held(comment)}" if comment.state == CommentState.HELD else state

    @admin.display(description=gettext_lazy("held because"), ordering="held_because")
    def why_held(self, comment: Comment) -> str:
        return check_words(comment.held_because)

    @admin.display(description=gettext_lazy("reason"), ordering="reason")
    def shown_reason(self, comment: Comment) -> str:
        return reason_words(comment.reason)

    @admin.display(description=gettext_lazy("removed from it"))
    def shown_removed(self, comment: Comment) -> str:
        return removed_words(comment.removed)

    @admin.display(description=gettext_lazy("tags"))
    def all_tags(self, comment: Comment) -> str:
        return ", ".join(tag.name for tag in comment.tags.all())
