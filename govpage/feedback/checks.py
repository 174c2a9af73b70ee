"""System checks of page feedback."""

from __future__ import annotations

import re

from django.conf import settings
from django.core.cache import DEFAULT_CACHE_ALIAS, caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.db import BaseDatabaseCache
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as CheckWarning
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from govpage.checks import settings_check
from govpage.conf import problems
from govpage.feedback.limits import ENTRIES
from govpage.feedback_settings import FeedbackSettings, feedback_settings
from govpage.feedback_words import WORDING, feedback_url
from govpage.hints import did_you_mean

CODE = re.compile(r"[\w-]{1,32}", re.ASCII)
"""A code of a reason as it is stored and sent."""

BOUNDED = (LocMemCache, FileBasedCache, BaseDatabaseCache)
"""Caches that drop entries beyond their own MAX_ENTRIES, whether those are needed or not."""

check_settings = register(settings_check("govpage_feedback", "GOVPAGE_FEEDBACK", FeedbackSettings))


@register
def check_urls(**_kwargs: object) -> list[CheckMessage]:
    """Report a site that installs the app but does not route it."""
    try:
        feedback_url("vote")
    except ImproperlyConfigured as error:
        return [CheckWarning(str(error), hint="Its forms would raise an error.", id="govpage_feedback.W001")]
    return []


@register
def check_cache(**_kwargs: object) -> list[CheckMessage]:
    """Report a cache that does not count in one step, or not for all processes: limits counted in it hold nobody."""
    backend = type(caches[DEFAULT_CACHE_ALIAS])
    if backend.incr is not BaseCache.incr:
        return []
    message = f"The cache {backend.__name__} does not count in one step, so that limits do not hold."
    hint = f"Let CACHES['default'] be Redis or Memcached, or for one process local memory with MAX_ENTRIES = {ENTRIES}."
    return [Error(message, hint=hint, id="govpage_feedback.E020")]


@register(deploy=True)
def check_entries(**_kwargs: object) -> list[CheckMessage]:
    """Report a cache that drops what is counted while it is needed: limits counted in it hold nobody."""
    cache = caches[DEFAULT_CACHE_ALIAS]
    most: int = getattr(cache, "_max_entries", ENTRIES)
    if not isinstance(cache, BOUNDED) or most >= ENTRIES:
        return []
    message = f"The cache has room for {most} entries and drops the others, so that limits do not hold."
    hint = f"Let OPTIONS of CACHES['default'] have 'MAX_ENTRIES': {ENTRIES}, or take Redis or Memcached."
    return [CheckWarning(message, hint=hint, id="govpage_feedback.W021")]


@register(deploy=True)
def check_shared_cache(**_kwargs: object) -> list[CheckMessage]:
    """Report a cache that each process has of its own."""
    if not isinstance(caches[DEFAULT_CACHE_ALIAS], LocMemCache):
        return []
    message = "Each process has a cache of its own, so that limits hold for each process and not for the site."
    hint = "Let CACHES['default'] be Redis or Memcached, unless the site is one process."
    return [CheckWarning(message, hint=hint, id="govpage_feedback.W020")]


@register
def check_proxies(**_kwargs: object) -> list[CheckMessage]:
    """Report a proxy that the settings of Django know and those of feedback do not: it hides the visitors' networks."""
    told = [name for name in ("SECURE_PROXY_SSL_HEADER", "USE_X_FORWARDED_HOST") if getattr(settings, name)]
    if not told or problems("GOVPAGE_FEEDBACK", FeedbackSettings) or feedback_settings().trusted_proxies:
        return []
    message = f"{told[0]} says that a proxy is there, but trusted_proxies is 0: all visitors are one network."
    hint = "Say in GOVPAGE_FEEDBACK['trusted_proxies'] how many there are; see docs/feedback-screening.md."
    return [CheckWarning(message, hint=hint, id="govpage_feedback.W022")]


@register
def check_screens(**_kwargs: object) -> list[CheckMessage]:
    """Report checks of the site that are not there: all answers would be held."""
    if problems("GOVPAGE_FEEDBACK", FeedbackSettings):
        return []
    hint = "Name a function that takes a Submission; see docs/feedback-screening.md."
    faults = [fault for path in feedback_settings().screens if (fault := _fault_of("screens", path))]
    return [Error(fault, hint=hint, id="govpage_feedback.E021") for fault in faults]


@register
def check_resolver(**_kwargs: object) -> list[CheckMessage]:
    """Report a resolver of pages that is not there: no history would follow a page that has moved."""
    if problems("GOVPAGE_FEEDBACK", FeedbackSettings) or not (path := feedback_settings().resolver):
        return []
    fault = _fault_of("resolver", path)
    hint = "Name a function that takes a path and returns one; see docs/feedback.md."
    return [Error(fault, hint=hint, id="govpage_feedback.E022")] if fault else []


@register
def check_wording(**_kwargs: object) -> list[CheckMessage]:
    """Report words of the site's own that are shown nowhere."""
    if problems("GOVPAGE_FEEDBACK", FeedbackSettings):
        return []
    unknown = [str(name) for name in feedback_settings().wording if name not in WORDING]
    message = "GOVPAGE_FEEDBACK['wording'] has no key '{}'."
    return [Error(message.format(n), hint=did_you_mean(n, WORDING), id="govpage_feedback.E023") for n in unknown]


@register
def check_off(**_kwargs: object) -> list[CheckMessage]:
    """Report what switches the form off everywhere or nowhere."""
    if problems("GOVPAGE_FEEDBACK", FeedbackSettings):
        return []
    hint = "Say how the addresses of the pages begin, with a slash first, such as '/contact/'."
    wrong = [path for path in feedback_settings().off if not path.startswith("/")]
    message = "GOVPAGE_FEEDBACK['off'] has {!r}, which no single page or section begins with."
    return [Error(message.format(path), hint=hint, id="govpage_feedback.E024") for path in wrong]


@register
def check_reasons(**_kwargs: object) -> list[CheckMessage]:
    """Report codes of reasons that cannot be stored."""
    if problems("GOVPAGE_FEEDBACK", FeedbackSettings):
        return []
    hint = "At most 32 letters, digits, hyphens and underscores, such as 'no-form'."
    known = (*feedback_settings().reasons, *feedback_settings().retired_reasons)
    wrong = [str(code) for code in known if not CODE.fullmatch(str(code))]
    message = "GOVPAGE_FEEDBACK has the code {!r} of a reason, which is no plain code."
    return [Error(message.format(code), hint=hint, id="govpage_feedback.E025") for code in wrong]


def _fault_of(key: str, path: str) -> str:
    """Say what is wrong with the dotted path of a function in a setting; "" if nothing is."""
    try:
        found = import_string(path)
    except Exception as error:  # whatever the site's module raises
        return f"GOVPAGE_FEEDBACK['{key}'] names {path}, which cannot be imported: {error}"
    return "" if callable(found) else f"GOVPAGE_FEEDBACK['{key}'] names {path}, which cannot be called."
