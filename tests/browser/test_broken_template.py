"""A site that breaks a component by its own template hears of it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.template.loader import get_template
from django.test import override_settings

from tests.browser.conftest import Audit
from tests.browser.server import Site

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

HEADER = "govpage/components/header.html"
SEARCH_BOX = "govpage/components/search_box.html"

Override = Callable[[str, str, str], None]


@pytest.fixture
def override_template(browser: "Chrome", tmp_path: Path) -> Iterator[Override]:
    """`override_template(name, sound, broken)` gives the site its own copy of a template, with that one change."""
    with ExitStack() as stack:
        # Public pages may be kept for minutes: the sound one must not stand in for the broken one, nor the other way.
        browser.execute_cdp_cmd("Network.clearBrowserCache", {})
        stack.callback(browser.execute_cdp_cmd, "Network.clearBrowserCache", {})

        def override(name: str, sound: str, broken: str) -> None:
            source = Path(get_template(name).origin.name).read_text(encoding="utf-8")  # type: ignore[attr-defined]
            assert source.count(sound) == 1
            copy = tmp_path / name
            copy.parent.mkdir(parents=True)
            copy.write_text(source.replace(sound, broken), encoding="utf-8")
            # Every change of a setting drops the loaded templates and the kept renderings.
            stack.enter_context(override_settings(TEMPLATES=[{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]))

        yield override


@pytest.mark.parametrize(
    ("template", "sound", "broken", "rule"),
    [
        pytest.param(HEADER, ' alt=""', "", "image-alt", id="image-without-alternative"),
        pytest.param(HEADER, "{{ agency }}", "", "link-name", id="link-without-text"),
        pytest.param(SEARCH_BOX, 'for="{{ id }}"', "", "label", id="field-without-label"),
        pytest.param(HEADER, "\n      </ul>", "<p>News</p></ul>", "list", id="paragraph-in-a-list"),
    ],
)
def test_broken_template_is_a_violation(
    audit: Audit, site: Site, override_template: Override, template: str, sound: str, broken: str, rule: str
) -> None:
    override_template(template, sound, broken)
    with pytest.raises(AssertionError, match=rf"accessibility violations on http(.|\n)*{rule} \("):
        audit(f"{site.url}/about/").assert_accessible()


def test_sound_copy_of_the_header_is_accessible(audit: Audit, site: Site, override_template: Override) -> None:
    override_template(HEADER, "<header ", '<header data-copy="" ')
    audit(f"{site.url}/about/", include="[data-copy]").assert_accessible()
