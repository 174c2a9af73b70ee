"""Who of staff sees the feedback of which pages: owners of a section theirs, with a permission everybody's.

What somebody may not see is not there for them: lists leave it out, and its address answers 404.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any, TypeVar

from django.contrib.auth import get_backends, get_user_model
from django.db.models import Model, Q, QuerySet
from django.http import Http404

from govpage.feedback.models import Alert, Page, Section

ALL_SECTIONS = "govpage_feedback.all_sections"

M = TypeVar("M", bound=Model)


def sees_all(user: Any) -> bool:
    """Whether the user sees every section, and the pages that are in none."""
    return bool(user.has_perm(ALL_SECTIONS))


def visible_sections(user: Any) -> QuerySet[Section]:
    """Return the sections whose feedback the user sees: those that one of the user's groups owns, or all."""
    return Section.objects.all() if sees_all(user) else Section.objects.filter(owner__in=user.groups.all())


def visible_pages(user: Any) -> QuerySet[Page]:
    """Return the pages whose feedback the user sees."""
    return restrict(Page.objects.all(), user, "")


def restrict(rows: QuerySet[M], user: Any, page: str = "page") -> QuerySet[M]:
    """Keep what is about a page that the user sees.

    Shape: page is the lookup that leads from a row to its page, empty for pages themselves
    """
    if sees_all(user):
        return rows
    lookup = f"{page}__section__in" if page else "section__in"
    return rows.filter(Q(**{lookup: visible_sections(user)}))


def visible_alerts(user: Any) -> QuerySet[Alert]:
    """Return the alerts about pages that the user sees, and those about the whole site, which are for everybody."""
    if sees_all(user):
        return Alert.objects.all()
    return Alert.objects.filter(Q(page=None) | Q(page__section__in=visible_sections(user)))


def readers(page: Page) -> QuerySet[Any]:
    """Return the active staff who may read the comments about a page.

    Where no authentication backend of the site can tell who has a permission, that is all of them.
    """
    staff: QuerySet[Any] = get_user_model()._default_manager.filter(is_staff=True, is_active=True)
    backends = [backend for backend in get_backends() if hasattr(backend, "with_perm")]
    if not backends:
        return staff

    def holders(permission: str) -> Q:
        found = (backend.with_perm(permission).order_by().values("pk") for backend in backends)
        return reduce(or_, (Q(pk__in=keys) for keys in found))

    owners = Q(groups=page.section.owner_id) if page.section and page.section.owner_id else Q(pk=None)
    return staff.filter(holders("govpage_feedback.view_comment")).filter(holders(ALL_SECTIONS) | owners).distinct()


def page_or_404(user: Any, key: int) -> Page:
    """Return the page of that key.

    Raises: Http404 if there is none that the user sees
    """
    page = visible_pages(user).select_related("section__owner").filter(pk=key).first()
    if page is None:
        raise Http404
    return page
