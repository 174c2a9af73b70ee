"""Refusing what is text but no page text: markup, data, programs."""

from __future__ import annotations

import re

from govpage.news.importers.draft import CaptureError
from govpage.news.importers.lines import Line

_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|!--|\?xml|rss|feed|div|script|article|meta|svg)\b|<!--|<\?", re.IGNORECASE
)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,10}[ >/]", re.IGNORECASE)
_JSON = re.compile(r"\{\s{0,20}(?:\"|\})|\[\s{0,20}(?:[{\[\"\]]|-?\d{1,20}\s{0,5}[,\]])")
_CODE = re.compile(
    r"(?:import [\w.]+(?: as \w+)?;?|from [\w.]+ import .{1,200}|#include [<\"].{1,80}|#!/.{1,80}"
    r"|package [\w.]+;|using [\w.]+;|<\?php.{0,80})$"
    r"|(?:def|function|class|public|private|static|const|let|var|return|if|for|while|else|elif|try|except|fn"
    r"|func|SELECT|INSERT|CREATE)\b.{0,200}[:;{(),]$"
    r"|[)}\]]{1,4}[;,]?$|.{0,200}(?:\{|\};|\);)$|[\w.]{1,40} (?:=|:=|\+=) .{1,200}$|(?://|/\*|\*/|--) ?.{0,200}$"
)


def refuse_unknown(lines: tuple[Line, ...]) -> None:
    """Refuse text that is HTML source, JSON, a table of values or a program.

    Raises:  CaptureError with the name of what it is
    """
    texts = [line.text for line in lines if line.text]
    head = texts[0] if texts else ""
    if _MARKUP.match(head) or _share(texts, _TAG) > 0.5:
        raise CaptureError("unknown layout: this is HTML source, not the text of the page")
    if _JSON.match(" ".join(texts[:3])[:200]):
        raise CaptureError("unknown layout: this is JSON, not page text")
    if _is_table(texts):
        raise CaptureError("unknown layout: this is a table of values, not page text")
    if len(texts) >= 3 and _share(texts, _CODE) > 0.4:
        raise CaptureError("unknown layout: this is source code, not page text")


def _share(texts: list[str], pattern: re.Pattern[str]) -> float:
    sample = texts[:400]
    return sum(1 for text in sample if pattern.match(text[:300])) / max(len(sample), 1)


def _is_table(texts: list[str]) -> bool:
    """Tell a table of values by the same number of commas, semicolons or tabs on every line."""
    sample = texts[:50]
    counts = {tuple(text.count(mark) for mark in ",;|") for text in sample}
    return (
        len(sample) >= 3
        and len(counts) == 1
        and max(next(iter(counts))) >= 2
        and not any(text.endswith(".") for text in sample)
    )
