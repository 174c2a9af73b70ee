"""Every example and every page of the site is right for the Nu HTML checker, which runs once over all of them."""

from collections.abc import Mapping
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.browser.nu import Message, check
from tests.browser.pages import EACH_EXAMPLE, EACH_PAGE, Page
from tests.browser.server import Site

pytestmark = pytest.mark.browser

ADDRESSES = {
    str(case.id): page.path
    for case in [*EACH_EXAMPLE, *EACH_PAGE]
    for page in case.values
    if isinstance(page, Page) and not page.script
}
"""What has an address; what only a form leads to is made of the same components."""

LOOKED_AT = {
    # Safari takes a list without bullets for no list, unless it is told.
    "The “list” role is unnecessary for element “ul”.",
    # A guess from what is there to be nonsense.
    'This document appears to be written in Inuktitut but the “html” start tag has “lang="en"”. Consider using '
    '“lang="iu"” (or variant) instead.',
}
"""What the checker warns of and a person has found to be right."""

FAULTY = '<!DOCTYPE html><html lang="en"><title>Faulty</title><p id="a"><p id="a"><img src="a.png"><h1></h1>'


def body_of(url: str) -> bytes:
    try:
        with urlopen(url, timeout=10) as response:
            return bytes(response.read())
    except HTTPError as refusal:
        return refusal.read()


@pytest.fixture(scope="session")
def messages(running_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Message]]:
    """What the checker says of each page, by the id of its case; "faulty" is one that is wrong."""
    folder = tmp_path_factory.mktemp("markup")
    for name, path in ADDRESSES.items():
        (folder / f"{name}.html").write_bytes(body_of(running_site.url + path))
    (folder / "faulty.html").write_text(FAULTY, "utf-8")
    return check(folder)


@pytest.mark.parametrize("name", ADDRESSES)
def test_page_has_no_error(messages: Mapping[str, list[Message]], name: str) -> None:
    assert [str(m) for m in messages.get(name, []) if m.kind == "error" or m.text not in LOOKED_AT] == []


def test_faulty_page_is_found(messages: Mapping[str, list[Message]]) -> None:
    assert [m.text for m in messages["faulty"] if m.kind == "error"] == [
        "Duplicate ID “a”.",
        "An “img” element must have an “alt” attribute, except under certain conditions. For details, consult guidance "
        "on providing text alternatives for images.",
    ]
    assert [m.text for m in messages["faulty"] if m.kind != "error"] != []
