"""Filters of the queue that somebody uses again: one's own, and those that others share."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from govpage.feedback.models import SavedFilter

LONGEST = SavedFilter._meta.get_field("query").max_length or 0


def links(request: HttpRequest) -> list[tuple[SavedFilter, str]]:
    """Return the filters that the user made or that are shared, each with its address."""
    found = SavedFilter.objects.filter(Q(made_by=request.user.pk) | Q(shared=True)).select_related("made_by")
    return [(each, address(each)) for each in found]


def address(saved: SavedFilter) -> str:
    """Return where the queue is filtered so; whatever is saved, it is an address of the queue."""
    return f"{reverse('admin:govpage_feedback_comment_changelist')}?{urlencode(parse_qsl(saved.query))}"


class SavedFilterForm(forms.ModelForm):  # type: ignore[type-arg]
    """A name for a filter."""

    class Meta:
        model = SavedFilter
        fields = ("name", "query", "shared")

    user: Any = None
    query = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Judge the filter here, as a box that is hidden shows no error."""
        said: dict[str, Any] = super().clean() or {}
        said["query"] = urlencode(parse_qsl(said.get("query", "")))
        if not said["query"]:
            raise ValidationError(_("Filter the comments first, then save the filter."))
        if len(said["query"]) > LONGEST:
            raise ValidationError(_("This filter is too long to be saved. Search for fewer words."))
        return said

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if SavedFilter.objects.filter(made_by=self.user, name=name).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("You have a filter of this name already."))
        return name


@admin.register(SavedFilter)
class SavedFilterAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """The user's own filters; what somebody shares, others use and do not change."""

    form = SavedFilterForm
    list_display = ("name", "shared", "use")

    class Media:
        css = {"all": ("govpage/admin.css", "govpage/feedback/admin.css")}

    def get_queryset(self, request: HttpRequest) -> QuerySet[SavedFilter]:
        return super().get_queryset(request).filter(made_by=request.user.pk)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"user": request.user})

    def save_model(self, request: HttpRequest, obj: SavedFilter, form: Any, change: bool) -> None:
        obj.made_by = request.user  # type: ignore[assignment]  # nobody else is let in
        super().save_model(request, obj, form, change)

    def response_add(self, request: HttpRequest, obj: SavedFilter, post_url_continue: Any = None) -> HttpResponse:
        """Lead back to the queue, filtered so."""
        return HttpResponseRedirect(address(obj))

    @admin.display(description=gettext_lazy("comments"))
    def use(self, saved: SavedFilter) -> str:
        return format_html('<a href="{}">{}</a>', address(saved), _("Show the comments"))
