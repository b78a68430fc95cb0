"""Whatever lies in a folder: each bad thing is told in a line, with its way out, and its neighbours are read."""

import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from extract import gather
from extract.build import Manner, build
from extract.dates.interval import to_day
from extract.read.formats import parts
from extract.read.limits import Limits
from extract.read.pieces import Piece
from extract.report import Report
from extract.store.cut_off import was_cut_off
from extract.store.library import create_or_open
from extract.store.readings import all_failures
from extract.work import gone_through, read
from tests.making import pdf, tables
from tests.making.archives import locked, nested, zipped
from tests.making.articles import ENGLISH

READ_ON = to_day(2026, 11, 22)
NEIGHBOURS = ("a neighbour.txt", "zz neighbour.txt")
NOBODY = 65_534


def taken(folder: Path, limits: Limits | None = None, jobs: int = 1) -> tuple[Report, list[str]]:
    """What a build of a folder takes, and the names of the sources that it leaves in the library."""
    library = create_or_open(folder.parent / "library.db")
    report = build([folder], library, READ_ON, manner=Manner(jobs, limits or Limits()))
    assert all_failures(library) == sorted(report.failures, key=lambda each: each.location) or (
        sorted(map(str, all_failures(library))) == sorted(map(str, report.failures))
    )
    names = [
        Path(location).name for (location,) in library.connection.execute("SELECT location FROM sources ORDER BY 1")
    ]
    library.close()
    return report, names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_neighbours(tmp_path / "in")


