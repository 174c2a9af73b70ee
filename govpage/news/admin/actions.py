"""What is done to several releases at once: each is one revision, and what could not be done is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from govpage.news import editing
from govpage.news.admin.findings import findings_of
from govpage.news.content import BlockedError, refuse_blocked
from govpage.news.lifecycle import CURRENT, ReleaseQuerySet, State
from govpage.news.models import NewsRelease

NOT_YET = (State.DRAFT, State.IN_REVIEW, State.EMBARGOED, State.SCHEDULED)
NAMED = 10
"""Releases that a message names at most."""


@admin.action(description=gettext_lazy("Publish now"), permissions=["publish"])
def publish_now(model_admin: Any, request: HttpRequest, releases: ReleaseQuerySet) -> None:
    """Publish what is not published yet and not blocked by its content."""
    _each(request, releases, NOT_YET, _publish)


@admin.action(description=gettext_lazy("Archive now"), permissions=["archive"])
def archive_now(model_admin: Any, request: HttpRequest, releases: ReleaseQuerySet) -> None:
    """Archive what is in the list of news."""
    _each(request, releases, CURRENT, lambda release, user: editing.archive(release, user))


@admin.action(description=gettext_lazy("Send to review"), permissions=["change"])
def send_to_review(model_admin: Any, request: HttpRequest, releases: ReleaseQuerySet) -> None:
    """Say of drafts that they are ready to be read."""
    _each(request, releases, (State.DRAFT,), lambda release, user: editing.send_to_review(release, user))


@admin.action(description=gettext_lazy("Bring back what was deleted"), permissions=["withdraw"])
def bring_back(model_admin: Any, request: HttpRequest, releases: ReleaseQuerySet) -> None:
    """Bring deleted releases back to where they stood."""
    _each(request, releases, (State.DELETED,), lambda release, user: editing.undelete(release, user))


ACTIONS = (publish_now, archive_now, send_to_review, bring_back)


def _publish(release: NewsRelease, user: Any) -> None:
    findings = findings_of(release)
    refuse_blocked(findings)
    editing.publish(release, user, findings=findings)


def _each(
    request: HttpRequest,
    releases: ReleaseQuerySet,
    states: Iterable[State],
    act: Callable[[NewsRelease, Any], object],
) -> None:
    done, wrong_state, refused = 0, list[str](), list[str]()
    legal = frozenset(states)
    # One by one, each as it is at that moment, because what is done may change what the list would say.
    for key in list(releases.values_list("pk", flat=True)):
        release = NewsRelease.objects.with_state().get(pk=key)
        if release.state not in legal:
            wrong_state.append(release.title)
            continue
        try:
            act(release, request.user)
            done += 1
        except (editing.EditedSinceError, BlockedError) as error:
            refused.append(f"{release.title}: {error}")
    _say(request, done, wrong_state, refused, legal)


def _say(request: HttpRequest, done: int, wrong_state: list[str], refused: list[str], legal: frozenset[State]) -> None:
    text = ngettext("%(count)d release was changed.", "%(count)d releases were changed.", done) % {"count": done}
    messages.success(request, text) if done else messages.info(request, text)
    if wrong_state:
        states = ", ".join(str(state.label) for state in State if state in legal)
        text = _("Left as they are, because they are not in one of these states: %(states)s.") % {"states": states}
        messages.warning(request, f"{text} {_named(wrong_state)}")
    if refused:
        messages.error(request, f"{_('Refused:')} {_named(refused)}")


def _named(titles: list[str]) -> str:
    more = f" (+{len(titles) - NAMED})" if len(titles) > NAMED else ""
    return "; ".join(titles[:NAMED]) + more
