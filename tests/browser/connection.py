"""What is between the browser and the site, and can be cut or slow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selenium.webdriver import Chrome


class Connection:
    """The connection of a browser.

    Units: latency in milliseconds
    """

    def __init__(self, browser: Chrome) -> None:
        self.browser = browser

    def cut(self) -> None:
        self._set(offline=True)

    def slow_down(self, latency: int) -> None:
        self._set(latency=latency)

    def restore(self) -> None:
        self._set()

    def _set(self, *, offline: bool = False, latency: int = 0) -> None:
        self.browser.execute_cdp_cmd("Network.enable", {})
        conditions = {"offline": offline, "latency": latency, "downloadThroughput": -1, "uploadThroughput": -1}
        self.browser.execute_cdp_cmd("Network.emulateNetworkConditions", conditions)
