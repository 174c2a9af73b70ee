"""Every capture is understood, as captured and under every disturbance."""

from __future__ import annotations

import pytest

from govpage.news.importers.decode import decode_capture
from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.text import read_capture

from .disturbances import DISTURBANCES, straighten
from .judge import CAPTURES, expected, wrong_fields

NAMES = sorted(path.stem for path in CAPTURES.glob("*.txt"))
CUT = ("archived-notice-below-title", "comunicado-archivado", "dhs-current", "embargoed-budget", "wrapped-mail")
CUTS = [(name, at) for name in CUT for at in range(97, (CAPTURES / f"{name}.txt").stat().st_size, 97)]


@pytest.mark.parametrize("disturbance", DISTURBANCES)
@pytest.mark.parametrize("name", NAMES)
def test_capture_is_understood(name: str, disturbance: str) -> None:
    text = (CAPTURES / f"{name}.txt").read_bytes().decode("utf-8")
    draft = read_capture(decode_capture(DISTURBANCES[disturbance](text).encode("utf-8")))
    want = straighten(expected(name)) if disturbance == "straight-quotes" else expected(name)
    assert wrong_fields(want, draft.as_json()) == {}


@pytest.mark.parametrize("name", NAMES)
def test_whole_capture_is_not_called_cut_off(name: str) -> None:
    assert read_capture(decode_capture((CAPTURES / f"{name}.txt").read_bytes())).cut_off == ""


@pytest.mark.parametrize("name", NAMES)
def test_capture_in_windows_1252_reads_the_same(name: str) -> None:
    text = (CAPTURES / f"{name}.txt").read_text("utf-8").replace("◦", "•")
    assert read_capture(decode_capture(text.encode("cp1252"))) == read_capture(decode_capture(text.encode("utf-8")))


@pytest.mark.parametrize("name", NAMES)
def test_capture_in_utf_16_reads_the_same(name: str) -> None:
    text = (CAPTURES / f"{name}.txt").read_text("utf-8")
    assert read_capture(decode_capture(("\ufeff" + text).encode("utf-16-le"))) == read_capture(text)


@pytest.mark.parametrize(("name", "at"), CUTS)
def test_cut_capture_gives_a_draft_or_a_reason(name: str, at: int) -> None:
    assert isinstance(_read((CAPTURES / f"{name}.txt").read_bytes()[:at]), ReleaseDraft | CaptureError)


def _read(data: bytes) -> ReleaseDraft | CaptureError:
    try:
        return read_capture(decode_capture(data))
    except CaptureError as error:
        return error
