"""What is wrong with the content of a release, as small named checks.

The parts that need the database are in govpage.news.content.edge.
"""

from govpage.news.content.finding import BlockedError, Finding, Severity, blocks_publication, by_field, refuse_blocked
from govpage.news.content.registry import CHECKS, Check, check_content
from govpage.news.content.subject import Content

__all__ = [
    "CHECKS",
    "BlockedError",
    "Check",
    "Content",
    "Finding",
    "Severity",
    "blocks_publication",
    "by_field",
    "check_content",
    "refuse_blocked",
]
