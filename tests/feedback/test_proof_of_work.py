"""The check of a site's own that the docs show does what they say."""

from __future__ import annotations

import re
from dataclasses import replace
from types import ModuleType

import pytest
from pytest_django import Settings

from govpage.feedback.origin import Verdict
from govpage.feedback.screening import Screening, Submission, screen
from tests.conftest import ROOT
from tests.feedback.test_screening import COMMENT, SENT
from tests.feedback.visits import KEY, WORDS

HELD = Screening(Verdict.HOLD, "no-proof-of-work")


@pytest.fixture
def shown(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module that the docs show, and a site that uses it as they say."""
    code, setting = re.findall(
        r"```python\n(from hashlib.+?)```\n\n```python\nGOVPAGE_FEEDBACK = (.+?)\n```", DOCS, re.S
    )[0]
    module = ModuleType("harbor.checks")
    exec(compile(code, "feedback-screening.md", "exec"), module.__dict__)
    monkeypatch.setitem(__import__("sys").modules, "harbor", ModuleType("harbor"))
    monkeypatch.setitem(__import__("sys").modules, "harbor.checks", module)
    settings.GOVPAGE_FEEDBACK = eval(setting)
    return module


DOCS = (ROOT / "docs" / "feedback-screening.md").read_text("utf-8")


def proven(module: ModuleType, submission: Submission) -> Submission:
    """Do the work that a browser would do."""
    for number in range(10_000_000):
        tried = replace(submission, posted={**submission.posted, "proof": str(number)})
        if module.proof_of_work(tried) is None:
            return tried
    raise AssertionError("There is no such number.")


def test_answer_with_the_work_counts(shown: ModuleType) -> None:
    assert screen(proven(shown, replace(SENT, posted={"key": KEY}))) == Screening()


@pytest.mark.parametrize(
    "posted",
    [pytest.param({"key": KEY}, id="none"), pytest.param({"key": KEY, "proof": "no number"}, id="wrong")],
)
def test_answer_without_the_work_is_held(posted: dict[str, str], shown: ModuleType) -> None:
    assert screen(replace(SENT, posted=posted)) == HELD


def test_work_for_one_page_is_none_for_another(shown: ModuleType) -> None:
    done = proven(shown, SENT)
    assert screen(replace(done, token="another")) == HELD


def test_comment_needs_none(shown: ModuleType) -> None:
    assert screen(replace(COMMENT, posted={"comment": WORDS})) == Screening()
