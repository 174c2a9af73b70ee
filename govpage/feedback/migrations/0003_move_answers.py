"""Answers get their codes and the row of their version, and are tallied by day."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from django.db import migrations
from django.utils.timezone import localdate

AT_ONCE = 500


def move(apps: Any, schema_editor: Any) -> None:
    def rows(name: str) -> Any:
        return apps.get_model("govpage_feedback", name)._base_manager.using(schema_editor.connection.alias)

    reasons = dict(rows("Comment").exclude(vote=None).exclude(reason="").values_list("vote", "reason"))
    tallies: defaultdict[tuple[int, int, Any], Counter[str]] = defaultdict(Counter)
    reason_tallies: Counter[tuple[int, int, Any, str]] = Counter()
    last = 0
    while batch := list(rows("Vote").filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        for vote in batch:
            version, _made = rows("ContentVersion").get_or_create(
                page_id=vote.page_id, name=vote.version_name, defaults={"first_answer": vote.sent}
            )
            vote.version_id = version.pk
            vote.answer = "yes" if vote.helpful else "no"
            vote.reason = reasons.get(vote.pk, "")
            at = (vote.page_id, version.pk, localdate(vote.sent))
            held = ("held", "held_yes") if vote.helpful else ("held",)
            tallies[at].update((vote.answer,) if vote.status == "counted" else held)
            if vote.reason and vote.status == "counted":
                reason_tallies[(*at, vote.reason)] += 1
        rows("Vote").bulk_update(batch, ["version", "answer", "reason"])
        last = batch[-1].pk
    for (page, version, day), counts in tallies.items():
        rows("Tally").create(page_id=page, version_id=version, day=day, **counts)
    for (page, version, day, reason), count in reason_tallies.items():
        rows("ReasonTally").create(page_id=page, version_id=version, day=day, reason=reason, count=count)


class Migration(migrations.Migration):
    dependencies = [("govpage_feedback", "0002_service")]

    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
