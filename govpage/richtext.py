"""Rich text: one declaration says what may be in it, and everything that is written passes through it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import escape, unescape
from typing import Any

import nh3
from django.core import validators
from django.db import models
from django.utils.safestring import SafeString

from govpage.nesting import nesting_of

MAX_DEPTH = 100
"""Elements of one name within one another. What reads HTML takes a time that grows with the square of the depth."""

MARKUP = re.compile(r"<[^<>]*+>")


@dataclass(frozen=True)
class RichText:
    """What a text may hold. Whatever else is written is taken out, its words kept.

    Shape: headings are levels; link_schemes are those of absolute addresses, relative ones are always allowed
    Raises: ValueError if a level is skipped or is not one of 2 to 6
    """

    headings: tuple[int, ...] = (2, 3)
    lists: bool = True
    link_schemes: tuple[str, ...] = ("https", "http", "mailto", "tel")

    def __post_init__(self) -> None:
        if sorted(self.headings) != [2, 3, 4, 5, 6][: len(self.headings)]:
            raise ValueError(f"rich text: headings is {self.headings!r}; legal are 2 to 6, from 2 on without a gap.")

    @cached_property
    def tags(self) -> frozenset[str]:
        """Elements that are kept."""
        lists = {"ul", "ol", "li"} if self.lists else set()
        text = {"p", "br", "strong", "em", "a", "blockquote", "abbr", "sub", "sup", "span", "dl", "dt", "dd"}
        return frozenset({f"h{level}" for level in self.headings} | lists | text)

    @cached_property
    def attributes(self) -> dict[str, set[str]]:
        """Attributes that are kept, by element."""
        named = {"a": {"href", "hreflang"}, "abbr": {"title"}, "ol": {"start"}}
        return {**named, "*": {"lang", "dir"}}

    def clean(self, html: str) -> str:
        """Return the text with nothing in it but what is declared; cleaning twice changes nothing more.

        Shape: of markup that is nested too deeply nothing is kept but its words
        """
        if nesting_of(html).depth > MAX_DEPTH:
            html = escape(unescape(MARKUP.sub(" ", html)))
        return nh3.clean(
            html,
            tags=set(self.tags),
            attributes=self.attributes,
            url_schemes=set(self.link_schemes),
            link_rel=None,
            clean_content_tags={"script", "style"},
        )

    def render(self, html: str) -> SafeString:
        """Return the text for a page; cleaned again, because not every way into a database passes the field."""
        return SafeString(_cleaned_once(self, html))


RELEASE_BODY = RichText()
"""What the text of a news release may hold."""


@lru_cache(maxsize=512)
def _cleaned_once(rules: RichText, html: str) -> str:
    return rules.clean(html)


class RichTextField(models.TextField):  # type: ignore[type-arg]
    """Sanitised HTML: cleaned on every way into the database, bulk_create() included."""

    def __init__(self, rules: RichText | None = None, *args: Any, **kwargs: Any) -> None:
        # Without rules, as a migration makes it, nothing but plain paragraphs is kept.
        self.rules = rules or RichText(headings=(), lists=False)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        # Rules are not a matter of the database: a migration sees a plain text field and never goes stale.
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return self.rules.clean(prepared) if isinstance(prepared, str) else prepared

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, str) and value not in validators.EMPTY_VALUES:
            value = self.rules.clean(value)
            setattr(model_instance, self.attname, value)
        return value
