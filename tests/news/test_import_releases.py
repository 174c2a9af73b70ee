from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from io import StringIO
from os import mkfifo
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from govpage.news.importers.decode import MAX_BYTES
from govpage.news.lifecycle import State
from govpage.news.models import NewsRelease, Topic
from tests.conftest import ROOT

CAPTURES = ROOT / "example_site" / "captures"
RICH = CAPTURES / "harbor-lifesaving-missions.txt"
pytestmark = pytest.mark.django_db


def run(*arguments: str | Path) -> tuple[str, str]:
    """Return what the command printed and what it complained of; "" if it ended well."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_releases", *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}"
    return out.getvalue(), err.getvalue()


def capture(folder: Path, name: str, body: str = "All ports are open.", title: str = "Ports Are Open Today") -> Path:
    file = folder / name
    file.write_text(f"{title}\n\nRelease Date: May 2, 2026\n\n{body}\n\nLast Updated: 05/03/2026\n", "utf-8")
    return file


def test_a_capture_becomes_a_release() -> None:
    _out, complaints = run(RICH)
    release = NewsRelease.objects.with_state().get()
    assert complaints == ""
    assert release.title == "How the Harbor Office Saves Lives on the Water"
    assert (release.release_date, release.last_updated) == (date(2018, 8, 14), date(2021, 1, 12))
    assert release.breadcrumb[0] == "Home"
    assert len(release.breadcrumb) == 6
    assert release.state == State.ARCHIVED
    assert not release.archive_date_known


def test_a_second_run_changes_nothing() -> None:
    run(CAPTURES)
    before = list(NewsRelease.objects.order_by("pk").values())
    out, complaints = run(CAPTURES)
    assert complaints == ""
    assert out.count("already there: ") == len(before)
    assert list(NewsRelease.objects.order_by("pk").values()) == before


def test_a_release_edited_since_is_left_as_it_is() -> None:
    run(RICH)
    NewsRelease.objects.update(title="Edited by the press office")
    assert run(RICH)[1] == ""
    assert NewsRelease.objects.get().title == "Edited by the press office"


def test_a_dry_run_saves_nothing() -> None:
    out, complaints = run(CAPTURES, "--dry-run")
    assert complaints == ""
    assert out.count("new: ") == len(list(CAPTURES.glob("*.txt")))
    assert not NewsRelease.objects.exists()


def test_json_has_the_agreed_keys() -> None:
    out, _complaints = run(RICH, "--dry-run", "--json")
    assert list(json.loads(out)) == [
        "title", "subtitle", "release_date", "last_updated", "last_reviewed", "breadcrumb", "archived", "language",
        "release_number", "dateline", "embargo", "contacts", "body_html", "unsure",
    ]  # fmt: skip


def test_json_is_one_object_a_line() -> None:
    out, _complaints = run(CAPTURES, "--dry-run", "--json")
    assert {type(json.loads(line)) for line in out.splitlines()} == {dict}


def test_what_is_unsure_is_said(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Ports Are Open Today\n\nRelease Date: February 30, 2026\n\nAll ports are open.\n", "utf-8")
    out, _complaints = run(file, "--dry-run")
    assert "  unsure: " in out
    assert "no date" in out


def test_a_date_that_is_not_there_stays_empty(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Ports Are Open Today\n\nAll ports opened on May 2, 2026. They stay open.\n", "utf-8")
    assert run(file)[1] == ""
    release = NewsRelease.objects.with_state().get()
    assert release.release_date is None
    assert release.state == State.LIVE


BAD = {
    "empty": b"",
    "blank": b" \n\n\t\n",
    "binary": bytes(range(256)) * 8,
    "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
    "too-large": b"a line of text\n" * (MAX_BYTES // 15 + 1),
    "cut-in-a-character": b"Ports Are Open Today\n\nAll ports are open in the" + "é".encode()[:1],
    "cut-in-the-front": RICH.read_bytes()[:600],
    "cut-in-the-body": RICH.read_bytes()[:1990],
    "html": b"<!DOCTYPE html><html><head><title>x</title></head><body><p>y</p></body></html>",
    "json": b'{"title": "Ports", "body": "All ports are open."}',
}


@pytest.mark.parametrize("content", [pytest.param(content, id=name) for name, content in BAD.items()])
def test_a_bad_capture_is_refused_in_one_line_and_the_others_are_imported(tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    good = capture(tmp_path, "good.txt")
    _out, complaints = run(bad, good)
    line, summary = complaints.splitlines()
    assert line.startswith(f"{bad}: ")
    assert summary == "1 of 2 releases refused."
    assert NewsRelease.objects.get().title == "Ports Are Open Today"


def test_a_file_of_50_mb_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as large:
        large.truncate(50 * 1024 * 1024)
    assert "too large: 52,428,800 bytes" in run(file)[1]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert f"{tmp_path / 'no.txt'}: No such file or directory" in run(tmp_path / "no.txt")[1]


def test_what_was_understood_of_a_cut_capture_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "cut.txt"
    file.write_bytes(BAD["cut-in-the-body"])
    out, complaints = run(file, "--json")
    assert json.loads(out)["title"] == "How the Harbor Office Saves Lives on the Water"
    assert "cut off" in complaints
    assert not NewsRelease.objects.exists()


def test_json_of_what_cannot_be_read_is_nothing(tmp_path: Path) -> None:
    out, complaints = run(tmp_path / "no.txt", "--json")
    assert out == ""
    assert "No such file" in complaints


def test_two_captures_that_want_one_address_are_both_named(tmp_path: Path) -> None:
    one, two = (
        capture(tmp_path, "one.txt", "One text says that all ports are open this week."),
        capture(tmp_path, "two.txt", "Another text says that all ports are closed again this week."),
    )
    _out, complaints = run(one, two)
    assert f"{one}: {two} wants 2026/05/02/ports-are-open-today too" in complaints
    assert f"{two}: {one} wants 2026/05/02/ports-are-open-today too" in complaints
    assert not NewsRelease.objects.exists()


def test_an_address_that_is_taken_is_not_overwritten(tmp_path: Path) -> None:
    run(capture(tmp_path, "one.txt", "One text says that all ports are open this week."))
    _out, complaints = run(capture(tmp_path, "two.txt", "Another text says that all ports are closed again this week."))
    assert "another release is at 2026/05/02/ports-are-open-today already" in complaints
    assert "One text says that all ports are open this week." in NewsRelease.objects.get().body


def test_the_same_capture_twice_is_imported_once(tmp_path: Path) -> None:
    one, two = capture(tmp_path, "one.txt"), capture(tmp_path, "two.txt")
    two.write_bytes(two.read_bytes().replace(b"\n", b"\r\n"))
    assert run(one, two)[1] == ""
    assert NewsRelease.objects.count() == 1


def test_markup_in_a_capture_is_inert(tmp_path: Path, client: Client) -> None:
    hostile = "<script>alert(1)</script> <a href='javascript:alert(1)'>x</a> <img src=x onerror=alert(1)>"
    run(capture(tmp_path, "a.txt", f"We said {hostile} today.", "Ports <script>alert(1)</script> Are Open"))
    page = client.get(NewsRelease.objects.get().get_absolute_url()).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<a href='javascript:" not in page


def test_a_value_that_does_not_fit_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    from govpage.news.importers.formats import text
    from govpage.news.importers.text import read_capture

    understood = read_capture(RICH.read_text("utf-8"))
    monkeypatch.setattr(text, "read_capture", lambda _text: replace(understood, release_number="7" * 61))
    assert "release_number: Ensure this value has at most 60 characters" in run(RICH)[1]
    assert not NewsRelease.objects.exists()


def test_an_embargo_decides_when_it_is_published(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "EMBARGOED UNTIL 10:00 a.m. EST, March 3, 2031\n\nPorts Are Open Today\n\nMarch 3, 2031\n\nAll ports are open.\n",
        "utf-8",
    )
    assert run(file)[1] == ""
    release = NewsRelease.objects.with_state().get()
    assert release.state == State.EMBARGOED
    assert release.publish_at is not None
    assert release.publish_at.isoformat() == "2031-03-03T15:00:00+00:00"


def test_moments_in_the_wrong_order_are_refused(tmp_path: Path) -> None:
    row = {"title": "One", "body_html": "<p>a</p>", "archived": True, "embargo": "2999-05-02T10:00:00-04:00"}
    (tmp_path / "a.json").write_text(json.dumps(row))
    complaints = run(tmp_path / "a.json", "--format", "json")[1]
    assert "release 1: archive_at: This is before the release is published." in complaints
    assert not NewsRelease.objects.exists()


def test_another_process_that_took_the_address_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan is made before the other saves; the unique address keeps both from being lost."""
    from govpage.news.management.commands import import_releases

    run(capture(tmp_path, "one.txt", "One text says that all ports are open this week."))
    monkeypatch.setattr(import_releases, "taken", lambda _addresses, _digests: {})
    monkeypatch.setattr(NewsRelease, "full_clean", lambda *_args, **_kwargs: None)
    complaints = run(capture(tmp_path, "two.txt", "Another text says that all ports are closed again this week."))[1]
    assert "another release took 2026/05/02/ports-are-open-today meanwhile" in complaints


