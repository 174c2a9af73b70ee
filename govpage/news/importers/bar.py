"""A bar that says on a terminal how far a long run is."""

from __future__ import annotations

from django.core.management.base import OutputWrapper

WIDTH = 20
"""Signs of a full bar."""


class Bar:
    """Stands below what is printed, and is drawn nowhere but on a terminal."""

    def __init__(self, terminal: OutputWrapper) -> None:
        self._terminal = terminal
        self._shown = 0

    def show(self, done: int, total: int, what: str) -> None:
        """Draw it anew; without a total it is words alone."""
        self.clear()
        share = done / total if total else 0
        drawn = f"[{'#' * int(share * WIDTH):<{WIDTH}}] {int(share * 100):3} %, " if total else ""
        if self._terminal.isatty():
            self._write(f"{drawn}{what}")
            self._shown = len(drawn) + len(what)

    def clear(self) -> None:
        """Take it away, so that a line can be printed."""
        if self._shown:
            self._write(f"\r{' ' * self._shown}\r")
            self._shown = 0

    def _write(self, text: str) -> None:
        # In the terminal's own colour: what is written there is red else.
        self._terminal.write(text, str, ending="")
        self._terminal.flush()
