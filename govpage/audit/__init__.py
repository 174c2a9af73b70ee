"""Audits of real pages in a real browser, with axe.

Nothing here imports Selenium until an audit runs, so the app can stay installed where Selenium is not.
"""

from .axe import AxeFailed, audit_page
from .browser import BrowserMissing, Media, Scheme, View, open_browser
from .errors import AuditError, UnknownName
from .results import AuditResult, Finding, Impact, NodeFinding
from .rules import NoRulesRan
from .script import AxeMissing, AxeTooOld

__all__ = [
    "AuditError",
    "AuditResult",
    "AxeFailed",
    "AxeMissing",
    "AxeTooOld",
    "BrowserMissing",
    "Finding",
    "Impact",
    "Media",
    "NoRulesRan",
    "NodeFinding",
    "Scheme",
    "UnknownName",
    "View",
    "audit_page",
    "open_browser",
]
