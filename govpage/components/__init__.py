"""All components, in the order in which they stand on a page."""

from govpage.component import Component
from govpage.components.alert import Alert
from govpage.components.archive_notice import ArchiveNotice
from govpage.components.assets import Assets
from govpage.components.banner import Banner
from govpage.components.breadcrumb import Breadcrumb
from govpage.components.collection import Collection, CollectionItem
from govpage.components.contact_block import ContactBlock
from govpage.components.document_language import DocumentLanguage
from govpage.components.error_summary import ErrorSummary
from govpage.components.exit_notice import ExitNotice
from govpage.components.feedback import Feedback
from govpage.components.feedback_follow_up import FeedbackFollowUp
from govpage.components.feedback_thanks import FeedbackThanks
from govpage.components.footer import Footer
from govpage.components.header import Header
from govpage.components.identifier import Identifier
from govpage.components.in_page_navigation import InPageNavigation
from govpage.components.language_selector import LanguageLink, LanguageSelector
from govpage.components.last_updated import LastUpdated
from govpage.components.pagination import Pagination
from govpage.components.print_button import PrintButton
from govpage.components.prose import Prose
from govpage.components.related_links import RelatedLinks
from govpage.components.release_article import ReleaseArticle
from govpage.components.search_box import SearchBox
from govpage.components.share_links import ShareLinks
from govpage.components.side_navigation import SideNavigation
from govpage.components.site_alert import SiteAlert
from govpage.components.site_name import SiteName
from govpage.components.skip_link import SkipLink
from govpage.components.summary_box import SummaryBox
from govpage.components.table_wrapper import TableWrapper
from govpage.components.tag_list import TagList

COMPONENTS: tuple[type[Component], ...] = (
    DocumentLanguage,
    Assets,
    SiteName,
    SkipLink,
    Banner,
    SiteAlert,
    LanguageSelector,
    Header,
    SearchBox,
    Breadcrumb,
    SideNavigation,
    ArchiveNotice,
    Alert,
    ErrorSummary,
    SummaryBox,
    InPageNavigation,
    TableWrapper,
    Prose,
    ExitNotice,
    ReleaseArticle,
    Collection,
    Pagination,
    ContactBlock,
    TagList,
    PrintButton,
    ShareLinks,
    RelatedLinks,
    LastUpdated,
    Feedback,
    FeedbackFollowUp,
    FeedbackThanks,
    Footer,
    Identifier,
)

__all__ = [
    "COMPONENTS",
    "Alert",
    "ArchiveNotice",
    "Assets",
    "Banner",
    "Breadcrumb",
    "Collection",
    "CollectionItem",
    "ContactBlock",
    "DocumentLanguage",
    "ErrorSummary",
    "ExitNotice",
    "Feedback",
    "FeedbackFollowUp",
    "FeedbackThanks",
    "Footer",
    "Header",
    "Identifier",
    "InPageNavigation",
    "LanguageLink",
    "LanguageSelector",
    "LastUpdated",
    "Pagination",
    "PrintButton",
    "Prose",
    "RelatedLinks",
    "ReleaseArticle",
    "SearchBox",
    "ShareLinks",
    "SideNavigation",
    "SiteAlert",
    "SiteName",
    "SkipLink",
    "SummaryBox",
    "TableWrapper",
    "TagList",
]
