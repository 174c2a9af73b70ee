"""Where a request comes from: the rules that stand in for a CSRF cookie, so that pages stay cacheable.

Source: W3C Fetch Metadata; RFC 6454 for Origin; Django's own CSRF protection for the order of the checks
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum
from urllib.parse import urlsplit


class Verdict(Enum):
    """What happens to a request."""

    COUNT = "count"
    HOLD = "hold"
    REFUSE = "refuse"


def judge_origin(headers: Mapping[str, str], own: str, trusted: Collection[str] = ()) -> Verdict:
    """Say whether a form of this site sent the request.

    Shape: own and trusted are origins such as "https://harbor.example.gov"
    Fetch Metadata, which no page can forge, is asked first, then Origin, then the origin of Referer. Another site is
    refused, though it may claim our own origin; a client that says nothing of itself is held.
    """
    trusted = {address.lower() for address in trusted}
    allowed = {own.lower(), *trusted}
    origin = headers.get("Origin", "").lower()
    fetch_site = headers.get("Sec-Fetch-Site", "").lower()
    if fetch_site in ("same-origin", "none"):
        return Verdict.COUNT
    if fetch_site:
        return Verdict.COUNT if origin in trusted else Verdict.REFUSE
    if origin:
        return Verdict.COUNT if origin in allowed else Verdict.REFUSE
    referer = headers.get("Referer", "")
    if referer:
        return Verdict.COUNT if _origin_of(referer) in allowed else Verdict.REFUSE
    return Verdict.HOLD


def _origin_of(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}".lower()
