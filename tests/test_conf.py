from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy

from govpage.conf import GovpageSettings, problems, site
from govpage.feedback_settings import FeedbackSettings, feedback_settings
from govpage.hints import did_you_mean
from govpage.links import NavItem
from govpage.site_footer import SiteFooter


def test_settings_are_typed(settings: Any) -> None:
    settings.GOVPAGE = {"agency": "Harbor Office", "menu": [("News", "/news/")], "taxpayer_disclaimer": True}
    assert site().agency == "Harbor Office"
    assert site().menu == (NavItem("News", "/news/"),)
    assert site().taxpayer_disclaimer is True


def test_settings_follow_a_change(settings: Any) -> None:
    settings.GOVPAGE = {"agency": "One"}
    assert site().agency == "One"
    settings.GOVPAGE = {"agency": "Two"}
    assert site().agency == "Two"


def test_settings_may_be_missing(settings: Any) -> None:
    # Unlike a change, a deletion sends no signal.
    settings.GOVPAGE = {}
    del settings.GOVPAGE
    assert site() == GovpageSettings()


def test_settings_take_translated_text(settings: Any) -> None:
    settings.GOVPAGE = {"agency": gettext_lazy("News"), "contact": (gettext_lazy("Contact"), "/contact/")}
    assert str(site().agency) == "News"
    assert [str(link.label) for link in [site().contact] if link] == ["Contact"]


def test_no_contact_is_legal(settings: Any) -> None:
    settings.GOVPAGE = {"contact": None}
    assert site().contact is None


def test_no_sign_up_is_legal(settings: Any) -> None:
    settings.GOVPAGE = {"footer": {"variant": "big", "sign_up": None}}
    assert site().footer == SiteFooter("big")


def test_an_illegal_setting_raises_when_it_is_read(settings: Any) -> None:
    settings.GOVPAGE = {"agncy": "Harbor Office"}
    with pytest.raises(ImproperlyConfigured, match=r"GOVPAGE has no key 'agncy'\. Did you mean 'agency'\?"):
        site()


@pytest.mark.parametrize(
    ("value", "code", "message", "hint"),
    [
        pytest.param({"agncy": ""}, "E001", "GOVPAGE has no key 'agncy'.", "Did you mean 'agency'?", id="misspelt-key"),
        pytest.param({"links": {"privcy": "/"}}, "E001", "GOVPAGE['links'] has no key 'privcy'.", "Did you mean 'privacy'?", id="misspelt-link"),
        pytest.param([], "E002", "GOVPAGE is list.", "Make it a dict.", id="no-dict"),
        pytest.param({"agency": 7}, "E002", "GOVPAGE['agency'] is 7: it must be str.", "See the page on settings.", id="number-for-text"),
        pytest.param({"taxpayer_disclaimer": "yes"}, "E002", "GOVPAGE['taxpayer_disclaimer'] is 'yes': it must be bool.", "See the page on settings.", id="text-for-flag"),
        pytest.param({"menu": [7]}, "E002", "GOVPAGE['menu'] is [7]: 7 is not a link; give a Link or a pair (label, url).", "See the page on settings.", id="no-link"),
        pytest.param({"menu": 7}, "E002", "GOVPAGE['menu'] is 7: 'int' object is not iterable", "See the page on settings.", id="no-list"),
        pytest.param({"contact": "me"}, "E002", "GOVPAGE['contact'] is 'me': 'me' is not a link; give a Link or a pair (label, url).", "See the page on settings.", id="no-contact-link"),
        pytest.param({"links": ["/"]}, "E002", "GOVPAGE['links'] is ['/']: it must be a dict of strings.", "See the page on settings.", id="no-mapping"),
        pytest.param({"footer_menu": {"a": 1}}, "E002", "GOVPAGE['footer_menu'] is {'a': 1}: 'a' is not a link; give a Link or a pair (label, url).", "See the page on settings.", id="no-list-of-links"),
        pytest.param({"secondary_links": [("A", "/", [])]}, "E002", "GOVPAGE['secondary_links'] is [('A', '/', [])]: ('A', '/', []) is not a link; give a Link or a pair (label, url).", "See the page on settings.", id="secondary-link-with-a-menu"),
        pytest.param({"secondary_links": 7}, "E002", "GOVPAGE['secondary_links'] is 7: 'int' object is not iterable", "See the page on settings.", id="no-list-of-secondary-links"),
        pytest.param({"footer": {"varient": "big"}}, "E001", "GOVPAGE['footer'] has no key 'varient'.", "Did you mean 'variant'?", id="misspelt-key-of-footer"),
        pytest.param({"footer": "big"}, "E002", "GOVPAGE['footer'] is 'big': it must be a dict.", "See the page on settings.", id="no-dict-of-footer"),
        pytest.param({"footer": None}, "E002", "GOVPAGE['footer'] is None: it must be a dict.", "See the page on settings.", id="no-footer"),
        pytest.param({"footer": {"variant": "huge"}}, "E003", "GOVPAGE['footer']['variant'] is 'huge'.", "Legal are: 'slim', 'medium', 'big'.", id="unknown-footer"),
        pytest.param({"footer": {"variant": "big", "sections": ["Ports"]}}, "E002", "GOVPAGE['footer']['sections'] is ['Ports']: 'Ports' is not a section; give (heading, list of (label, url)).", "See the page on settings.", id="no-section"),
        pytest.param({"footer": {"sign_up": {"action": "/s/"}}}, "E003", "GOVPAGE['footer']: sign_up is for the variant 'big', not for 'slim'.", "See the page on settings.", id="sign-up-of-slim-footer"),
        pytest.param({"footer": {"variant": "big", "sign_up": {"heading": "News"}}}, "E003", "GOVPAGE['footer']['sign_up']: sign_up has no action; give the address that takes what is posted.", "See the page on settings.", id="sign-up-without-address"),
        pytest.param({"footer": {"variant": "big", "sign_up": {"url": "/s/"}}}, "E001", "GOVPAGE['footer']['sign_up'] has no key 'url'.", "Legal are: action, button, field, heading, label.", id="misspelt-key-of-sign-up"),
        pytest.param({"top_level_domain": "com"}, "E003", "GOVPAGE['top_level_domain'] is 'com'.", "Legal are: 'gov', 'mil'.", id="unknown-domain"),
        pytest.param({"color_scheme": "night"}, "E003", "GOVPAGE['color_scheme'] is 'night'.", "Legal are: 'auto', 'light', 'dark'.", id="unknown-scheme"),
    ],
)  # fmt: skip
def test_a_problem_is_named(settings: Any, value: object, code: str, message: str, hint: str) -> None:
    settings.GOVPAGE = value
    assert [(p.code, p.message, p.hint) for p in problems("GOVPAGE", GovpageSettings)] == [(code, message, hint)]


def test_a_hint_lists_all_when_nothing_is_near() -> None:
    assert did_you_mean("zzz", ["one", "two"]) == "Legal are: one, two."


def test_a_list_of_texts_is_kept_as_it_is(settings: Any) -> None:
    settings.GOVPAGE_FEEDBACK = {"trusted_origins": ["https://news.example.gov"]}
    assert feedback_settings().trusted_origins == ("https://news.example.gov",)


@pytest.mark.parametrize("value", ["https://news.example.gov", [7]])
def test_what_is_no_list_of_texts_is_named(settings: Any, value: object) -> None:
    settings.GOVPAGE_FEEDBACK = {"trusted_origins": value}
    assert [p.message.rpartition(": ")[2] for p in problems("GOVPAGE_FEEDBACK", FeedbackSettings)] == [
        "it must be a list of strings."
    ]
