"""The base of everything shown: a frozen dataclass with criteria, examples and one template."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar, Protocol, TypeVar, cast

from django.conf import settings
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from govpage.describe import is_required
from govpage.hints import did_you_mean

C = TypeVar("C", bound="Component")
F = TypeVar("F", bound=Callable[..., Any])


class Context(Protocol):
    """What a component may ask of the template it stands in, whatever the template language."""

    def get(self, key: str, /) -> Any:
        """Return a variable of the template, None if there is none."""


KEPT_RENDERINGS = 1024
"""How many different renderings a process keeps; one is about 1 to 30 KB."""

_KEPT: list[Any] = []


def kept(function: F) -> F:
    """Keep what a function returns until the settings change; its result depends on them and its arguments alone."""
    cached = lru_cache(maxsize=KEPT_RENDERINGS)(function)
    _KEPT.append(cached)
    return cast(F, cached)


@dataclass(frozen=True, slots=True)
class Example:
    """A named state of a component: what gallery, golden HTML, axe, docs and contract tests read.

    Shape: language and direction are those of the page that shows it
    """

    component: Component
    language: str = "en"
    direction: str = "ltr"


@dataclass(frozen=True, slots=True)
class Component:
    """What a page is made of; it renders itself and obeys the ``render_html`` protocol of Laces."""

    criteria: ClassVar[tuple[str, ...]] = ()
    """What has to hold for a reader, each a sentence."""

    keep: ClassVar[bool] = True
    """Whether a rendering is kept for the next equal one; off for what holds a visitor's words."""

    in_body: ClassVar[bool] = True
    """Whether its HTML can stand in the body; the gallery shows the source of what cannot."""

    @classmethod
    def slug(cls) -> str:
        """Its name in templates, files and docs, such as "last_updated"."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def examples(cls) -> dict[str, Example]:
        """Its named examples; there is always one named "default"."""
        raise TypeError(f"{cls.__name__} has no examples.")

    @classmethod
    def from_context(cls: type[C], context: Context, /, *args: Any, **kwargs: Any) -> C:
        """Return the component as a template tag makes it; a component that reads the page overrides it."""
        return cls(*args, **kwargs)

    @classmethod
    def reads_context(cls) -> bool:
        """Whether a template tag makes it from more than its parameters."""
        return cls.from_context.__func__ is not Component.from_context.__func__  # type: ignore[attr-defined]

    def context(self) -> dict[str, Any]:
        """What its template sees: its parameters, unless the component says more."""
        return self.parameters()

    def parameters(self) -> dict[str, Any]:
        """Its parameters by name."""
        return {f.name: getattr(self, f.name) for f in fields(self)}

    def is_empty(self) -> bool:
        """Whether there is nothing to show; then it renders nothing at all."""
        return False

    def render_html(self, parent_context: Context | None = None) -> SafeString:
        """Return its HTML; equal parameters in one language are rendered once and kept, except under DEBUG."""
        return self.render_in(get_language() or settings.LANGUAGE_CODE)

    def render_in(self, language: str) -> SafeString:
        """Return its HTML in the active language, for a caller that knows which that is."""
        return _render_once(self, language) if self.keep and not settings.DEBUG else _render(self, language)


def _render(component: Component, language: str) -> SafeString:
    if component.is_empty():
        return SafeString("")
    template = get_template(f"govpage/components/{component.slug()}.html", using=_engine())
    # A template ends in a line break and has one after its version mark; neither belongs to a component's HTML.
    return SafeString(template.render(component.context()).strip())


_render_once = kept(_render)


@kept
def _engine() -> str | None:
    """The alias of the first Django template engine: components are Django templates wherever they are used."""
    from django.template import engines

    return next((e.name for e in engines.all() if e.__class__.__name__ == "DjangoTemplates"), None)


@receiver(setting_changed)
def forget_renderings(**_kwargs: object) -> None:
    """Drop everything kept, as after a change of settings or of a template."""
    for function in _KEPT:
        function.cache_clear()


def as_text(value: Any) -> Any:
    """Return a parameter as a component takes it: a text that was marked as safe is escaped as any other.

    Equal parameters share a rendering, and a safe text is equal to the same one that is not.
    """
    return str.__str__(value) if isinstance(value, str) else value


def check_parameters(component: type[Component], positional: int, named: list[str]) -> None:
    """Refuse parameters that the component does not have.

    Raises: TypeError that names the wrong parameter and the nearest right one, or the missing ones
    """
    known = [f.name for f in fields(component)]
    tag = f"gov_{component.slug()}"
    if positional > len(known):
        raise TypeError(f"{tag} takes at most {len(known)} parameters, not {positional}.")
    for name in named:
        if name not in known:
            raise TypeError(f"{tag} has no parameter '{name}'. {did_you_mean(name, known)}")
        if name in known[:positional]:
            raise TypeError(f"{tag} got '{name}' twice.")
    missing = [f.name for f in fields(component)[positional:] if is_required(f) and f.name not in named]
    if missing and not component.reads_context():
        raise TypeError(f"{tag} needs {', '.join(missing)}.")


def one_of(component: Component, name: str, legal: tuple[Any, ...]) -> None:
    """Refuse an unknown variant.

    Raises: ValueError that names the component, the value and the legal ones
    """
    value = getattr(component, name)
    if value not in legal:
        raise ValueError(f"{component.slug()}: {name} is {value!r}; legal are {', '.join(map(repr, legal))}.")


def a_date(component: str, name: str, value: Any) -> None:
    """Refuse what is given for a date and is none; nothing given is not refused.

    Raises: ValueError that names the component and the value
    """
    if value and not isinstance(value, date):
        raise ValueError(f"{component}: {name} is {value!r}; legal is a date, such as date(2024, 6, 27).")


def element_id(stem: str, key: str) -> str:
    """Return an id without blanks that is the same at every rendering."""
    return "-".join([stem, *str(key).split()])


HOSTILE = f"<script>alert('&amp;')</script>{{{{ 7|add:7 }}}} \"{'w' * 200}\" \u202bעברית العربية\u202c"
"""Text that no component may trip over: markup, template syntax, 200 letters without a break, right-to-left."""
