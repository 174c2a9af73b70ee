"""System checks of the core, and the settings check that every app shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as CheckWarning
from django.utils.functional import Promise
from django.utils.translation import override

from govpage.conf import GovpageSettings, problems, site
from govpage.overrides import Override, overrides

Check: TypeAlias = Callable[..., list[CheckMessage]]


def settings_check(label: str, name: str, schema: type[Any]) -> Check:
    """Return the check that reports every illegal key and value of a settings dict as ``<label>.E001`` to ``E003``."""

    def check(**_kwargs: object) -> list[CheckMessage]:
        return [Error(p.message, hint=p.hint, id=f"{label}.{p.code}") for p in problems(name, schema)]

    return check


check_settings = register(settings_check("govpage", "GOVPAGE", GovpageSettings))


@register
def check_site(**_kwargs: object) -> list[CheckMessage]:
    """Report what a conforming page would lack."""
    if problems("GOVPAGE", GovpageSettings):
        return []
    return [*_check_agency(), *_check_required_links(), *_check_unique_links()]


FINDER = "compressor.finders.CompressorFinder"


@register
def check_bundling(**_kwargs: object) -> list[CheckMessage]:
    """Report a site whose pages would raise an error because their stylesheet cannot be bundled."""
    if not getattr(settings, "COMPRESS_ENABLED", False) or FINDER in settings.STATICFILES_FINDERS:
        return []
    hint = f"Add '{FINDER}' to STATICFILES_FINDERS."
    return [Error("django-compressor cannot bundle the stylesheet and the script.", hint=hint, id="govpage.E004")]


@register
def check_overrides(**_kwargs: object) -> list[CheckMessage]:
    """Report a template of the site that was copied from an older version of ours."""
    return [_stale(override) for override in overrides() if override.version != override.ours]


def _stale(override: Override) -> CheckMessage:
    made_from = "no version" if override.version is None else f"version {override.version}"
    message = f"{override.path} overrides {override.name} and names {made_from}; ours is version {override.ours}."
    hint = "Compare the two, take over what changed, and put our first line into your copy; see docs/upgrading.md."
    return CheckWarning(message, hint=hint, id="govpage.W004")


def _check_agency() -> list[CheckMessage]:
    if site().agency:
        return []
    hint = "Add GOVPAGE = {'agency': 'Department of Examples', ...} to the settings."
    message = "GOVPAGE names no agency, so header and identifier have no name."
    return [CheckWarning(message, hint=hint, id="govpage.W001")]


def _check_required_links() -> list[CheckMessage]:
    missing = [key for key in site().required_links if not str(site().links.get(key, "")).strip()]
    if not missing:
        return []
    hint = "Give their addresses in GOVPAGE['links']; see the page on settings."
    message = f"The identifier lacks the required links {', '.join(missing)}."
    return [CheckWarning(message, hint=hint, id="govpage.W002")]


def _check_unique_links() -> list[CheckMessage]:
    hint = "Each required link leads to a page of its own, in every language."
    messages = dict.fromkeys(message for code in _languages() for message in _repeated_addresses(code))
    return [CheckWarning(message, hint=hint, id="govpage.W003") for message in messages]


def _languages() -> list[str]:
    """Languages to ask for addresses: one is enough where none is a translated text."""
    if not any(isinstance(url, Promise) for url in site().links.values()):
        return [settings.LANGUAGE_CODE]
    return list(dict.fromkeys([settings.LANGUAGE_CODE, *(code for code, _name in settings.LANGUAGES)]))


def _repeated_addresses(language: str) -> Iterator[str]:
    with override(language):
        addresses = {key: str(url).strip() for key, url in site().links.items()}
    for address in sorted(set(addresses.values()) - {""}):
        keys = [key for key in addresses if addresses[key] == address]
        if len(keys) > 1:
            yield f"GOVPAGE['links'] gives {address} to {' and '.join(keys)}."
