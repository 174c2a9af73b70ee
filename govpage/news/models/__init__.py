"""What the newsroom keeps."""

from govpage.news.kinds import Kind
from govpage.news.models.around import ArchiveRule, Attachment, FormerAddress, Office, Revision, Topic, Upload
from govpage.news.models.release import NewsRelease, address_of
from govpage.news.models.section import Section

__all__ = [
    "ArchiveRule",
    "Attachment",
    "FormerAddress",
    "Kind",
    "NewsRelease",
    "Office",
    "Revision",
    "Section",
    "Topic",
    "Upload",
    "address_of",
]
