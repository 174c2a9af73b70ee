"""All components, in the order in which they stand on a page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from govpage.component import Component
from govpage.components.accordion import Accordion, AccordionItem
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
from govpage.components.feedback_problem import FeedbackProblem
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

GROUPS: tuple[tuple[str | Promise, tuple[type[Component], ...]], ...] = (
    (_("The document"), (DocumentLanguage, Assets, SiteName)),
    (
        _("Top of the page"),
        (SkipLink, Banner, SiteAlert, LanguageSelector, Header, SearchBox, Breadcrumb, SideNavigation),
    ),
    (_("Notices"), (ArchiveNotice, Alert, ErrorSummary, SummaryBox)),
    (
        _("Content"),
        (
            InPageNavigation,
            TableWrapper,
            Prose,
            Accordion,
            ExitNotice,
            ReleaseArticle,
            Collection,
            Pagination,
            ContactBlock,
            TagList,
        ),
    ),
    (_("After the content"), (PrintButton, ShareLinks, RelatedLinks, LastUpdated)),
    (_("Page feedback"), (Feedback, FeedbackFollowUp, FeedbackThanks, FeedbackProblem)),
    (_("End of the page"), (Footer, Identifier)),
)
"""The parts of a page and what stands in them; the gallery and the docs list the components under these names."""

COMPONENTS: tuple[type[Component], ...] = tuple(component for _name, group in GROUPS for component in group)

__all__ = [
    "COMPONENTS",
    "GROUPS",
    "Accordion",
    "AccordionItem",
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
    "FeedbackProblem",
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
