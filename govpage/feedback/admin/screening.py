"""What the checks of answers caught, day by day."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from govpage.feedback.admin.base import ReadOnlyAdmin
from govpage.feedback.models import ScreeningTally

CHECKS = {
    "burst": _("Unusually many equal answers about one page"),
    "check-failed": _("A check of the site failed"),
    "comments-minute": _("Too many comments from one network in a minute"),
    "honeypot": _("The field that nobody sees was filled in"),
    "limits-unknown": _("The cache could not say how many there were"),
    "network-day": _("Too many answers about a page from one network in a day"),
    "network-minute": _("Too many answers about a page from one network in a minute"),
    "no-origin": _("Nothing said where the answer came from"),
    "other-site": _("Another site sent it"),
    "unknown-fields": _("Fields that the form does not have"),
}
"""Names of checks, which are stored, and what each caught; a site's own check is called by its name."""

VERDICTS = {"hold": _("Held"), "refuse": _("Refused"), "signal": _("Noticed")}


def check_words(name: str) -> str:
    """Return what a check caught."""
    return str(CHECKS.get(name, name))


@admin.register(ScreeningTally)
class ScreeningTallyAdmin(ReadOnlyAdmin):
    """How often each check held, refused or noticed something; numbers about the whole site, and of nobody."""

    list_display = ("day", "caught", "what_became", "count")
    list_display_links = None
    list_filter = ("check_name", "verdict", "day")
    ordering = ("-day", "check_name", "verdict")
    fields = ("day", "caught", "what_became", "count")
    readonly_fields = fields

    @admin.display(description=_("caught"), ordering="check_name")
    def caught(self, tally: ScreeningTally) -> str:
        return check_words(tally.check_name)

    @admin.display(description=_("what became of it"), ordering="verdict")
    def what_became(self, tally: ScreeningTally) -> str:
        return str(VERDICTS.get(tally.verdict, tally.verdict))