def with_neighbours(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for number, name in enumerate(NEIGHBOURS):
        (folder / name).write_text(f"The mill closed on {number + 1} May 1998.", encoding="utf-8")
    return folder


Make = Callable[[Path], object]


def file(name: str, content: bytes) -> Make:
    return lambda folder: (folder / name).write_bytes(content)


def link(name: str, target: str) -> Make:
    return lambda folder: (folder / name).symlink_to(target)


def large(folder: Path) -> None:
    with (folder / "b.txt").open("wb") as stream:
        for _ in range(200):
            stream.write(b"It rained. " * 95_326)


BAD: dict[str, tuple[Make, str]] = {
    "zip bomb": (
        file("b.zip", zipped({"b.txt": bytes(30_000_000)})),
        "b.zip/b.txt unpacks to 30,000,000 bytes, as bombs do: unpack it yourself, and give the folder",
    ),
    "bomb of archives": (
        file("b.zip", nested(zipped({"b.txt": b"x"}), 8)),
        "lies in more than 4 archives: unpack the outer ones",
    ),
    "locked archive": (
        file("b.zip", locked({"b.txt": b"x"})),
        "b.zip/b.txt is locked with a password: unpack it with the password, and give the folder",
    ),
    "spreadsheet bomb": (
        file("b.xlsx", tables.zipped({"xl/workbook.xml": b" " * 60_000_000, "[Content_Types].xml": b"<a/>"})),
        "b.xlsx ",
    ),
    "half a PDF": (file("b.pdf", pdf.make(ENGLISH)[:300]), "b.pdf "),
    "binary named .txt": (
        file("b.txt", bytes(range(256)) * 9),
        "b.txt is no plain text, or in an encoding that cannot be told: save it as UTF-8 text",
    ),
    "empty": (file("b.txt", b""), "b.txt is empty: give a file that holds text"),
    "blank": (file("b.md", b" \n\n"), "b.md is empty: give a file that holds text"),
    "nothing but litter": (file("b.txt", b"[ad_1]\n"), "b.txt holds no text: take it out, or see what was saved in it"),
    "200 MB of text": (large, "b.txt is larger than 20,000,000 bytes: split it into its documents"),
    "link out of the folder": (
        link("b.txt", "/etc/hostname"),
        "b.txt is a link that leads out of its folder: name what it leads to itself",
    ),
    "link to nowhere": (link("b.txt", "nowhere"), "b.txt is a link that leads nowhere: remove it, or mend it"),
    "link to itself": (link("b.txt", "b.txt"), "b.txt is a link that leads nowhere: remove it, or mend it"),
    "pipe": (lambda folder: os.mkfifo(folder / "b.txt"), "b.txt is no file that holds text: "),
    "old Word": (
        file("b.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        "b.doc is an old Word file, which is not read: open it in its program and save it as DOCX",
    ),
    "addresses": (
        file("b.txt", b"https://example.org/1\nhttps://example.org/2\n"),
        "b.txt holds addresses of pages: name it itself, and they are fetched",
    ),
}


@pytest.mark.parametrize("bad", BAD)
def test_it_is_told_and_its_neighbours_are_read(folder: Path, bad: str) -> None:
    make, told = BAD[bad]
    make(folder)
    report, names = taken(folder)
    assert names == sorted(NEIGHBOURS)
    (failure,) = map(str, report.failures)
    assert failure.startswith(f"{folder}/b.")
    assert told in failure
    again, names = taken(folder)
    assert list(map(str, again.failures)) == [failure]
    assert (again.new, again.unchanged, names) == (0, 2, sorted(NEIGHBOURS))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_without_end_is_left_after_its_time(folder: Path, jobs: int) -> None:
    for number in range(20):  # so many that other processes are called
        (folder / f"{number}.txt").write_text(f"The well {number} was dug in 19{number + 10}.", encoding="utf-8")
    page = pdf.from_left("Endless words, page after page.", 700)
    (folder / "b.pdf").write_bytes(pdf.document([page] * 3000))
    report, names = taken(folder, Limits(seconds=0.3), jobs)
    (failure,) = map(str, report.failures)
    assert failure.endswith("b.pdf takes longer than 0.3 seconds: save it anew from its program, or as plain text")
    assert len(names) == 22


def test_broken_encodings_are_read_with_a_sign_for_what_is_lost(folder: Path) -> None:
    (folder / "b.txt").write_bytes("Στις 3 Μαΐου 1998 έκλεισε ο μύλος. ".encode() * 3 + b"\xce")
    (folder / "c.txt").write_bytes("Στις 4 Μαΐου 1998 άνοιξε ο μύλος του χωριού ξανά.".encode("cp1253"))
    report, names = taken(folder)
    assert report.failures == []
    assert {"b.txt", "c.txt"} < set(names)


def test_names_in_every_script_and_of_every_sign(folder: Path) -> None:
    odd = [
        "تقرير ١٧ يناير.txt",
        "Αναφορά.txt",
        "報告.txt",
        "a\nb.txt",
        "<b>x.txt",
        "=1+1.txt",
        "\u202egpj.txt",
        "  .txt",
    ]
    for number, name in enumerate(odd):
        (folder / name).write_text(f"The dam broke on {number + 1} June 1999.", encoding="utf-8")
    (folder / "تالف.txt").write_bytes(b"")
    report, names = taken(folder)
    assert sorted([*odd, *NEIGHBOURS]) == sorted(names)
    assert [failure.location for failure in report.failures] == [f"{folder}/تالف.txt"]


def test_a_folder_that_is_called_like_a_file(folder: Path) -> None:
    (folder / "b.pdf").mkdir()
    (folder / "b.pdf/c.txt").write_text("The dam broke on 1 June 1999.", encoding="utf-8")
    report, names = taken(folder)
    assert report.failures == []
    assert names == sorted([*NEIGHBOURS, "c.txt"], key=lambda name: f"b.pdf/{name}" if name == "c.txt" else name)
    (folder.parent / "empty.txt").mkdir()
    library = create_or_open(folder.parent / "library.db")
    (failure,) = build([folder.parent / "empty.txt"], library, READ_ON).failures
    assert str(failure) == f"{folder.parent}/empty.txt is a folder that holds no documents: name one that does"
    library.close()


def test_pictures_and_the_like_are_passed_over_and_counted(folder: Path) -> None:
    for name in ("1.jpg", "2.jpg", "3.mp4", "README"):
        (folder / name).write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    report, _ = taken(folder)
    assert report.failures == []
    assert report.passed_over == {".jpg": 2, ".mp4": 1, "": 1}


@contextmanager
def somebody_else() -> Iterator[Path]:
    """A folder of somebody to whom not all is open, as whom all inside is done."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o777)
        if os.geteuid() != 0:
            yield Path(place)
            return
        os.seteuid(NOBODY)
        try:
            yield Path(place)
        finally:
            os.seteuid(0)


def test_files_and_folders_without_permission(folder: Path) -> None:
    taken(folder)  # what is loaded when it is first needed is loaded as oneself
    with somebody_else() as place:
        mine = with_neighbours(place / "in")
        (mine / "b.txt").write_text("Secret.")
        (mine / "shut").mkdir()
        for name in ("b.txt", "shut"):
            (mine / name).chmod(0)
        report, names = taken(mine)
        (mine / "shut").chmod(0o700)
    assert names == sorted(NEIGHBOURS)
    assert sorted(map(str, report.failures)) == [
        f"{mine}/b.txt cannot be read (Permission denied): see whether it is there and yours",
        f"{mine}/shut cannot be read (Permission denied): see whether it is there and yours",
    ]


def test_what_ends_a_process_is_told_and_nothing_else_is_lost(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader's library may crash: here the process is killed as the system does it that has no memory left."""
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"The well {number} was dug in 19{number + 10}.", encoding="utf-8")
    monkeypatch.setattr("extract.gather.read", die_of_well_30)
    report, names = taken(folder, jobs=2)
    (failure,) = map(str, report.failures)
    assert "30.txt ended the program that read it, or took far too long: " in failure
    assert len(names) == 41


def die_of_well_30(limits: Limits, read_on: int, reading: object) -> object:
    if reading.location.endswith("/30.txt"):
        os.kill(os.getpid(), 9)
    return read(limits, read_on, reading)


def read_or_die(limits: Limits, read_on: int, reading: object) -> object:
    if reading.location.endswith("deadly.txt"):
        os.kill(os.getpid(), 9)
    return read(limits, read_on, reading)


def go_through_or_die(limits: Limits, piece: Piece) -> None:
    if piece.location.endswith("deadly.zip"):
        os.kill(os.getpid(), 9)
    gone_through(limits, piece)


def parts_or_death(piece: Piece, limits: Limits) -> object:
    go_through_or_die(limits, piece)
    return parts(piece, limits)


def build_in_a_process(folder: Path, path: Path) -> int | None:
    process = multiprocessing.get_context("forkserver").Process(target=build_what_is_deadly, args=(folder, path))
    process.start()
    process.join()
    return process.exitcode


def build_what_is_deadly(folder: Path, path: Path) -> None:
    gather.read, gather.gone_through, gather.parts = read_or_die, go_through_or_die, parts_or_death  # type: ignore[assignment]
    build([folder], create_or_open(path), READ_ON)


@pytest.mark.parametrize("deadly", ["deadly.txt", "deadly.zip"])
def test_what_ends_a_build_is_found_out_by_the_next(folder: Path, tmp_path: Path, deadly: str) -> None:
    text = b"The well was dug in 1923."
    content = zipped({"a.txt": text}) if deadly.endswith(".zip") else text
    (folder / deadly).write_bytes(content)
    path = tmp_path / "library.db"
    assert [build_in_a_process(folder, path) for _ in range(3)] == [-9, 0, 0]
    library = create_or_open(path)
    (failure,) = map(str, all_failures(library))
    assert f"{deadly} ended the program that read it, or took far too long: " in failure
    assert len({row.source_id for row in library.rows()}) == len(NEIGHBOURS)
    assert was_cut_off(library)
    (folder / deadly).rename(folder / f"harmless{Path(deadly).suffix}")
    assert build_in_a_process(folder, path) == 0
    assert not was_cut_off(library)
    assert len({row.source_id for row in library.rows()}) == len(NEIGHBOURS) + 1


def test_a_build_that_is_stopped_was_not_cut_off(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = create_or_open(tmp_path / "library.db")
    with monkeypatch.context() as patched:
        patched.setattr("extract.build.take", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            build([folder], library, READ_ON)
    assert not was_cut_off(library)
