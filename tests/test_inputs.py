"""What a person may name for a build: files, folders, addresses and lists of these; and the settings beside."""

from pathlib import Path

import pytest

from extract.build import Manner, build
from extract.dates.interval import to_day
from extract.errors import InputError, SettingsError
from extract.inputs import understood
from extract.read.limits import LIMITS
from extract.settings import AS_USUAL, read_settings
from extract.store.library import create_or_open
from tests.making import tables
from tests.making.articles import ENGLISH

READ_ON = to_day(2026, 11, 22)


def test_addresses_and_paths_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A text.")
    given = understood([tmp_path / "a.txt", "https://example.org/1", "HTTP://example.org/2", "https://example.org/1"])
    assert given.paths == (tmp_path / "a.txt",)
    assert given.addresses == ("https://example.org/1", "HTTP://example.org/2")
    assert given.count == 3
    assert str(tmp_path / "a.txt") in given.places


def test_a_list_of_addresses_and_a_shortcut_stand_for_the_pages(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("# two\nhttps://example.org/1\n\nhttps://example.org/2\n")
    (tmp_path / "page.url").write_text("[InternetShortcut]\r\nURL=https://example.org/3\r\n")
    given = understood([tmp_path / "list.txt", tmp_path / "page.url"])
    assert given.addresses == ("https://example.org/1", "https://example.org/2", "https://example.org/3")
    assert given.paths == ()


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(InputError, match="There is no nowhere"):
        understood(["nowhere"])


def test_pages_of_this_machine_are_not_fetched_unasked(tmp_path: Path) -> None:
    library = create_or_open(tmp_path / "library.db")
    report = build(understood(["http://127.0.0.1:9/", "http://localhost:9/a"]), library, READ_ON)
    assert [str(each) for each in report.failures] == [
        "http://127.0.0.1:9/ leads to this machine itself (127.0.0.1): allow it with --allow-local if you mean it",
        "http://localhost:9/a leads to this machine itself (127.0.0.1): allow it with --allow-local if you mean it",
    ]
    library.close()


def test_columns_may_be_said_for_all_tables_or_in_the_manifest(tmp_path: Path) -> None:
    table = tables.csv_of([("Id", "A", "B"), ("1", "The mill closed on 3 May 1998, they said.", "Short")])
    (tmp_path / "t.csv").write_bytes(table)
    library = create_or_open(tmp_path / "library.db")
    build([tmp_path / "t.csv"], library, READ_ON, manner=Manner(columns={"text": "B", "title": "A"}))
    assert texts(library) == ["The mill closed on 3 May 1998, they said.\n\nShort"]
    (tmp_path / "about.toml").write_text('[[source]]\nfile = "t.csv"\ncolumns = { text = "A", title = "B" }\n')
    build([tmp_path / "t.csv"], library, READ_ON)
    assert texts(library) == ["Short\n\nThe mill closed on 3 May 1998, they said."]
    wrong = build([tmp_path / "t.csv"], library, READ_ON, manner=Manner(columns={"text": "C"}))
    assert wrong.failures == []  # the manifest goes before
    (tmp_path / "about.toml").unlink()
    (failure,) = build([tmp_path / "t.csv"], library, READ_ON, manner=Manner(columns={"text": "C"})).failures
    assert "Id, A, B" in str(failure)
    library.close()


def texts(library: object) -> list[str]:
    return [text for (text,) in library.connection.execute("SELECT text FROM sources")]


def test_settings_change_bounds_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("[limits]\ntext_bytes = 50\n[fetch]\npause = 5\n")
    settings = read_settings(path)
    assert settings.limits == LIMITS.model_copy(update={"text_bytes": 50})
    assert settings.fetch == AS_USUAL.fetch.model_copy(update={"pause": 5.0})
    (tmp_path / "a.txt").write_text(ENGLISH.text)
    library = create_or_open(tmp_path / "library.db")
    (failure,) = build([tmp_path / "a.txt"], library, READ_ON, manner=Manner(limits=settings.limits)).failures
    assert "is larger than 50 bytes" in str(failure)
    assert build([tmp_path / "a.txt"], library, READ_ON).failures == []
    library.close()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[limit]\n", "[limit]: unknown; known are fetch, limits"),
        ("[limits]\ntext = 5\n", "[limits] text: unknown; known are depth, file_bytes"),
        ("[limits]\nseconds = -1\n", "[limits] seconds: Input should be greater than 0"),
        ("[limits\n", "is no TOML"),
        ("[fetch]\nallow = ['x']\n", "[fetch] allow"),
    ],
)
def test_wrong_settings_are_refused_with_their_place(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(SettingsError) as error:
        read_settings(path)
    assert str(path) in str(error.value)
    assert told in str(error.value)
