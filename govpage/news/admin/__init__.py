"""The press office's admin."""

from govpage.news.admin.around import ArchiveRuleAdmin, OfficeAdmin, SectionAdmin, TopicAdmin
from govpage.news.admin.releases import NewsReleaseAdmin

__all__ = ["ArchiveRuleAdmin", "NewsReleaseAdmin", "OfficeAdmin", "SectionAdmin", "TopicAdmin"]
