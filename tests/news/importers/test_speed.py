"""A file of the largest size is read or refused in a time in line with its size, whatever it holds."""

from __future__ import annotations

import time

import pytest

from govpage.news.importers.decode import MAX_BYTES, decode_capture
from govpage.news.importers.draft import CaptureError
from govpage.news.importers.text import read_capture

HEAD = "Harbor Office Opens a Pier\n\nRelease Date: March 3, 2017\n\nA pier opened. It is long.\n\n"
FILLINGS = {
    "letters": "a",
    "bullets": "* a\n",
    "long-bullets": "* " + "a" * 120 + "\n",
    "deep-indents": " " * 9000 + "* a\n",
    "brackets": "(" * 5000 + "\n",
    "at-signs": "a@" * 9000 + "\n",
    "digits": "1-" * 9000 + "\n",
    "dashes": "A B - " * 3000 + "\n",
    "labels": "Contact: Release Date Release Number " * 7 + "\n",
    "words": "of the office of the " * 700 + "\n",
    "blanks-inside": "a" + " " * 9000 + "b\n",
}


@pytest.mark.parametrize("filling", FILLINGS.values(), ids=FILLINGS)
def test_largest_file_takes_time_in_line_with_its_size(filling: str) -> None:
    # Four times the size takes four times as long, and sixteen times if it were the square.
    quarter = _best(filling, MAX_BYTES // 4)
    assert _best(filling, MAX_BYTES) < 12 * max(quarter, 0.05)


def _best(filling: str, size: int) -> float:
    """Seconds of the best of three, as the process may be cleaning up after the tests before."""
    return min(_seconds(filling, size) for _time in range(3))


def _seconds(filling: str, size: int) -> float:
    """Seconds of processor time to read a file of that size."""
    data = (HEAD + filling * (size // len(filling))).encode()[: size - 1]
    start = time.process_time()
    assert _outcome(data)
    return time.process_time() - start


def _outcome(data: bytes) -> str:
    try:
        return read_capture(decode_capture(data)).title
    except CaptureError as refusal:
        return str(refusal)
