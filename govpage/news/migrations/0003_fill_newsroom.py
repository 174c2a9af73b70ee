"""Releases get what is made from their fields, and their sections become rows of a tree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import migrations

from govpage.news.text import folded, plain_text

AT_ONCE = 200
UNDATED = date(1, 1, 1)
MADE = ["search_text", "sort_day", "archives_at", "archive_sort_day", "section"]


def fill(apps: Any, schema_editor: Any) -> None:
    releases = apps.get_model("govpage_news", "NewsRelease")._base_manager.using(schema_editor.connection.alias)
    sections = apps.get_model("govpage_news", "Section")._base_manager.using(schema_editor.connection.alias)
    labels = releases.exclude(section_label="").values_list("section_label", flat=True).distinct().order_by()
    by_label = {label: sections.create(label=label) for label in labels}
    for batch in _batches(releases):
        for release in batch:
            release.search_text = folded(f"{release.title} {release.subtitle} {plain_text(release.body)}")
            release.sort_day = release.release_date or UNDATED
            release.archives_at = release.archive_at
            release.archive_sort_day = release.sort_day if release.archive_at else None
            release.section = by_label.get(release.section_label)
        releases.bulk_update(batch, MADE)


def _batches(releases: Any) -> Iterator[list[Any]]:
    last = 0
    while batch := list(releases.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield batch
        last = batch[-1].pk


class Migration(migrations.Migration):
    dependencies = [("govpage_news", "0002_newsroom")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
