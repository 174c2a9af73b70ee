from __future__ import annotations

from django.contrib import admin

from govpage.feedback.models import Section


@admin.register(Section)
class SectionAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Sections of the site and who owns each; to save one puts its pages where they belong."""

    list_display = ("name", "prefix", "owner")
    list_select_related = ("owner",)
    search_fields = ("name", "prefix")

    class Media:
        css = {"all": ("govpage/admin.css", "govpage/feedback/admin.css")}
