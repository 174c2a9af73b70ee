from __future__ import annotations

import subprocess
import sys

import pytest

from govpage.feedback.privacy import redact
from tests.conftest import ROOT
from tests.feedback.privacy.corpus import PARTS, Sample, Score, Span, sample, samples, scores

SAMPLES = list(samples())


def test_marks_are_read() -> None:
    assert sample("tuned", "en", r"Call\u00a0<phone>1</phone>, <3 <ssn>2</ssn>") == Sample(
        "tuned", "en", "Call\u00a01, <3 2", (Span(5, 6, "phone"), Span(11, 12, "ssn"))
    )


def test_what_is_planted_and_found_is_counted() -> None:
    counted = scores([sample("", "en", "<phone>202-555-0101</phone> <licence>A012345678</licence> a@example.gov")])
    assert counted["phone"] == Score(planted=1, recalled=1, gone=1, found=1, right=1)
    assert counted["licence"] == Score(planted=1, gone=1)
    assert counted["a_number"] == Score(found=1)
    assert counted["email"] == Score(found=1)


def test_what_is_missed_is_counted() -> None:
    assert scores([sample("", "en", "<phone>555-0101</phone>")])["phone"] == Score(planted=1)


def test_there_are_several_hundred_comments_and_no_two_alike() -> None:
    assert len({comment.text for comment in SAMPLES}) == len(SAMPLES) >= 400


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("planted", [True, False])
@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_comments_of_every_sort(part: str, planted: bool, language: str) -> None:
    assert any((c.part, bool(c.planted), c.language) == (part, planted, language) for c in SAMPLES)


def test_a_good_part_is_held_out() -> None:
    assert sum(comment.part == PARTS[0] for comment in SAMPLES) == 150


@pytest.mark.parametrize("kind", scores([]))
@pytest.mark.parametrize("part", PARTS)
def test_every_kind_is_planted(part: str, kind: str) -> None:
    assert any(place.kind == kind for c in SAMPLES if c.part == part for place in c.planted)


@pytest.mark.usefixtures("either_way")
def test_what_the_patterns_were_made_for_goes_but_for_what_nothing_names() -> None:
    tuned = [comment for comment in SAMPLES if comment.part == PARTS[1]]
    left = [c.text[p.start : p.end] for c in tuned for p in c.planted if c.text[p.start : p.end] in redact(c.text).text]
    assert left == ["5/6/1957", "12/01/2004", "WDLABCD00012"]


@pytest.mark.usefixtures("either_way")
def test_most_of_what_they_were_not_made_for_goes_and_little_else() -> None:
    held_out = scores(comment for comment in SAMPLES if comment.part == PARTS[0]).values()
    found, planted = sum(score.found for score in held_out), sum(score.planted for score in held_out)
    assert sum(score.gone for score in held_out) >= 0.95 * planted
    assert sum(score.right for score in held_out) >= 0.95 * found


def test_the_figures_in_the_docs_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "redaction.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
