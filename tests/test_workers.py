"""Work done by several processes: results in order, nothing lost, and never more under way than is bounded."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from extract.workers import AHEAD, FEW, MOST_WEIGHT, TOGETHER, Lost, Workers, processors


def squared(number: int) -> int:
    return number * number


def killed_at_40(number: int) -> int:
    if number == 40:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def spinning_at_40(number: int) -> int:
    """What listens to nobody: the time that it takes is bounded by the system alone."""
    if number == 40:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    while number == 40:
        time.process_time()
    return number


def broken(number: int) -> int:
    raise ValueError(f"no {number}")


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, FEW, FEW + 1, 200])
def test_results_come_in_the_order_of_the_tasks(jobs: int, count: int) -> None:
    with Workers(jobs, 60) as workers:
        assert list(workers.in_order(squared, range(count))) == [number * number for number in range(count)]
        assert list(workers.in_order(squared, iter(range(3)))) == [0, 1, 4]


@pytest.mark.parametrize("work", [killed_at_40, spinning_at_40])
def test_a_task_that_ends_its_process_is_lost_and_no_other(work: object) -> None:
    with Workers(2, 1) as workers:
        results = list(workers.in_order(work, range(100)))
    assert results[40] == Lost(40)
    assert [each for each in results if not isinstance(each, Lost)] == [number for number in range(100) if number != 40]


def test_what_a_task_raises_is_raised() -> None:
    with Workers(2, 60) as workers, pytest.raises(ValueError, match="no 0"):
        list(workers.in_order(broken, range(100)))


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken = number
            yield number

    with Workers(2, 60) as workers:
        for result in workers.in_order(squared, tasks()):
            if result == 100 * 100:
                break
        assert taken <= 100 + (AHEAD * 2 + 2) * TOGETHER


def test_heavy_tasks_wait_for_one_another() -> None:
    given: list[int] = []
    done: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(60):
            given.append(number)
            yield number

    with Workers(2, 60) as workers:
        for result in workers.in_order(squared, tasks(), lambda _task: MOST_WEIGHT // 2):
            done.append(result)
            assert len(given) - len(done) <= FEW + 4
    assert done == [number * number for number in range(60)]


def test_there_is_a_processor() -> None:
    assert processors() >= 1
