"""All components, in the order in which they stand on a page."""

from govpage.component import Component
from govpage.components.archive_notice import ArchiveNotice
from govpage.components.assets import Assets
from govpage.components.banner import Banner
from govpage.components.breadcrumb import Breadcrumb
from govpage.components.document_language import DocumentLanguage
from govpage.components.feedback import Feedback
from govpage.components.feedback_follow_up import FeedbackFollowUp
from govpage.components.feedback_thanks import FeedbackThanks
from govpage.components.footer import Footer
from govpage.components.header import Header
from govpage.components.identifier import Identifier
from govpage.components.last_updated import LastUpdated
from govpage.components.release_article import ReleaseArticle
from govpage.components.site_name import SiteName
from govpage.components.skip_link import SkipLink

COMPONENTS: tuple[type[Component], ...] = (
    DocumentLanguage,
    Assets,
    SiteName,
    SkipLink,
    Banner,
    Header,
    Breadcrumb,
    ArchiveNotice,
    ReleaseArticle,
    LastUpdated,
    Feedback,
    FeedbackFollowUp,
    FeedbackThanks,
    Footer,
    Identifier,
)

__all__ = [
    "COMPONENTS",
    "ArchiveNotice",
    "Assets",
    "Banner",
    "Breadcrumb",
    "DocumentLanguage",
    "Feedback",
    "FeedbackFollowUp",
    "FeedbackThanks",
    "Footer",
    "Header",
    "Identifier",
    "LastUpdated",
    "ReleaseArticle",
    "SiteName",
    "SkipLink",
]
