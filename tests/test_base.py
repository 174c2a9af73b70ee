"""The page that every other page extends."""

from __future__ import annotations

import re

from django.template import engines
from django.test import RequestFactory

PAGE = """{% extends "govpage/base.html" %}{% load govpage %}
{% block title %}Closures{% endblock %}
{% block site_alert %}{% gov_site_alert text="Port Alder is closed." %}{% endblock %}"""


def test_an_alert_for_every_page_stands_between_banner_and_header() -> None:
    html = engines["django"].from_string(PAGE).render({}, RequestFactory().get("/"))
    assert re.findall(r'class="(usa-banner|usa-site-alert|usa-header)[" ]', html) == [
        "usa-banner",
        "usa-site-alert",
        "usa-header",
    ]
