"""Which section a page is in: found at its first answer, and again when a section is saved or deleted."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from govpage.feedback.models import Page, Section
from govpage.feedback.models.pages import longest

BATCH = 500
"""Pages that are saved at once."""


@receiver([post_save, post_delete], sender=Section)
def assign_pages(sender: object, instance: Section, **_kwargs: Any) -> None:
    """Put every page that the section has, had or may have where it belongs."""
    begins = Q(path__startswith=instance.prefix)
    # A deleted section has no key any more, and its pages are in none.
    assign(Page.objects.filter(begins | Q(section=instance.pk) if instance.pk else begins))


def assign(pages: QuerySet[Page]) -> int:
    """Put each page into the section of its longest prefix; return how many moved."""
    sections = list(Section.objects.all())
    moved = []
    for page in pages.only("path", "section").iterator(BATCH):
        section = longest(page.path, sections)
        if page.section_id != (section.pk if section else None):
            page.section = section
            moved.append(page)
    Page.objects.bulk_update(moved, ["section"], BATCH)
    return len(moved)
