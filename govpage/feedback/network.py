"""Which network a request comes from: what limits count by. It is kept in no row, no log and, as it is, in no cache."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.http import HttpRequest

from govpage.feedback_settings import feedback_settings

IPV6_PREFIX = 64
"""Bits of an IPv6 address that name a network. Source: RFC 4291, 2.5.4; one subscriber has all addresses below them"""

UNKNOWN = ""
"""Network of a request whose server does not say where it comes from."""


def network_of(request: HttpRequest) -> str:
    """Return the network that a request comes from: an IPv4 address, or the first 64 bits of an IPv6 address.

    X-Forwarded-For is read only as far from its end as proxies of ours have written it; what stands before that, a
    visitor may have invented.
    """
    peer = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    address = _address(_client(forwarded, feedback_settings().trusted_proxies)) or _address(peer)
    return _network(address) if address else UNKNOWN


def _client(forwarded: str, proxies: int) -> str:
    """Return what the outermost of our proxies saw; a request that came past it is known by what the next one saw."""
    ours = forwarded.split(",")[-proxies:] if proxies > 0 else [""]
    return ours[0].strip()


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(_without_port(text))
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _without_port(text: str) -> str:
    """Return the address alone, as some proxies write it with its port: 192.0.2.7:443 or [2001:db8::7]:443."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text


def _network(address: IPv4Address | IPv6Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    return str(IPv6Network((int(address), IPV6_PREFIX), strict=False))
