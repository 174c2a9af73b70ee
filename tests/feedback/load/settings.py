"""The example site as the load tests run it: visitors come through a proxy and no limit of votes is in their way."""

from example_site.settings import *  # noqa: F403

GOVPAGE_FEEDBACK = {"trusted_proxies": 1, "votes_a_minute": 1_000_000, "votes_a_day": 1_000_000}
