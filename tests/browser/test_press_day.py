"""A press officer's day, with the keys alone: write, be warned, preview, embargo, publish, correct, archive."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from govpage.audit import View, audit_page
from govpage.news.models import NewsRelease
from tests.browser.conftest import POLL
from tests.browser.keyboard import press, tab_to
from tests.browser.office import log_in, log_out, officer
from tests.browser.server import Site

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

TITLE = "Zeppelin harbor opens to visitors"
LIST = "/admin/govpage_news/newsrelease/"
EMBARGO = timedelta(seconds=20)
"""From the typing of the moment on: the form has to be saved before, and the places be asked."""

PLACES = (
    "/news/",
    "/news/?q=zeppelin",
    "/news/feed.rss",
    "/news/feed.atom",
    "/news/feed.json",
    "/sitemap.xml",
    "/news-sitemap.xml",
    "/news/api/releases/",
    "/news/api/releases/?q=zeppelin",
    "{year}",
    "{month}",
    "{page}",
    "{api}",
)
"""Everywhere that a release can be found."""

LOADED = """
const editors = document.querySelectorAll("textarea[data-gov-editor]:not([hidden])");
return !window.sent && document.readyState == "complete" && editors.length == 0;
"""
"""Whether the page after the last one is there, with its editors running."""

CAN_LINK = "return document.querySelector('button[title=\"insert link\"]').ariaDisabled == 'false'"

IN_DIALOG = "return document.activeElement.closest('dialog')?.ariaLabel"
"""Name of the dialog that has the focus."""

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


@pytest.fixture
def user(browser: Chrome, site: Site, settings: Any, tmp_path: Path) -> Iterator[User]:
    """An officer who is logged in, with uploads in a folder of the test's; what is written is gone after it."""
    settings.MEDIA_ROOT = tmp_path
    made = officer()
    try:
        View().apply(browser)
        log_in(browser, site, made)
        yield made
    finally:
        NewsRelease.objects.filter(title__startswith="Zeppelin").delete()
        made.delete()
        log_out(browser, site)


def text(browser: Chrome) -> str:
    return str(browser.execute_script("return document.querySelector('main, #main').innerText"))


def answer(site: Site, path: str) -> tuple[int, str, int]:
    """Return the status, the body and the seconds that a cache may keep it."""
    try:
        response = urlopen(site.url + path, timeout=10)
    except HTTPError as error:
        response = error
    with response:
        kept = response.headers.get("Cache-Control", "").partition("max-age=")[2] or "0"
        return response.status, response.read().decode(), int(kept)


def places(release: NewsRelease) -> list[str]:
    day = release.release_date
    assert day
    page = release.get_absolute_url()
    api = f"/news/api/releases/{release.address}/"
    names = {"year": f"/news/{day.year}/", "month": f"/news/{day.year}/{day.month}/", "page": page, "api": api}
    return [place.format(**names) for place in PLACES]


def where(site: Site, release: NewsRelease) -> set[str]:
    """Return the places that have the release's title or address."""
    found = {place: answer(site, place) for place in places(release)}
    return {place for place, (status, body, _kept) in found.items() if status == 200 and release.slug in body}


def write_over(browser: Chrome, selector: str, words: str) -> None:
    """Replace what is in a box."""
    tab_to(browser, selector)
    ActionChains(browser, duration=0).key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).perform()
    press(browser, words)


def write_moment(browser: Chrome, name: str, moment: datetime) -> None:
    local = timezone.localtime(moment)
    write_over(browser, f"#id_{name}_0", f"{local:%Y-%m-%d}")
    write_over(browser, f"#id_{name}_1", f"{local:%H:%M:%S}")


def open_form(browser: Chrome, address: str) -> None:
    browser.get(address)
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script(LOADED))


def save(browser: Chrome, button: str = "_continue") -> None:
    """Send the form with its button, and wait for the page that follows."""
    tab_to(browser, f"[name={button}]")
    browser.execute_script("window.sent = true")
    press(browser, Keys.ENTER)
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script(LOADED))


def link_the_last_words(browser: Chrome, words: int, address: str) -> None:
    """Select words to the left of the caret and give them an address, in the editor's own dialog."""
    chain = ActionChains(browser, duration=0).key_down(Keys.SHIFT).key_down(Keys.CONTROL)
    chain.send_keys(*[Keys.ARROW_LEFT] * words).key_up(Keys.CONTROL).key_up(Keys.SHIFT).perform()
    # The editor hears of a selection a moment after it is made.
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script(CAN_LINK))
    for _stop in range(20):
        ActionChains(browser, duration=0).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
        if browser.execute_script("return document.activeElement.title == 'insert link'"):
            break
    press(browser, Keys.ENTER)
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script(IN_DIALOG) == "Edit Link")
    press(browser, address, Keys.ENTER)


