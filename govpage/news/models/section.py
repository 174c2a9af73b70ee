"""A small tree of sections: menus, trails and side navigation come from it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from govpage.news.fields import AddressField, validate_address

MAX_DEPTH = 4
"""Levels of sections."""


class Section(models.Model):
    """A part of the site, within another or at its top."""

    label = models.CharField(_("label"), max_length=120)
    address = AddressField(
        _("address"), max_length=500, blank=True, validators=[validate_address], help_text=_("No link when empty.")
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("within")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ("order", "pk")

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Forms ask clean(); objects.create() does not, and a loop would never end.
        self.clean()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a section within itself, or more levels than a reader can follow."""
        above = self._above()
        if self.pk and self.pk in above:
            raise ValidationError({"parent": _("A section cannot be within itself.")})
        if len(above) + self._levels_below() > MAX_DEPTH - 1:
            message = _("Sections have at most %(most)d levels.") % {"most": MAX_DEPTH}
            raise ValidationError({"parent": message})

    def _above(self) -> list[int]:
        """Return the keys of the sections that it is within, nearest first; it ends at the first that comes again."""
        parents = dict(Section.objects.values_list("pk", "parent_id"))
        above: list[int] = []
        at = self.parent_id
        while at is not None and at not in above:
            above.append(at)
            at = parents.get(at)
        return above

    def _levels_below(self) -> int:
        """Return how many levels of sections are within it."""
        keys, levels = {self.pk} - {None}, 0
        while keys and levels < MAX_DEPTH:
            keys = set(Section.objects.filter(parent_id__in=keys).values_list("pk", flat=True))
            levels += bool(keys)
        return levels
