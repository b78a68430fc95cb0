"""Work done by several processes, its results in order, with no more of it under way than keeps them busy."""

from __future__ import annotations

import os
import pickle
import resource
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from extract.garbage import collect_rarely

Task = TypeVar("Task")
Result = TypeVar("Result")

FEW = 16
"""Tasks that are done here, unless there are more in any case: starting other processes takes longer than these."""

TOGETHER = 8
"""Tasks that are sent to a process at once: sending costs more than a small task."""

AHEAD = 24
"""Batches under way for each process: it has enough to do while the first process takes some hundred results."""

MOST_WEIGHT = 64_000_000
"""Bytes of all tasks under way together, unless one alone is heavier."""

YIELDS = 10
"""By so much the others are nicer than the first process, for which all wait: where processors are few, it goes on."""

PRELOADED = ["extract.warm"]
"""What all processes need, loaded once before they part."""


@dataclass(frozen=True, slots=True)
class Lost(Generic[Task]):
    """A task that ended the process that did it, also when it was done alone."""

    task: Task


@dataclass(frozen=True, slots=True)
class _Batch(Generic[Task]):
    """Tasks under way."""

    tasks: Sequence[Task]
    weight: int
    results: Future[list[bytes]]
    """Each a result, packed until it is taken: so they need little memory while they wait."""


@dataclass(slots=True)
class Workers:
    """So many processes, begun when they are first needed, and ended with the `with` block."""

    jobs: int
    seconds: float
    """CPU that one task may take before the system ends its process: for what does not listen to being stopped."""
    is_wary: bool = False
    """Whether nothing is done in this process, which a task may end."""
    _pool: ProcessPoolExecutor | None = field(default=None, init=False)
    _others: frozenset[int | None] = field(default=frozenset(), init=False)
    """Processes that were there before."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self._break_off()
        self.end()

    def _break_off(self) -> None:
        """Whoever interrupts a build does not wait for what others are doing, of which nothing is lost."""
        for process in active_children():
            if process.pid not in self._others:
                process.terminate()

    def in_order(
        self,
        work: Callable[[Task], Result],
        tasks: Iterable[Task],
        weight: Callable[[Task], int] = lambda _task: 0,
        least: int = 0,
    ) -> Iterator[Result | Lost[Task]]:
        """The result of each task in the order of the tasks.

        `work` and tasks are sent to other processes; `weight` tells how many bytes a task holds, `least` how many tasks
        there are, as far as that is known.
        """
        rest = iter(tasks)
        if self.jobs == 1 and not self.is_wary:
            yield from map(work, rest)
            return
        if least <= FEW and not self.is_wary:
            yield from map(work, islice(rest, FEW))
        under_way: deque[_Batch[Task]] = deque()
        for some, heavy in _batches(rest, weight):
            while under_way and self._is_busy(heavy + sum(each.weight for each in under_way), len(under_way)):
                yield from self._done(work, under_way)
            under_way.append(_Batch(some, heavy, self._begin(work, some)))
        while under_way:
            yield from self._done(work, under_way)

    def _is_busy(self, weight: int, batches: int) -> bool:
        return weight > MOST_WEIGHT or batches >= AHEAD * self.jobs

    def _begin(self, work: Callable[[Task], Result], tasks: Sequence[Task]) -> Future[list[bytes]]:
        if self._pool is None:
            self._others = frozenset(each.pid for each in active_children())
            self._pool = _pool(self.jobs)
        try:
            return self._pool.submit(_all_done, work, tasks, self.seconds)
        except BrokenProcessPool as error:
            failed: Future[list[bytes]] = Future()
            failed.set_exception(error)
            return failed

    def _done(self, work: Callable[[Task], Result], under_way: deque[_Batch[Task]]) -> Iterable[Result | Lost[Task]]:
        """The results of the first batch."""
        first = under_way.popleft()
        try:
            return map(_unpacked, first.results.result())
        except BrokenProcessPool:
            self.end()
        # Nobody knows whose fault it was, so these are done one by one, and the others anew.
        results = self._one_by_one(work, first.tasks)
        again = [_Batch(each.tasks, each.weight, self._begin(work, each.tasks)) for each in under_way]
        under_way.clear()
        under_way.extend(again)
        return results

    def _one_by_one(self, work: Callable[[Task], Result], tasks: Sequence[Task]) -> list[Result | Lost[Task]]:
        results: list[Result | Lost[Task]] = []
        rest = deque(tasks)
        while rest:
            with _pool(1) as pool:  # another one for those after a task that ended it
                while rest:
                    task = rest.popleft()
                    try:
                        results += map(_unpacked, pool.submit(_all_done, work, [task], self.seconds).result())
                    except BrokenProcessPool:
                        results.append(Lost(task))
                        break
        return results

    def end(self) -> None:
        """Let the processes go, which need memory though they have nothing to do; more work begins others."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def processors() -> int:
    """How many processes can work at the same time here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(tasks: Iterable[Task], weight: Callable[[Task], int]) -> Iterator[tuple[list[Task], int]]:
    """Tasks in batches with their weight: few together, and fewer where they are heavy."""
    some: list[Task] = []
    heavy = 0
    for task in tasks:
        some.append(task)
        heavy += weight(task)
        if len(some) == TOGETHER or heavy > MOST_WEIGHT // AHEAD:
            yield some, heavy
            some, heavy = [], 0
    if some:
        yield some, heavy


def _pool(jobs: int) -> ProcessPoolExecutor:
    context = get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_follow_the_first)


def _follow_the_first() -> None:
    """Ctrl-C reaches all processes of a terminal: the first ends the others, and they end where it is killed."""
    os.nice(YIELDS)
    collect_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    first = parent_process()
    if first:
        wait([first.sentinel])
    os._exit(1)


def _all_done(work: Callable[[Task], Result], tasks: Sequence[Task], seconds: float) -> list[bytes]:
    """The results, packed; where one takes far too long and listens to nobody, the system ends the process."""
    _, hardest = resource.getrlimit(resource.RLIMIT_CPU)
    results = []
    for task in tasks:
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 1, hardest))
        results.append(pickle.dumps(work(task), pickle.HIGHEST_PROTOCOL))
    return results


def _unpacked(result: bytes) -> Any:  # noqa: ANN401 - what the work gave
    return pickle.loads(result)  # noqa: S301 - our own process packed it
