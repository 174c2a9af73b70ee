from __future__ import annotations

import pytest

from govpage.nesting import nesting_of


@pytest.mark.parametrize(
    ("html", "elements", "depth"),
    [
        pytest.param("", 0, 0, id="nothing"),
        pytest.param("<p>a<p>b", 2, 0, id="ended-by-the-next"),
        pytest.param("<div><div></div></div><div></div>", 3, 2, id="within-and-beside"),
        pytest.param("<ul><li><UL><li>", 4, 2, id="unclosed-and-capitals"),
        pytest.param("</div></div><div>", 1, 1, id="ends-without-beginnings"),
        pytest.param("a < b <3 <!-- c -->", 0, 0, id="no-elements"),
        pytest.param("<b><i><b>", 3, 2, id="of-one-name"),
    ],
)
def test_nesting(html: str, elements: int, depth: int) -> None:
    assert nesting_of(html) == (elements, depth)
