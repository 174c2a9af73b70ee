"""Which network a request comes from."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from govpage.feedback.network import network_of

PROXY, VISITOR, FORGED = "10.0.0.1", "192.0.2.7", "203.0.113.9"


def seen(peer: str = PROXY, forwarded: str = "") -> str:
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    return network_of(RequestFactory().post("/", REMOTE_ADDR=peer, headers=headers))


@pytest.mark.parametrize(
    ("peer", "network"),
    [
        pytest.param(VISITOR, VISITOR, id="ipv4"),
        pytest.param("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64", id="ipv6"),
        pytest.param("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64", id="ipv6-of-the-same-network"),
        pytest.param("2001:db8:1:3::1", "2001:db8:1:3::/64", id="ipv6-of-another-network"),
        pytest.param("::ffff:192.0.2.7", VISITOR, id="ipv4-in-ipv6"),
        pytest.param("fe80::1%eth0", "fe80::/64", id="ipv6-with-a-zone"),
        pytest.param("", "", id="unix-socket"),
        pytest.param("nonsense", "", id="no-address"),
    ],
)
def test_network_of_the_peer(peer: str, network: str) -> None:
    assert seen(peer) == network


@pytest.mark.parametrize(
    ("proxies", "forwarded", "network"),
    [
        pytest.param(0, FORGED, PROXY, id="forged-x-forwarded-for-zero-trusted-proxies-is-ignored"),
        pytest.param(1, VISITOR, VISITOR, id="one-proxy"),
        pytest.param(1, f"{FORGED}, {VISITOR}", VISITOR, id="one-proxy-and-a-forged-entry"),
        pytest.param(2, f"{VISITOR},10.0.0.2", VISITOR, id="two-proxies"),
        pytest.param(2, f"{FORGED} , {VISITOR} , 10.0.0.2", VISITOR, id="two-proxies-and-a-forged-entry"),
        pytest.param(2, VISITOR, VISITOR, id="past-the-outer-proxy"),
        pytest.param(1, "", PROXY, id="header-absent"),
        pytest.param(1, "unknown", PROXY, id="entry-that-is-no-address"),
        pytest.param(1, f"{FORGED}, ", PROXY, id="empty-entry-at-the-end"),
        pytest.param(1, f"{VISITOR}:50123", VISITOR, id="with-a-port"),
        pytest.param(1, "[2001:db8:1:2::7]:50123", "2001:db8:1:2::/64", id="ipv6-with-a-port"),
        pytest.param(1, "[2001:db8:1:2::7]", "2001:db8:1:2::/64", id="ipv6-in-brackets"),
        pytest.param(1, "2001:db8:1:2::7", "2001:db8:1:2::/64", id="ipv6"),
        pytest.param(1, "\0,<script>", PROXY, id="markup"),
        pytest.param(1, "9" * 10_000, PROXY, id="huge"),
        pytest.param(-1, FORGED, PROXY, id="a-number-that-is-none"),
    ],
)
def test_network_behind_proxies(proxies: int, forwarded: str, network: str, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"trusted_proxies": proxies}
    assert seen(forwarded=forwarded) == network