def test_before_the_first_migration_a_dry_run_works(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import connection

    monkeypatch.setattr(connection.introspection, "table_names", list)
    assert run(RICH, "--dry-run")[1] == ""


def test_only_a_new_capture_can_be_saved() -> None:
    from govpage.news.importers.plan import plan, save

    refused = next(iter(plan([Path("nothing.txt")], lambda _addresses, _digests: {})))
    with pytest.raises(ValueError, match=r"nothing\.txt is refused: No such file"):
        save(refused)


@pytest.mark.parametrize("file", [pytest.param(file, id=file.stem) for file in sorted(CAPTURES.glob("*.txt"))])
def test_captures_of_the_example_site_are_sure(file: Path) -> None:
    out, complaints = run(file, "--dry-run", "--json")
    assert complaints == ""
    assert json.loads(out)["unsure"] == []


def test_the_format_is_one_that_is_known() -> None:
    with pytest.raises(CommandError, match="invalid choice: 'pdf'"):
        call_command("import_releases", str(RICH), "--format", "pdf")


def test_a_folder_of_many_formats_is_imported(tmp_path: Path) -> None:
    capture(tmp_path, "one.txt")
    (tmp_path / "two.csv").write_text("title,body_html\nA Pier Opens,It is open.\n", "utf-8")
    (tmp_path / "three.json").write_text('[{"title": "A Pier Closes", "body_html": "It is closed."}]', "utf-8")
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    assert run(tmp_path, "--format", "auto")[1] == ""
    assert NewsRelease.objects.count() == 3


def test_a_folder_gives_the_files_of_the_format(tmp_path: Path) -> None:
    capture(tmp_path, "one.txt")
    (tmp_path / "two.csv").write_text("title,body_html\nA Pier Opens,It is open.\n", "utf-8")
    assert run(tmp_path, "--format", "csv")[1] == ""
    assert NewsRelease.objects.get().title == "A Pier Opens"


def test_a_release_of_a_file_is_named_when_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("title,body_html\nA Pier Opens,It is open.\nB,\n", "utf-8")
    complaints = run(file, "--format", "csv")[1]
    assert f"{file}, release 2: there is no text under the title" in complaints
    assert NewsRelease.objects.count() == 1


def test_an_import_cut_short_goes_on_when_it_is_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from govpage.news.importers.plan import Step, save
    from govpage.news.management.commands import import_releases

    def until_the_third(step: Step) -> NewsRelease:
        if step.number == 3:
            raise KeyboardInterrupt
        return save(step)

    file = tmp_path / "a.csv"
    file.write_text("title,body_html\n" + "".join(f"Pier {number},Open.\n" for number in range(4)), "utf-8")
    with monkeypatch.context() as cut:
        cut.setattr(import_releases, "save", until_the_third)
        with pytest.raises(KeyboardInterrupt):
            run(file, "--format", "csv")
    assert NewsRelease.objects.count() == 2
    out, complaints = run(file, "--format", "csv")
    assert complaints == ""
    assert (out.count("already there: "), out.count("new: "), NewsRelease.objects.count()) == (2, 2, 4)


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def on_a_terminal(*paths: Path) -> list[str]:
    """Import without saving, and return what was drawn one over the other."""
    err = Terminal()
    call_command("import_releases", *paths, "--format=csv", "--dry-run", "--no-color", stdout=StringIO(), stderr=err)
    return [drawn for drawn in err.getvalue().split("\r") if drawn.strip()]


def piers(folder: Path, count: int, name: str = "Pier") -> Path:
    file = folder / f"{name}.csv"
    file.write_text("title,body_html\n" + "".join(f"{name} {number},Open.\n" for number in range(count)), "utf-8")
    return file


def test_a_terminal_is_shown_how_far_a_long_import_is(tmp_path: Path) -> None:
    first, *others = on_a_terminal(piers(tmp_path, 130))
    assert first == "100 releases read"
    assert len(others) == 130
    assert others[64] == "[##########          ]  50 %, 65 of 130 releases done"
    assert others[-1] == "[####################] 100 %, 130 of 130 releases done"


def test_of_several_files_it_is_shown_how_many_are_read(tmp_path: Path) -> None:
    files = [piers(tmp_path, 60, name) for name in ("A", "B", "C", "D")]
    assert on_a_terminal(*files)[:2] == [
        "[#####               ]  25 %, 100 releases read",
        "[###############     ]  75 %, 200 releases read",
    ]


def test_a_short_import_and_one_whose_words_go_to_a_file_show_no_bar(tmp_path: Path) -> None:
    assert on_a_terminal(piers(tmp_path, 99)) == []
    assert run(piers(tmp_path, 130), "--format", "csv", "--dry-run")[1] == ""


def test_folders_in_a_folder_are_read_and_links_are_not_followed(tmp_path: Path) -> None:
    site, other = tmp_path / "site", tmp_path / "other"
    (site / "2026" / "05").mkdir(parents=True)
    other.mkdir()
    capture(site / "2026" / "05", "one.txt")
    capture(other, "two.txt", title="Another Title of Ports")
    (site / "linked.txt").symlink_to(other / "two.txt")
    (site / "linked").symlink_to(other)
    (site / "up").symlink_to(site)
    (site / "linked.pdf").symlink_to(other / "two.txt")
    mkfifo(site / "pipe.txt")
    out, complaints = run(site)
    assert NewsRelease.objects.get().title == "Ports Are Open Today"
    assert out.count("new: ") == 1
    assert complaints.splitlines() == [
        f"{site / name}: a symbolic link, which is not followed" for name in ("linked", "up", "linked.txt")
    ]


def test_a_folder_without_a_file_of_the_format_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>x</p>")
    assert run(RICH, tmp_path)[1] == f"{tmp_path} has no file that ends in .txt; is another --format meant?"
    assert not NewsRelease.objects.exists()


def test_a_folder_that_cannot_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_path: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    monkeypatch.setattr("os.scandir", refused)
    assert run(tmp_path)[1] == f"{tmp_path}: Permission denied"


def test_what_is_no_file_is_refused_unread(tmp_path: Path) -> None:
    mkfifo(tmp_path / "pipe.txt")
    assert "pipe.txt: no file, but a folder, a device or a pipe" in run(tmp_path / "pipe.txt")[1]


def test_memory_is_flat_over_many_releases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten times the releases, of 20 KB each, take less than twice the memory."""
    from govpage.news.importers import plan, spool

    monkeypatch.setattr(spool, "MEMORY", 1024)
    monkeypatch.setattr(plan, "CHUNK", 2)
    few, many = (memory_of(tmp_path / f"{count}.wxr", count) for count in (4, 40))
    assert many < 2 * few


def memory_of(file: Path, count: int) -> int:
    import tracemalloc

    from govpage.news.importers.formats import FORMATS
    from govpage.news.importers.plan import plan
    from tests.news.importers.formats.test_wordpress import export, post

    file.write_text(export(*(post(f"Pier {number}", "The pier is open. " * 1100) for number in range(count))), "utf-8")
    tracemalloc.start()
    made = plan([file], lambda _addresses, _digests: {}, FORMATS["wordpress"])
    assert sum(1 for _step in made) == count
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_topics_are_kept_each_once(tmp_path: Path) -> None:
    Topic.objects.create(name="Storms", slug="storms")
    rows = [{"title": "One", "body_html": "<p>a</p>", "topics": ["storms", "STORMS", "New ports", " "]}]
    (tmp_path / "a.json").write_text(json.dumps(rows))
    assert run(tmp_path / "a.json", "--format", "json")[1] == ""
    assert [topic.name for topic in NewsRelease.objects.get().topics.all()] == ["New ports", "Storms"]


def test_topics_are_bounded(tmp_path: Path) -> None:
    rows = [{"title": "One", "body_html": "<p>a</p>", "topics": ["x" * 500, *(f"Topic {n}" for n in range(50))]}]
    (tmp_path / "a.json").write_text(json.dumps(rows))
    run(tmp_path / "a.json", "--format", "json")
    names = [topic.name for topic in NewsRelease.objects.get().topics.all()]
    assert (len(names), max(map(len, names))) == (20, 120)
