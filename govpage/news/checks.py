"""System checks of the newsroom."""

from __future__ import annotations

from django.core.checks import register

from govpage.checks import settings_check
from govpage.news.conf import NewsSettings

check_settings = register(settings_check("govpage_news", "GOVPAGE_NEWS", NewsSettings))
