"""What a rendering costs beside another: function calls, and the ratio of the times, pair by pair."""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

PAIRS = 40
REPEATS = 25

Render = Callable[[], str]


def function_calls(render: Render) -> int:
    """Return the calls of Python and C functions that one rendering makes."""
    counted = 0

    def count(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    render()
    sys.setprofile(None)
    return counted


def seconds(render: Render, repeats: int = REPEATS) -> float:
    """Return the processor's seconds of one rendering, as the mean of some; what other programs take is not in them."""
    start = time.process_time()
    for _repeat in range(repeats):
        render()
    return (time.process_time() - start) / repeats


def comparison(name: str, render: Render, flat: Render, flat_name: str = "a flat template of its bytes") -> str:
    """Return one line: the calls of both, and how many times the flat template's time the rendering takes."""
    render(), flat()
    gc.collect()
    gc.disable()
    # A slow rendering is repeated less, so that all lines take about the same time.
    repeats = max(1, min(REPEATS, int(0.005 / seconds(render, 3))))
    ratios = [seconds(render, repeats) / seconds(flat) for _pair in range(PAIRS)]
    gc.enable()
    low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
    calls, flat_calls = function_calls(render), function_calls(flat)
    return (
        f"{name}: {calls} calls against {flat_calls}; {middle:.2f} times {flat_name} "
        f"({low:.2f} to {high:.2f}, {PAIRS} pairs; {calls / flat_calls:.2f} times the calls)"
    )
