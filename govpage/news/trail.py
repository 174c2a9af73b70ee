"""The trail of a release: through the news while it is live, through the archive once it is archived."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from govpage.component import kept
from govpage.conf import site
from govpage.links import Link
from govpage.news.conf import news_settings
from govpage.news.lifecycle import State
from govpage.news.models import NewsRelease, Section
from govpage.news.sections import section_path


def release_trail(release: NewsRelease) -> tuple[Link, ...]:
    """Return the trail, home first, the release last and without an address."""
    above = labelled(release.breadcrumb, release.title) if release.breadcrumb else section_trail(release.section)
    archive = archive_crumb()
    if release.state == State.ARCHIVED and not any(crumb.url == archive.url for crumb in above):
        above = (*above, archive)
    return (*above, Link(release.title))


def news_trail() -> tuple[Link, ...]:
    """Return the trail of the newsroom itself."""
    return _newsroom(get_language())[:2]


def archive_crumb() -> Link:
    """Return the crumb of the archive."""
    return _newsroom(get_language())[2]


@kept
def _newsroom(language: str | None) -> tuple[Link, Link, Link]:
    """Home, the newsroom and its archive, in the active language."""
    news, archive = reverse("govpage_news:release_list"), reverse("govpage_news:archive")
    return Link(_("Home"), site().agency_url), Link(_("News"), news), Link(_("News Archive"), archive)


def section_trail(section: Section | None) -> tuple[Link, ...]:
    """Return the trail of a section, or of the newsroom itself when there is none."""
    return (news_trail()[0], *section_path(section)) if section else news_trail()


def labelled(labels: list[str], title: str = "") -> tuple[Link, ...]:
    """Return labels as crumbs, each leading where the settings or the newsroom say; the title is not one of them."""
    known = {crumb.label: crumb.url for crumb in (*news_trail(), archive_crumb())} | dict(news_settings().crumbs)
    return tuple(Link(label, known.get(label, "")) for label in dict.fromkeys(labels) if label != title)
