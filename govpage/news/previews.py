"""Signed keys that show a release, in any state, to whoever has the link."""

from __future__ import annotations

from datetime import timedelta

from django.core.signing import BadSignature, TimestampSigner

from govpage.conf import site
from govpage.news.conf import news_settings
from govpage.news.lifecycle import ReleaseQuerySet
from govpage.news.models import NewsRelease


def _signer() -> TimestampSigner:
    """Return what signs keys of this site; one of another site, with the same secret, does not open them."""
    return TimestampSigner(salt=f"govpage_news.preview.{site().domain}")


def preview_key(release: NewsRelease) -> str:
    """Return a key to the preview of a saved release, good for ``preview_days`` from now."""
    return _signer().sign(str(release.pk))


def release_of(key: str, releases: ReleaseQuerySet) -> NewsRelease | None:
    """Return which of the releases a key opens; None if it is not ours, too old, or the release is deleted."""
    try:
        number = _signer().unsign(key, max_age=timedelta(days=news_settings().preview_days))
    except BadSignature:
        return None
    return releases.filter(pk=int(number), deleted_at__isnull=True).first()
