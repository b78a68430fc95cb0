"""What README and CONTRIBUTING tell is so."""

import json
import re
import subprocess
import sys
from pathlib import Path

from extract.dates.lexicon import build
from extract.dates.pack import read_pack
from extract.dates.resolve import resolve
from extract.dates.statements import parse_stated
from extract.dates.tag import tag
from extract.dates.vocabulary import vocabulary
from extract.model import Anchor, AnchorBasis, Manner
from extract.reason import Reason
from extract.store.columns import COLUMNS, StoryRow
from extract.text.fold import fold_with_origin

README = Path("README.md").read_text(encoding="utf-8")
CONTRIBUTING = Path("CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_language_file_that_contributing_shows_does_what_its_examples_say(tmp_path: Path) -> None:
    block = re.search(r"^ {3}```toml\n(.*?)^ {3}```", CONTRIBUTING, re.DOTALL | re.MULTILINE)
    assert block
    path = tmp_path / "nl.toml"
    path.write_text(re.sub(r"^ {3}", "", block[1], flags=re.MULTILINE), encoding="utf-8")
    words = build(vocabulary("nl"), read_pack(path))
    assert words.pack.examples
    for example in words.pack.examples:
        stated = parse_stated(example.written)
        assert stated
        anchor = Anchor(*stated, AnchorBasis.GIVEN, Reason("given", {"stated": "so"}), 1.0)
        found = tag(fold_with_origin(example.text), example.text, words)
        assert {mention.text: resolve(mention, anchor, Manner()).value for mention in found} == example.finds


def test_readme_tells_every_column() -> None:
    table = README.partition("## The table")[2].partition("## ")[0]
    told = {name for row in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE) for name in row.split(", ")}
    assert told >= set(COLUMNS)


def test_readme_tells_every_column_of_stories() -> None:
    table = README.partition("`export --stories`")[2].partition("## ")[0]
    told = {name for row in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE) for name in row.split(", ")}
    assert told >= set(StoryRow.model_fields)


def test_the_annotation_that_readme_shows_is_what_comes_out() -> None:
    shown = re.search(r"\$ echo '(\{.*?\})' \| python -m extract annotate -\n(.*?)```", README, re.DOTALL)
    assert shown
    done = subprocess.run(
        [sys.executable, "-m", "extract", "annotate", "-"], input=shown[1].encode(), capture_output=True, check=True
    )
    assert json.loads(done.stdout) == json.loads(shown[2].replace("\n", " "))


def test_what_measures_runs_as_it_is_told(tmp_path: Path) -> None:
    document = {"id": "1", "lang": "en", "dct": "2025-01-15", "text": "He left on Friday.", "timexes": []}
    document["timexes"] = [{"start": 11, "end": 17, "text": "Friday", "type": "DATE", "value": "2025-01-10"}]
    data = tmp_path / "told.jsonl"
    data.write_text(json.dumps(document), encoding="utf-8")
    runs = {
        command: subprocess.run(
            [sys.executable, f"tests/bench/{command}.py", "--data", str(path)],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for command, path in (("accuracy", tmp_path), ("written", tmp_path), ("speed", data))
    }
    assert "| told (en) | 1 | 100.0 | 100.0 | 100.0 |" in runs["accuracy"]
    assert "| told | 1 | 0 | 0 | 0 | 0 |" in runs["written"]
    assert re.search(r"^\| Dateline \| \d+ \| 1 \|", runs["speed"], re.MULTILINE)
    assert all(f"tests/bench/{command}.py" in README + CONTRIBUTING for command in runs)


def test_every_path_that_is_named_exists() -> None:
    named = set(re.findall(r"`((?:extract|dashboard|tests|seeds)/[\w./]+)`", README + CONTRIBUTING))
    assert named
    made_by_the_reader = {
        path for path in named if path.endswith(("/nl.toml", "/nl.txt", "/fr/LC_MESSAGES/dateline.po"))
    }
    assert not [path for path in named - made_by_the_reader if not Path(path).exists()]
