"""Arrows run one way: stages do not import one another, and nothing imports upwards."""

import ast
from pathlib import Path

import pytest

MODULES = sorted([*Path("extract").rglob("*.py"), *Path("dashboard").rglob("*.py")])

BASE = {
    "extract.agreement",
    "extract.era",
    "extract.errors",
    "extract.figure",
    "extract.kind",
    "extract.label",
    "extract.model",
    "extract.reason",
    "extract.said",
    "extract.version",
    "extract.wording",
    "extract.dates.bounds",
    "extract.dates.interval",
    "extract.dates.write",
    "extract.read.pieces",
    "extract.text.dictionaries",
    "extract.text.fold",
}
"""What every stage may use: the things that flow, days, folding, and files as whoever brings them gives them."""

STAGES = (
    "extract.fetch",
    "extract.read",
    "extract.text",
    "extract.dates",
    "extract.actors",
    "extract.events",
    "extract.store",
    "extract.table",
    "extract.chart",
    "extract.export",
)
UPON = {
    "extract.table": {"extract.store"},
    "extract.chart": {"extract.store", "extract.table"},
    "extract.export": {"extract.store", "extract.table", "extract.chart"},
}
"""What is made of the event table stands upon the library that holds it."""
ABOVE = {"extract.pipeline", "extract.build", "extract.annotate", "extract.__main__", "dashboard"}


def name_of(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def imported_by(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    modules |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return {module for module in modules if module.split(".")[0] in {"extract", "dashboard"}}


def stage_of(module: str) -> str | None:
    return next((stage for stage in STAGES if module == stage or module.startswith(f"{stage}.")), None)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_stage_imports_no_other_and_nothing_above_it(path: Path) -> None:
    stage = stage_of(name_of(path))
    if stage is None:
        return
    for module in imported_by(path) - BASE:
        assert stage_of(module) in {stage, *UPON.get(stage, ())}, f"{name_of(path)} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_dashboard_is_above_all(path: Path) -> None:
    if not name_of(path).startswith("dashboard"):
        assert not {module for module in imported_by(path) if module.startswith("dashboard")}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_are_small_and_say_their_idea_first(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert not text.strip() or ast.get_docstring(ast.parse(text))
