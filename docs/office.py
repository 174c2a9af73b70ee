"""Makes what the guides for staff have pictures of; prints who is logged in and what to open."""

from __future__ import annotations

import json
import os
import sys
from datetime import timedelta
from pathlib import Path

TITLE = "Harbor Office opens the winter piers"
FIRST = "<p>The winter piers are open.</p>"
SECOND = (
    "<p>The winter piers at Port Alder and Grey Sound open on Monday, November 30, after five weeks of repairs.</p>"
    "<p><strong>What is open</strong></p><p>For the hours <a href='/about/'>click here</a>.</p>"
)


def main() -> None:
    """Print one JSON object: the key of a session, and the pages by the names of their pictures."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_site.settings")
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone
    from team import team_pages

    from govpage.news import editing
    from govpage.news.admin.findings import findings_of
    from govpage.news.models import ArchiveRule, Kind, NewsRelease, Office, Topic
    from govpage.news.previews import preview_key

    user = get_user_model().objects.create_user("press.office", is_staff=True, is_superuser=True)
    moment = (timezone.localtime() + timedelta(days=6)).replace(hour=9, minute=0, second=0, microsecond=0)
    release = NewsRelease.objects.create(
        title=TITLE, body=FIRST, release_date=moment.date(), office=Office.objects.create(name="Press Office")
    )
    release.topics.add(Topic.objects.create(name="Ports and piers"))
    editing.change(release, user, "First draft.")
    values = {"body": SECOND, "publish_at": moment, "embargoed": True}
    release.body = SECOND
    editing.change(release, user, "With the places.", findings=findings_of(release), **values)
    ArchiveRule.objects.create(kind=Kind.STATEMENT, months=1)
    client = Client()
    client.force_login(user)

    def page(name: str) -> str:
        return reverse(f"admin:govpage_news_newsrelease_{name}", args=[release.pk])

    pages = {
        "newsroom-change": page("change"),
        "newsroom-compare": f"{page('compare')}?old=1&new=2",
        "newsroom-preview": reverse("govpage_news:preview", args=[preview_key(release)]),
        "newsroom-rules": reverse("admin:govpage_news_archiverule_preview"),
        **team_pages(),
    }
    print(json.dumps({"session": client.cookies["sessionid"].value, "pages": pages}))


if __name__ == "__main__":
    main()
