"""The bound on how long one document may take."""

import threading

import pytest

from extract.errors import Unreadable
from extract.read.limits import Limits
from extract.read.manifest import NO_ENTRY
from extract.read.patience import patience
from extract.read.pieces import Text
from extract.work import Reading, read

# The signal may come while Python tidies up, where it is noted and comes again.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def spin() -> None:
    while True:
        pass


def spin_on() -> None:
    """As libraries do that go on whatever happens."""
    while True:
        try:
            spin()
        except Exception:  # noqa: BLE001, S112
            continue


def test_what_takes_too_long_is_told() -> None:
    with pytest.raises(Unreadable, match=r"^a\.pdf takes longer than 0\.05 seconds: "), patience("a.pdf", 0.05):
        spin()


def test_what_swallows_every_exception_is_stopped_nevertheless() -> None:
    with pytest.raises(Unreadable), patience("a.pdf", 0.05):
        spin_on()


def test_who_is_done_in_time_hears_nothing_later() -> None:
    with patience("a.pdf", 0.05):
        total = sum(range(10))
    with patience("b.pdf", 60):
        total += sum(range(3_000_000))
    assert total > 45


def test_other_threads_take_as_long_as_they_do() -> None:
    done: list[bool] = []

    def work() -> None:
        with patience("a.pdf", 0.0001):
            sum(range(1_000_000))
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_cleaning_counts_too() -> None:
    """What a reader gave is made into a source within the same time."""
    found = Text("\n".join(f"Line {number} of a text that is cleaned line by line" for number in range(300_000)))
    read_ = read(Limits(seconds=0.05), 1, Reading(found, "a.txt", NO_ENTRY, "a.txt", 0))
    assert read_.sources == ()
    assert [str(each).partition(":")[0] for each in read_.failures] == ["a.txt takes longer than 0.05 seconds"]
