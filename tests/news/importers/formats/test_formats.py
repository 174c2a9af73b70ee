"""The registry: which format a file is of, how large it may be, and what its reader needs."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from govpage.news.importers import plan as planning
from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats import FORMATS, SUFFIXES, package, sniff
from govpage.news.importers.plan import Action, Step, as_release, plan, read, read_all
from govpage.news.importers.spool import Spool
from tests.conftest import ROOT
from tests.news.importers.formats.reading import USUAL
from tests.news.importers.formats.test_wordpress import export, post

SNIFFED = {
    "text": ("a.txt", b"Pier", "text"),
    "large-letters": ("A.TXT", b"Pier", "text"),
    "html": ("a.htm", b"", "html"),
    "html-site": ("a.zip", b"PK", "html_site"),
    "docx": ("a.docx", b"PK", "docx"),
    "feed": ("a.xml", b"<rss>", "feed"),
    "wordpress": ("a.xml", export().encode(), "wordpress"),
    "wordpress-by-suffix": ("a.wxr", b"<rss>", "wordpress"),
    "drupal": ("a.json", b'{"jsonapi": {}, "data": []}', "drupal"),
    "justice": ("a.json", b'{"results": []}', "justice"),
    "json": ("a.json", b'[{"title": "Pier"}]', "json"),
    "json-lines": ("a.jsonl", b'{"data": 1}', "json"),
    "csv": ("a.csv", b"title", "csv"),
}


@pytest.mark.parametrize(("name", "content", "want"), [pytest.param(*case, id=name) for name, case in SNIFFED.items()])
def test_a_format_is_told_by_suffix_and_first_bytes(tmp_path: Path, name: str, content: bytes, want: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert sniff(file).name == want


def test_an_unknown_suffix_names_the_legal_ones(tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match=r"unknown suffix '\.pdf'; legal are \.atom, \.csv, \.docx"):
        sniff(tmp_path / "a.pdf")


@pytest.mark.parametrize("name", FORMATS)
def test_a_suffix_is_in_small_letters(name: str) -> None:
    assert {suffix.lower() for suffix in FORMATS[name].suffixes} <= SUFFIXES


def test_a_package_that_is_not_there_is_named() -> None:
    with pytest.raises(CaptureError, match=r"this format needs no_such: pip install govpage\[import\]"):
        package("no_such.part")


LARGE = {"wordpress": "a.wxr", "feed": "a.rss", "csv": "a.csv", "justice": "a.json", "text": "a.txt"}


@pytest.mark.parametrize(("form", "name"), [pytest.param(*case, id=case[0]) for case in LARGE.items()])
def test_a_file_of_200_mb_is_refused_unread(tmp_path: Path, form: str, name: str) -> None:
    with (tmp_path / name).open("wb") as large:
        large.truncate(200 * 1024 * 1024)
    (step,) = read_all(tmp_path / name, FORMATS[form])
    assert step.reason == f"too large: 209,715,200 bytes, and at most {FORMATS[form].limit:,} are read"


def test_what_is_unknown_without_a_format_is_refused(tmp_path: Path) -> None:
    (step,) = read_all(tmp_path / "a.pdf", None)
    assert (step.action, step.number) == (Action.REFUSE, 0)


def test_a_file_without_a_release_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("[]", "utf-8")
    assert [step.reason for step in read_all(file, FORMATS["json"])] == ["there is no release in it"]


def steps_of(folder: Path, content: str, form: str = "wordpress") -> list[Step]:
    file = folder / "export"
    file.write_text(content, "utf-8")
    return list(plan([file], lambda _addresses, _digests: {}, FORMATS[form]))


def test_a_file_cut_off_gives_none_of_its_releases(tmp_path: Path) -> None:
    steps = steps_of(tmp_path, export(post())[:-10])
    assert [step.action for step in steps] == [Action.REFUSE, Action.REFUSE]
    assert steps[0].reason == "the file cannot be read to its end"
    assert steps[1].reason.startswith("not well-formed XML")


def test_releases_of_a_file_are_numbered(tmp_path: Path) -> None:
    steps = steps_of(tmp_path, export(post(), post(body=""), post()))
    assert [step.name for step in steps] == [f"{tmp_path / 'export'}, release {number}" for number in (1, 2, 3)]
    assert [step.action for step in steps] == [Action.CREATE, Action.REFUSE, Action.KEEP]
    assert steps[2].reason == f"the same as {steps[0].name}"


def test_three_that_want_one_address_are_all_refused(tmp_path: Path) -> None:
    steps = steps_of(tmp_path, export(post(), post(body="Other."), post(body="Another.")))
    assert {step.action for step in steps} == {Action.REFUSE}
    assert [step.reason.partition(" wants")[0] for step in steps] == [steps[1].name, steps[0].name, steps[0].name]


def test_releases_are_looked_up_in_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "CHUNK", 2)
    asked: list[int] = []

    def taken(addresses: Collection[str], _digests: Collection[str]) -> dict[str, str]:
        asked.append(len(addresses))
        return {}

    line = json.dumps({"title": "Pier {}", "body_html": "Open."})
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(line.replace("{}", str(number)) for number in range(5)), "utf-8")
    made = plan([file], taken, FORMATS["json"])
    assert len(list(made)) == len(made) == 5
    assert asked == [2, 2, 1]


def test_what_moved_since_is_known_by_its_digest(tmp_path: Path) -> None:
    (step,) = steps_of(tmp_path, export(post()))
    file = tmp_path / "export"
    (again,) = plan([file], lambda _addresses, _digests: {"elsewhere": step.digest}, FORMATS["wordpress"])
    assert again.action is Action.KEEP


def test_a_spool_gives_what_was_put_in_as_often_as_asked() -> None:
    spool: Spool[str] = Spool()
    spool.add("a")
    spool.add("b")
    assert (list(spool), list(spool), len(spool)) == (["a", "b"], ["a", "b"], 2)


def draft(**values: object) -> ReleaseDraft:
    return ReleaseDraft(**{**USUAL, "title": "Pier", "body_html": "<p>Open.</p>", **values})


NINE = datetime(2020, 3, 2, 9, tzinfo=UTC)
NOON = datetime(2020, 3, 2, 12, tzinfo=UTC)
PUBLISHED = {
    "embargo": (draft(embargo=NINE, published=NOON), NINE),
    "published": (draft(published=NOON, release_date=date(2020, 3, 2)), NOON),
    "now": (draft(), NOON),
    "not-public": (draft(published=NINE, public=False), None),
}


@pytest.mark.parametrize(("made", "want"), [pytest.param(*case, id=name) for name, case in PUBLISHED.items()])
def test_when_it_is_published(made: ReleaseDraft, want: datetime | None) -> None:
    assert as_release(made, now=NOON).publish_at == want


def test_address_and_description_are_taken_over() -> None:
    release = as_release(draft(original_address="/a", description="A pier."))
    assert (release.original_address, release.description) == ("/a", "A pier.")


def test_the_first_release_of_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "export"
    file.write_text(export(post(), post("Other")), "utf-8")
    assert read(file, FORMATS["wordpress"]).name == f"{file}, release 1"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_and_its_largest_file_is_documented(name: str) -> None:
    form, page = FORMATS[name], (ROOT / "docs" / "newsroom-importing.md").read_text("utf-8")
    (row,) = (line for line in page.splitlines() if line.startswith(f"| `{name}`"))
    assert f"| {form.limit // 1024**2} MB |" in row
    assert set(form.suffixes) <= set(row.split())
