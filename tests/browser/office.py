"""The press office's admin on the served site: who is logged in, and a release to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import User
from django.test import Client

from tests.browser.server import Site

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

NOTE_VIOLATIONS = """
window.blocked = [];
addEventListener("securitypolicyviolation", event => blocked.push(
  `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`
));
"""


def officer() -> User:
    """Somebody of staff who may do everything."""
    return User.objects.get_or_create(username="officer", defaults={"is_staff": True, "is_superuser": True})[0]


def log_in(browser: Chrome, site: Site, user: User) -> None:
    """Let the browser be that user's, without the form and its slow password."""
    client = Client()
    client.force_login(user)
    browser.get(f"{site.url}/about/")
    browser.add_cookie({"name": "sessionid", "value": client.cookies["sessionid"].value, "path": "/"})


def log_out(browser: Chrome, site: Site) -> None:
    """Let the browser keep nothing of the admin's: neither the session nor what its own script remembers."""
    browser.execute_cdp_cmd("Storage.clearDataForOrigin", {"origin": site.url, "storageTypes": "all"})
