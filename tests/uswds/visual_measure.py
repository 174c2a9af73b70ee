"""How much two pictures of a component differ: the share of its pixels that a reader could tell apart.

Source:  Kotsarenko and Ramos, Measuring perceived color difference using YIQ, 2010; Vysniauskas, Anti-aliased pixel
         and intensity slope detector, 2009. Both are what pixelmatch goes by, whose default threshold is used.
"""

from __future__ import annotations

import numpy
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[numpy.float64]
Mask = NDArray[numpy.bool_]

THRESHOLD = 0.1
"""How far apart two colours may be and still count as one, from 0, the same, to 1, black and white."""

FARTHEST = 35215.0
"""The squared difference of black and white, which weighs most."""

YIQ = numpy.array(
    [[0.29889531, 0.58662247, 0.11448223], [0.59597799, -0.2741761, -0.32180189], [0.21147017, -0.52261711, 0.31114694]]
)
WEIGHTS = numpy.array([0.5053, 0.299, 0.1957])

NEIGHBOURS = [(down, right) for down in (-1, 0, 1) for right in (-1, 0, 1) if (down, right) != (0, 0)]
FEW_SHADES = 2
"""A pixel that has more neighbours than this of its own lightness stands in a surface and smooths no edge."""

SIBLINGS = 3
"""A neighbour that has at least this many neighbours of its own colour stands in a surface."""


def share_that_differs(first: Image.Image, second: Image.Image) -> float:
    """Share of the pixels that differ and do not only smooth an edge.

    Raises:  ValueError if the pictures are not of one size
    """
    if first.size != second.size:
        raise ValueError(f"Pictures of different sizes: {first.size}, {second.size}.")
    return float(pixels_that_differ(first, second).mean())


def pixels_that_differ(first: Image.Image, second: Image.Image) -> Mask:
    """Where the pictures differ."""
    one, other = _yiq(first), _yiq(second)
    far = ((one - other) ** 2 @ WEIGHTS) > FARTHEST * THRESHOLD**2
    if not far.any():
        return numpy.asarray(far)
    return numpy.asarray(far & ~(_smooths(one[..., 0], other[..., 0]) | _smooths(other[..., 0], one[..., 0])))


def _yiq(picture: Image.Image) -> Pixels:
    return numpy.asarray(numpy.asarray(picture.convert("RGB"), dtype=numpy.float64) @ YIQ.T)


def _around(values: NDArray[numpy.float64]) -> Pixels:
    """The eight neighbours of each pixel; outside the picture there is nothing."""
    padded = numpy.pad(values, 1, constant_values=numpy.nan)
    height, width = values.shape
    return numpy.stack([padded[1 + y : 1 + y + height, 1 + x : 1 + x + width] for y, x in NEIGHBOURS])


def _smooths(lightness: Pixels, other: Pixels) -> Mask:
    """Which pixels lie between a darker and a lighter surface that both pictures have."""
    steps = _around(lightness) - lightness
    shades = (steps == 0).sum(axis=0) + _at_edge(lightness.shape)
    surfaces = _around((_in_surface(lightness) & _in_surface(other)).astype(numpy.float64)) == 1
    return numpy.asarray((shades <= FEW_SHADES) & _extreme_is(surfaces, steps))


def _extreme_is(surfaces: Mask, steps: Pixels) -> Mask:
    """Whether there are a darker and a lighter neighbour, and the darkest or the lightest of them is in a surface."""
    darker = numpy.where(numpy.isnan(steps), 0, steps)
    lowest, highest = darker.argmin(axis=0)[None], darker.argmax(axis=0)[None]
    between = (darker.min(axis=0) < 0) & (darker.max(axis=0) > 0)
    in_surface = [numpy.take_along_axis(surfaces, place, axis=0)[0] for place in (lowest, highest)]
    return numpy.asarray(between & (in_surface[0] | in_surface[1]))


def _in_surface(lightness: Pixels) -> Mask:
    same = (_around(lightness) == lightness).sum(axis=0) + _at_edge(lightness.shape)
    return numpy.asarray(same >= SIBLINGS)


def _at_edge(shape: tuple[int, ...]) -> NDArray[numpy.int64]:
    """One for the pixels at the edge of the picture, which count as having a neighbour of their own colour."""
    edge = numpy.ones(shape, dtype=numpy.int64)
    edge[1:-1, 1:-1] = 0
    return edge
