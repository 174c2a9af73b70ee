"""One page of a long list, without counting all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govpage.news.lifecycle import ReleaseQuerySet
from govpage.news.models import NewsRelease

AHEAD = 5
"""Pages after this one that are looked for."""

MAX_PAGE = 100_000


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """A page of releases.

    Shape: pages is how many there are, None if there are more than were looked for; found is how many releases there
        are, or at least are
    """

    releases: Sequence[NewsRelease]
    number: int
    pages: int | None
    found: int


def page_of(releases: ReleaseQuerySet, asked: str | None, per_page: int) -> ReleasePage:
    """Return the page of that number, the first for none, the last for one that is too high.

    Units: per_page in releases
    """
    wanted = _number(asked)
    found = _at_most(releases, (wanted + AHEAD) * per_page + 1)
    pages = max(1, -(-found // per_page))
    number = min(wanted, pages)
    shown = list(releases[(number - 1) * per_page : number * per_page]) if found else []
    return ReleasePage(shown, number, pages if pages <= wanted + AHEAD else None, found)


def _number(number: str | None) -> int:
    text = number or ""
    return min(max(1, int(text)), MAX_PAGE) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def _at_most(releases: ReleaseQuerySet, limit: int) -> int:
    """Count the releases up to a limit, so that a long list costs no more than a short one."""
    # In the order of the list, whose index finds what is current first.
    return releases.values("pk")[:limit].count()
