"""A page as its feedback form names it: a signed reference that is the same for every visitor and on every day.

The reference goes into a page that any cache may keep, so it holds no date and nothing of the visitor. It is bound to
the site by its salt, and to the page and the version of its content by what it signs. Rotating ``SECRET_KEY`` keeps
old pages answering through ``SECRET_KEY_FALLBACKS``.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.core import signing
from django.utils.encoding import escape_uri_path

from govpage.conf import site

MAX_TOKEN = 8192
"""Characters; a longer token is refused before any work is done on it."""


@dataclass(frozen=True, slots=True)
class PageReference:
    """Which page, in which version and language.

    Shape: path begins with one "/", is not percent-encoded and has no query; version is any short text, empty for a
        page without versions; form is the key of one of several forms on the page, empty for the first
    """

    path: str
    title: str = ""
    version: str = ""
    language: str = "en"
    form: str = ""

    def sign(self) -> str:
        """Return the token; equal references give equal tokens."""
        return _signer().sign_object({name: value for name, value in asdict(self).items() if value or name != "form"})

    @property
    def href(self) -> str:
        """The address to print: nothing in it reads as a query, or as another host, as a backslash or a tab would."""
        return escape_uri_path(self.path)


def read_page(token: str) -> PageReference:
    """Return what the token names.

    Raises: django.core.signing.BadSignature if it was altered, is of another site or names no page of ours
    """
    if len(token) > MAX_TOKEN:
        raise signing.BadSignature("The token is too long.")
    try:
        return _reference(_signer().unsign_object(token))
    except (TypeError, ValueError) as error:
        raise signing.BadSignature("The token names no page.") from error


def _reference(data: Any) -> PageReference:
    page = PageReference(**data)
    if not page.path.startswith("/") or page.path.startswith("//"):
        raise ValueError(page.path)
    return page


def _signer() -> signing.Signer:
    return signing.Signer(salt=f"govpage.page:{site().domain}")
