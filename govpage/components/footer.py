from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from govpage.component import HOSTILE, Component, Example, one_of
from govpage.components.contact_block import email_href, phone_href
from govpage.conf import site
from govpage.links import Link, LinkLike, NavItem, as_links
from govpage.site_footer import VARIANTS, Sections, SignUp, as_sections, refuse_misplaced


@dataclass(frozen=True, slots=True)
class Footer(Component):
    """The site's footer: a menu or whole sections of links, the agency and how to contact it.

    Source: USWDS footer: slim, medium, big; Federal website standards, contact link
    """

    agency: str = ""
    """Name of the agency; what the settings say when empty."""

    menu: tuple[LinkLike, ...] | None = None
    """Menu: list of (label, url); what the settings say when not given, no menu when empty."""

    contact: LinkLike | tuple[()] | None = None
    """Contact link: (label, url); what the settings say when not given, none when empty."""

    variant: str = ""
    """"slim", "medium" with more air, or "big" with sections instead of the menu; what the settings say when empty.
    Raises: ValueError if it is not given and a part is that not every variant has"""

    sections: Sections | None = None
    """Sections of the big footer: list of (heading, list of (label, url)); what the settings say when not given.
    Raises: ValueError if there are any in another variant, or one is no such pair"""

    logo: str | None = None
    """Path of the logo below the static files, beside the name; what the settings say when not given, none when
    empty."""

    contact_heading: str | None = None
    """Heading over the ways to reach the agency; what the settings say when not given.
    Raises: ValueError if there is one in the slim footer"""

    phone: str | None = None
    """Phone number as people write it; what the settings say when not given, none when empty."""

    email: str | None = None
    """Mail address; what the settings say when not given, none when empty."""

    social: tuple[LinkLike, ...] | None = None
    """Pages on social media: list of (name, url); what the settings say when not given.
    Raises: ValueError if there are any in the slim footer"""

    sign_up: SignUp | None = None
    """Sign-up form of the big footer; what the settings say when not given.
    Raises: ValueError if there is one in another variant"""

    criteria = (
        "It fits a screen of 320 CSS pixels.",
        "The contact link is in the same place on every page.",
        "An empty menu leaves no landmark behind.",
        "Each section of links has a heading.",
        "The sign-up form has a label, lets the browser fill in the address, and needs no script and no cookie.",
        "Social media are named in words, and nothing of theirs is loaded.",
    )

    def __post_init__(self) -> None:
        one_of(self, "variant", ("", *VARIANTS))
        try:
            if self.sections is not None:
                object.__setattr__(self, "sections", as_sections(self.sections))
            refuse_misplaced(self, self.variant)
        except ValueError as error:
            raise ValueError(f"footer: {error}") from None
        for name in ("menu", "social"):
            if getattr(self, name) is not None:
                object.__setattr__(self, name, as_links(getattr(self, name)))
        if self.contact is not None:
            object.__setattr__(self, "contact", as_links([self.contact])[0] if self.contact else ())

    @classmethod
    def examples(cls) -> dict[str, Example]:
        name, contact = "Harbor Office", ("Contact us", "/contact/")
        menu = (("News", "/news/"), ("Ports", "/ports/"), ("About us", "/about/"))
        sections = (
            ("Ports", (("Inspections", "/inspections/"), ("Piers and channels", "/piers/"), ("Ferries", "/ferries/"))),
            ("Safety", (("Storm readiness", "/storms/"), ("Call for help", "/help/"))),
            ("About us", (("Leadership", "/leadership/"), ("Careers", "/careers/"), ("History", "/history/"))),
            ("News", (("Releases", "/news/"), ("Archive", "/news/archive/"))),
        )
        slim, medium, big = cls(name, menu), cls(name, menu, (), "medium"), cls(name, (), (), "big", sections)
        phone, email, logo = "1-800-555-0199", "info@harbor.example.gov", "harbor/seal.svg"
        social = (("Facebook", "https://social.example.org/harbor"), ("YouTube", "https://video.example.org/harbor"))
        center = replace(
            medium, phone=phone, email=email, logo=logo, contact_heading="Harbor contact center", social=social
        )
        return {
            "default": Example(replace(slim, contact=contact)),
            "medium": Example(replace(medium, contact=contact)),
            "big": Example(replace(big, contact=contact)),
            "slim-contact": Example(replace(slim, contact=(), phone=phone, email=email, logo=logo)),
            "medium-contact": Example(center),
            "sign-up": Example(
                replace(center, menu=(), variant="big", sections=sections, sign_up=SignUp("/subscribe/"))
            ),
            "many": Example(cls(name, tuple((f"Item number {n}", f"/{n}/") for n in range(1, 41)))),
            "empty": Example(cls(name, ())),
            "spanish": Example(cls("Oficina de Puertos", (("Noticias", "/n/"),), ("Contacto", "/c/")), language="es"),
            "sign-up-spanish": Example(
                cls(
                    "Oficina de Puertos",
                    (),
                    ("Contacto", "/c/"),
                    "big",
                    (("Puertos", (("Inspecciones", "/i/"), ("Muelles", "/m/"))),),
                    contact_heading="Centro de atención",
                    phone=phone,
                    sign_up=SignUp("/suscripcion/"),
                ),
                language="es",
            ),
            "right-to-left": Example(cls("مكتب الموانئ", (("الأخبار", "/news/"),), ("اتصل بنا", "/c/")), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE, ((HOSTILE, "/?a=1&b=<2>"),), (HOSTILE, "/contact/"))),
            "hostile-big": Example(
                cls(
                    HOSTILE,
                    (),
                    None,
                    "big",
                    ((HOSTILE, ((HOSTILE, "/?a=1&b=<2>"),)),),
                    contact_heading=HOSTILE,
                    phone=HOSTILE,
                    email=HOSTILE,
                    social=((HOSTILE, "/?a=1&b=<2>"),),
                    sign_up=SignUp("/?a=1&b=<2>", HOSTILE, HOSTILE, HOSTILE, HOSTILE),
                )
            ),
        }

    def context(self) -> dict[str, Any]:
        variant = self.variant or site().footer.variant
        big, roomy = variant == "big", variant != "slim"
        sections = as_sections(self._own("sections")) if big else ()
        return {
            "agency": self.agency or site().agency,
            "variant": variant,
            "menu": () if sections else [link for link in self._menu() if link.url],
            "sections": sections,
            "sign_up": self._own("sign_up") if big else None,
            "logo": self._own("logo"),
            "heading": self._own("contact_heading") if roomy else "",
            "social": as_links(self._own("social")) if roomy else (),
            "ways": list(self._ways()),
        }

    def _own(self, name: str) -> Any:
        """Return a parameter, or what the settings say."""
        given = getattr(self, name)
        return getattr(site().footer, name) if given is None else given

    def _menu(self) -> tuple[Link | NavItem, ...]:
        return as_links(self.menu) if self.menu is not None else site().footer_menu or site().menu

    def _ways(self) -> Iterator[tuple[str, str, bool]]:
        """Give each way to reach the agency: its words, its address, and whether it always reads from left to right."""
        contact = site().contact if self.contact is None else self.contact
        for link in as_links([contact] if contact else ()):
            yield link.label, link.href, False
        phone, email = self._own("phone"), self._own("email")
        if phone:
            yield phone, phone_href(phone), True
        if email:
            yield email, email_href(email), True