def choose_picture(browser: Chrome, picture: Path) -> None:
    """Go to the box of the picture; what the system's own dialog does, the driver does."""
    tab_to(browser, "#id_image")
    browser.switch_to.active_element.send_keys(str(picture))


def test_a_press_officer_s_day(browser: Chrome, site: Site, user: User, axe_folder: Path, tmp_path: Path) -> None:
    # Written, with the editor.
    open_form(browser, f"{site.url}{LIST}add/")
    tab_to(browser, "#id_title")
    press(browser, TITLE)
    tab_to(browser, ".ProseMirror")
    press(browser, "The zeppelin harbor is open to all visitors from now on. For the hours click here")
    link_the_last_words(browser, 2, "/about/")
    picture = tmp_path / "zeppelin.png"
    picture.write_bytes(PNG)
    choose_picture(browser, picture)

    # Warned: a picture without its words is refused, a vague link is told.
    save(browser)
    assert "Say what the image shows, or mark it as decorative." in text(browser)
    assert audit_page(browser, axe_folder=axe_folder).violations == ()
    choose_picture(browser, picture)
    tab_to(browser, "#id_image_alt")
    press(browser, "A zeppelin over the harbor")
    save(browser)
    assert "“click here” says nothing alone" in text(browser)
    assert audit_page(browser, axe_folder=axe_folder).violations == ()
    release = NewsRelease.objects.get(title=TITLE)
    assert '<a href="/about/">click here</a>' in release.body
    assert where(site, release) == set()

    # Looked at before anybody else can.
    tab_to(browser, ".object-tools a[href$='/preview/']")
    press(browser, Keys.ENTER)
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.find_elements("css selector", ".gov-key"))
    tab_to(browser, ".gov-key")
    press(browser, Keys.ENTER)
    WebDriverWait(browser, 10, POLL).until(lambda driver: "/news/preview/" in driver.current_url)
    assert TITLE in text(browser)
    key = browser.current_url.removeprefix(site.url)
    assert answer(site, f"{key[:-3]}xx/")[0] == 404

    # Under embargo to a moment: nowhere before, everywhere from its second on.
    open_form(browser, f"{site.url}{LIST}{release.pk}/change/")
    moment = timezone.now().replace(microsecond=0) + EMBARGO
    write_moment(browser, "publish_at", moment)
    tab_to(browser, "#id_embargoed")
    press(browser, Keys.SPACE)
    save(browser)
    release.refresh_from_db()
    assert (release.publish_at, release.embargoed) == (moment, True)
    assert where(site, release) == set()
    assert answer(site, release.get_absolute_url())[0] == 404
    kept = [answer(site, place)[2] for place in ("/news/", "/news/feed.rss", "/sitemap.xml", "/news/api/releases/")]
    asked = timezone.now()
    assert asked < moment, "The machine was too slow for this embargo."
    assert all(asked + timedelta(seconds=seconds - 2) <= moment for seconds in kept)
    time.sleep(max(0, (moment - timezone.now()).total_seconds()) + 0.05)
    assert where(site, release) == set(places(release))
    assert (timezone.now() - moment).total_seconds() < 5

    # Corrected, with a note for readers.
    open_form(browser, f"{site.url}{LIST}{release.pk}/change/")
    write_over(browser, "#id_title", "Zeppelin harbor opens to all visitors")
    tab_to(browser, "#id_change_note")
    press(browser, "It is open to all.")
    save(browser)
    browser.get(site.url + release.get_absolute_url())
    assert "Zeppelin harbor opens to all visitors" in text(browser)
    assert ": It is open to all." in text(browser)

    # Archived, and found in the archive.
    open_form(browser, f"{site.url}{LIST}{release.pk}/change/")
    write_moment(browser, "archive_at", timezone.now() - timedelta(seconds=1))
    save(browser)
    assert "opens-to-visitors" not in answer(site, "/news/?q=zeppelin")[1]
    browser.get(f"{site.url}/news/archive/")
    tab_to(browser, "#gov-news-q")
    press(browser, "zeppelins", Keys.ENTER)
    WebDriverWait(browser, 10, POLL).until(lambda driver: "q=zeppelins" in driver.current_url)
    assert "1 release found." in text(browser)
    tab_to(browser, f"a[href='{release.get_absolute_url()}']")
    press(browser, Keys.ENTER)
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.current_url.endswith(release.get_absolute_url()))
    # The browser keeps the page that it has seen a moment ago.
    assert "Archived on" in answer(site, release.get_absolute_url())[1]
