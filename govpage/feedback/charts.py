"""Charts drawn by the server: SVG with a title and a description, coloured by classes, beside a table of its data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from govpage.feedback.periods import Period, Piece
from govpage.feedback.staff_words import days_of, percent, share_words
from govpage.feedback.statistics import Count

WIDTH, HEIGHT = 400, 200
LEFT, RIGHT, TOP, BOTTOM = 50, 394, 12, 168
"""Edges of the plot, in the picture's own units."""

STACK = (("yes", "yes"), ("partly", "partly"), ("no", "no"))


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, its caption, and the rows of the table that says the same."""

    key: str
    caption: str
    picture: SafeString
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def share_chart(key: str, pieces: Sequence[Piece]) -> Chart:
    """Draw the share of Yes with its interval; a piece without enough votes is a gap."""
    caption = _("Share who found it helpful")
    drawn = [_grid(0, "0%"), _grid(0.5, "50%"), _grid(1, "100%"), *_lines(pieces), *_dots(pieces), _axis(pieces)]
    head = (_("Days"), _("Share of Yes"), _("Answers"))
    rows = tuple((days_of(p.period), share_words(p.count.share), str(p.count.answers)) for p in pieces)
    return Chart(key, caption, _svg(key, caption, _about_shares(pieces), drawn), head, rows)


def answers_chart(key: str, pieces: Sequence[Piece]) -> Chart:
    """Draw how many said Yes, Partly and No, one upon the other; a piece without answers is a gap."""
    caption = _("Answers")
    top = _round_up(max(piece.count.answers for piece in pieces))
    drawn = [_grid(0, "0"), _grid(1, str(top)), *_bars(pieces, top), _axis(pieces)]
    head = (_("Days"), _("Yes"), _("Partly"), _("No"), _("Held, not counted"))
    rows = tuple((days_of(p.period), *_cells(p.count)) for p in pieces)
    return Chart(key, caption, _svg(key, caption, _about_answers(pieces), drawn), head, rows)


def _svg(key: str, title: str, about: str, drawn: Iterable[SafeString]) -> SafeString:
    return format_html(
        '<svg class="gov-chart" role="img" viewBox="0 0 {} {}" aria-labelledby="{key}-title" '
        'aria-describedby="{key}-about"><title id="{key}-title">{}</title><desc id="{key}-about">{}</desc>{}</svg>',
        WIDTH,
        HEIGHT,
        title,
        about,
        format_html_join("", "{}", ((part,) for part in drawn)),
        key=key,
    )


def _grid(height: float, label: str) -> SafeString:
    y = _y(height)
    line = '<line class="gov-chart__grid" x1="{}" y1="{y}" x2="{}" y2="{y}"/>'
    text = '<text class="gov-chart__label" x="{}" y="{}" text-anchor="end">{}</text>'
    return format_html(line + text, LEFT, RIGHT, LEFT - 6, _short(BOTTOM - height * (BOTTOM - TOP) + 4), label, y=y)


def _axis(pieces: Sequence[Piece]) -> SafeString:
    """Name the first and the last day below the plot."""
    text = '<text class="gov-chart__label" x="{}" y="{}"{}>{}</text>'
    named = dict.fromkeys(_ends(pieces).values())
    places = ((LEFT, ""), (RIGHT, mark_safe(' text-anchor="end"')))
    rows = ((x, BOTTOM + 22, anchor, day) for (x, anchor), day in zip(places, named, strict=False))
    return format_html_join("", text, rows)


def _lines(pieces: Sequence[Piece]) -> list[SafeString]:
    """Join neighbours that both have enough votes."""
    runs = groupby(enumerate(pieces), key=lambda each: each[1].count.share.enough)
    line = '<polyline class="gov-chart__line" points="{}"/>'
    return [
        format_html(line, " ".join(f"{_x(n, pieces)},{_y(piece.count.share.value)}" for n, piece in run))
        for enough, run in runs
        if enough
    ]


def _dots(pieces: Sequence[Piece]) -> list[SafeString]:
    mark = (
        '<g><title>{}</title><line class="gov-chart__interval" x1="{x}" y1="{}" x2="{x}" y2="{}"/>'
        '<circle class="gov-chart__dot" cx="{x}" cy="{}" r="3.5"/></g>'
    )
    return [
        format_html(
            mark,
            f"{days_of(piece.period)}: {share_words(share)}",
            _y(share.interval.low),
            _y(share.interval.high),
            _y(share.value),
            x=_x(n, pieces),
        )
        for n, piece in enumerate(pieces)
        if (share := piece.count.share).enough
    ]


def _bars(pieces: Sequence[Piece], top: int) -> list[SafeString]:
    width = (RIGHT - LEFT) / len(pieces)
    bar = '<rect class="gov-chart__bar gov-chart__bar--{}" x="{}" y="{}" width="{}" height="{}"/>'
    drawn = []
    for number, piece in enumerate(pieces):
        below = 0
        for name, kind in STACK:
            if count := getattr(piece.count, kind):
                y, height = _y((below + count) / top), _short(count / top * (BOTTOM - TOP))
                x = _short(LEFT + number * width + width * 0.12)
                drawn.append(format_html(bar, name, x, y, _short(width * 0.76), height))
                below += count
    return drawn


def _x(number: int, pieces: Sequence[Piece]) -> str:
    return _short(LEFT + (number + 0.5) * (RIGHT - LEFT) / len(pieces))


def _y(height: float) -> str:
    return _short(BOTTOM - height * (BOTTOM - TOP))


def _short(number: float) -> str:
    """Write a coordinate with one digit after the point, in every language."""
    return f"{number:.1f}".removesuffix(".0")


def _round_up(most: int) -> int:
    """Return the next of 1, 2 or 5 times a power of ten."""
    step: int = 10 ** (len(str(most)) - 1)
    return step * next(times for times in (1, 2, 5, 10) if step * times >= most)


def _cells(count: Count) -> tuple[str, ...]:
    if not count.answers and not count.held:
        return (_("No answers"), "–", "–", "–")
    return tuple(map(str, (count.yes, count.partly, count.no, count.held)))


def _about_shares(pieces: Sequence[Piece]) -> str:
    """Say what the picture shows to those who do not see it."""
    found = [piece for piece in pieces if piece.count.share.enough]
    if not found:
        return _("No part of this time has enough votes for a share.")
    low, high = (choose(found, key=lambda piece: piece.count.share.value) for choose in (min, max))
    return _(
        "From %(first)s to %(last)s. Lowest: %(low)s, %(low_days)s. Highest: %(high)s, %(high_days)s. "
        "Gaps have too few votes for a share."
    ) % {**_ends(pieces), **_named("low", low), **_named("high", high)}


def _named(name: str, piece: Piece) -> dict[str, str]:
    return {name: percent(piece.count.share.value), f"{name}_days": days_of(piece.period)}


def _about_answers(pieces: Sequence[Piece]) -> str:
    total = sum((piece.count for piece in pieces), Count())
    if not total.answers:
        return _("There were no answers in this time.")
    said = {"yes": total.yes, "partly": total.partly, "no": total.no, "count": total.answers, **_ends(pieces)}
    return (
        ngettext(
            "From %(first)s to %(last)s: %(count)d answer, %(yes)d Yes, %(partly)d Partly, %(no)d No.",
            "From %(first)s to %(last)s: %(count)d answers, %(yes)d Yes, %(partly)d Partly, %(no)d No.",
            total.answers,
        )
        % said
    )


def _ends(pieces: Sequence[Piece]) -> dict[str, str]:
    first, last = pieces[0].period.first, pieces[-1].period.last
    return {"first": days_of(Period(first, first)), "last": days_of(Period(last, last))}
