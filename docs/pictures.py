"""Measures how far our stylesheet is from that of USWDS, and writes the table of uswds-pictures.md."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "uswds-pictures.md"
START, END = "<!-- Written by docs/pictures.py. -->\n", "<!-- End -->\n"


def rows(stage: Any) -> Iterator[str]:
    """Give a line of the table for each component and width."""
    from tests.uswds import visual_cases, visual_stage
    from tests.uswds.visual_measure import share_that_differs

    sides = (
        (visual_stage.USWDS, visual_stage.OURS),
        (visual_stage.USWDS_DEPARTED, visual_stage.OURS_WITH_LOOK),
    )
    for case in visual_cases.CASES:
        for width in visual_cases.WIDTHS:
            pairs = ([stage.picture(case.shown(), side, width) for side in pair] for pair in sides)
            raw, both = (share_that_differs(*visual_stage.crops(*pair)) for pair in pairs)
            yield f"| {case.name} | {width} | {raw:.2%} | {both:.2%} |"


def main() -> None:
    """Measure, and put the table into its page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_site.settings")
    sys.path.insert(0, str(ROOT))
    django.setup()
    from govpage.audit import open_browser
    from tests.uswds.visual_stage import Stage, serve_stage

    with serve_stage() as url, open_browser() as driver:
        table = "\n".join(["| Component | Width | Raw | With both |", "|---|---|---|---|", *rows(Stage(driver, url))])
    before, _, rest = PAGE.read_text("utf-8").partition(START)
    PAGE.write_text(f"{before}{START}\n{table}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
