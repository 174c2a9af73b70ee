"""What a footer holds beside its menu and its contact link, as the settings and the component take it alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from govpage.links import Link, LinkLike, as_links

Sections: TypeAlias = tuple[tuple[str, tuple[LinkLike, ...]], ...]

VARIANTS = ("slim", "medium", "big")

PLACES = {
    "sections": ("big",),
    "sign_up": ("big",),
    "contact_heading": ("medium", "big"),
    "social": ("medium", "big"),
}
"""The variants that have a part, where not all do. Source: USWDS footer"""


@dataclass(frozen=True, slots=True)
class SignUp:
    """A form in the footer that takes a reader's mail address.

    It posts one field and needs neither a script nor a cookie; so the view that takes it is exempt from Django's CSRF
    check. The address of another site has to be in the ``form-action`` of the Content Security Policy.

    Raises: ValueError if there is no address
    """

    action: str = ""
    """Address that the form is posted to, or the name of a URL pattern."""

    heading: str = ""
    """Heading; "Sign up" when empty."""

    label: str = ""
    """Label of the field; "Your email address" when empty."""

    button: str = ""
    """Words of the button; "Sign up" when empty."""

    field: str = "email"
    """Name under which the address is posted."""

    def __post_init__(self) -> None:
        if not str(self.action).strip():
            raise ValueError("sign_up has no action; give the address that takes what is posted.")

    @property
    def href(self) -> str:
        """The address to print, a URL name resolved."""
        return Link("", self.action).href


@dataclass(frozen=True, slots=True)
class SiteFooter:
    """The footer of every page, beside its menu and its contact link, which are settings of their own.

    Raises: ValueError if the variant has no place for a part
    """

    variant: Literal["slim", "medium", "big"] = "slim"
    """"slim", "medium" with more air, or "big" with sections instead of the menu."""

    sections: Sections = ()
    """Sections of the big footer: list of (heading, list of (label, url))."""

    logo: str = ""
    """Path of the logo below the static files, beside the agency's name; none when empty."""

    contact_heading: str = ""
    """Heading over the ways to reach the agency, such as "Agency contact center"; not in the slim footer."""

    phone: str = ""
    """Phone number as people write it."""

    email: str = ""
    """Mail address."""

    social: tuple[Link, ...] = ()
    """The agency's pages on social media, named in words: list of (name, url); not in the slim footer."""

    sign_up: SignUp | None = None
    """Sign-up form of the big footer: a dict with the keys below."""

    def __post_init__(self) -> None:
        refuse_misplaced(self, self.variant)


def as_sections(sections: Iterable[Any] | str | None) -> Sections:
    """Return the sections as a tuple that can be a cache key; nothing for an empty value.

    Raises: ValueError if one is no (heading, list of links)
    """
    return tuple(map(_as_section, sections or ()))


def _as_section(section: Any) -> tuple[str, tuple[Link, ...]]:
    if not isinstance(section, tuple | list) or len(section) != 2:
        raise ValueError(f"{section!r} is not a section; give (heading, list of (label, url)).")
    return section[0], as_links(section[1])


def refuse_misplaced(parts: Any, variant: str) -> None:
    """Refuse what the variant has no place for.

    Raises: ValueError that names the part, the variant and the legal ones
    """
    for name, legal in PLACES.items():
        if getattr(parts, name) and variant not in legal:
            raise ValueError(f"{name} is for the variant {' or '.join(map(repr, legal))}, not for {variant!r}.")
