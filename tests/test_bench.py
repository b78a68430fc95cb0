"""The benchmarks still fit what they measure: each is loaded, none is run."""

from importlib import import_module
from pathlib import Path

import pytest

SCRIPTS = sorted(path.stem for path in (Path(__file__).parent / "bench").glob("*.py"))


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_benchmark_finds_what_it_measures(script: str) -> None:
    assert callable(import_module(f"tests.bench.{script}").main)
