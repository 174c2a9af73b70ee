"""System checks of the newsroom."""

from __future__ import annotations

from django.core.checks import CheckMessage, Error, register
from django.urls import NoReverseMatch

from govpage.checks import settings_check
from govpage.conf import problems
from govpage.hints import did_you_mean
from govpage.links import Link
from govpage.news.conf import NewsSettings, news_settings
from govpage.news.importers.formats.html_rules import rule_problems

check_settings = register(settings_check("govpage_news", "GOVPAGE_NEWS", NewsSettings))


@register
def check_skipped_checks(**_kwargs: object) -> list[CheckMessage]:
    """Report content checks that are left out and do not exist."""
    from govpage.news.content.registry import CHECKS

    if problems("GOVPAGE_NEWS", NewsSettings):
        return []
    legal = [check.id for check in CHECKS]
    return [_unknown(name, legal) for name in news_settings().skipped_checks if name not in legal]


def _unknown(name: str, legal: list[str]) -> CheckMessage:
    message = f"GOVPAGE_NEWS['skipped_checks'] names '{name}', which is no content check."
    return Error(message, hint=did_you_mean(name, legal), id="govpage_news.E004")


@register
def check_import_sites(**_kwargs: object) -> list[CheckMessage]:
    """Report every illegal key and every selector that cannot be read of ``GOVPAGE_NEWS["import_sites"]``."""
    if problems("GOVPAGE_NEWS", NewsSettings):
        return []
    found = rule_problems(news_settings().import_sites)
    return [Error(p.message, hint=p.hint, id=f"govpage_news.{p.code}") for p in found]


@register
def check_sitemap_pages(**_kwargs: object) -> list[CheckMessage]:
    """Report pages of the sitemap that are neither an address nor the name of a URL pattern."""
    if problems("GOVPAGE_NEWS", NewsSettings):
        return []
    return [_no_page(name) for name in news_settings().sitemap_pages if not _leads_somewhere(name)]


def _leads_somewhere(name: str) -> bool:
    try:
        return bool(Link("", name).href)
    except NoReverseMatch:
        return False


def _no_page(name: str) -> CheckMessage:
    message = f"GOVPAGE_NEWS['sitemap_pages'] names '{name}', which leads nowhere."
    return Error(message, hint="Give a path such as '/about/', or the name of a URL pattern.", id="govpage_news.E005")
