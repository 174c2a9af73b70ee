"""The newsroom's pages: thin, cacheable for everybody, without a session."""

from govpage.news.views.lists import archive, month, release_items, release_list, year
from govpage.news.views.release import public_context, release_article, release_context, release_detail

__all__ = [
    "archive",
    "month",
    "public_context",
    "release_article",
    "release_context",
    "release_detail",
    "release_items",
    "release_list",
    "year",
]
