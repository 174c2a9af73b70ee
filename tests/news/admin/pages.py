"""Every page of the press office's admin: its name, and how its address is made from a release with two revisions."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.contrib.auth.models import User
from django.urls import reverse

from govpage.news import editing
from govpage.news.models import NewsRelease, Upload
from tests.news.admin.posts import change_page, page
from tests.news.factories import make


def written(user: User | None, **said: object) -> NewsRelease:
    """Save a release with the revisions 0, 1 and 2."""
    release = make(**said)
    editing.change(release, user, "First.", title="Harbors <b>open</b>")
    editing.change(release, user, "Second.", title="Harbors close", body="<p>Every port was closed.</p>")
    return release


def _named(name: str) -> Callable[[NewsRelease], str]:
    return lambda release: reverse(f"admin:govpage_news_{name}")


def import_choose(_release: NewsRelease) -> str:
    """Upload a file with releases, and one that cannot be read."""
    user = User.objects.get(is_superuser=True)
    rows = [{"title": f"Ports are open on day {n}", "body_html": "<p>Open.</p>"} for n in (1, 2)]
    content = json.dumps([*rows, {"title": "", "body_html": "x"}]).encode()
    upload = Upload.objects.create(name="releases.json", content=content, uploaded_by=user)
    return reverse("admin:govpage_news_newsrelease_import_choose", args=[upload.pk])


ADMIN_PAGES: list[tuple[str, Callable[[NewsRelease], str]]] = [
    ("list", _named("newsrelease_changelist")),
    ("add", _named("newsrelease_add")),
    ("change", change_page),
    ("revisions", lambda release: page(release, "revisions")),
    ("compare", lambda release: f"{page(release, 'compare')}?old=1&new=2"),
    ("preview", lambda release: page(release, "preview")),
    ("delete", lambda release: page(release, "delete")),
    ("due", _named("newsrelease_due")),
    ("import", _named("newsrelease_import")),
    ("import-choose", import_choose),
    ("rules", _named("archiverule_changelist")),
    ("rule", _named("archiverule_add")),
    ("rules-preview", _named("archiverule_preview")),
    ("topics", _named("topic_changelist")),
    ("topic", _named("topic_add")),
    ("offices", _named("office_changelist")),
    ("office", _named("office_add")),
    ("sections", _named("section_changelist")),
    ("section", _named("section_add")),
]
"""Shape: (name, what makes the address); ``written()`` makes such a release."""
