"""The crew on a cluster: shares go out as tasks, some at a time, and come back in their order."""

import pickle
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar
from uuid import uuid4

from msgspec import Struct

from factsheet import addresses
from factsheet.cluster import working
from factsheet.cluster.working import Lent
from factsheet.diagnostics import UsageError
from factsheet.pages import ClaimCard
from factsheet.pages.topics import topic_claims
from factsheet.producing import Press, Put
from factsheet.publishing import Away, Stage

R = TypeVar("R")

AHEAD = 3
"""Shares for each thread of a worker that are out at once: nobody waits, and few are in memory."""
LOOK = 5
"""Seconds after which a build that waits looks whether there is anybody at work."""
PATIENCE = 12
"""So many looks in a row may find nobody: a worker that was killed begins anew after a while."""


class Cluster(Struct, frozen=True):
    """Workers that are there, and have the same tool as we."""

    address: str
    client: Any
    hands: int
    """Threads of all workers."""

    @contextmanager
    def hire(self, stage: Stage) -> Iterator["Workers"]:
        """Lend who makes the shares of one build; at the end, however it comes, nobody works."""
        with stage.away() as away:
            workers = Workers(self, away)
            try:
                yield workers
            finally:
                workers.end()


class Workers:
    """The crew of one build."""

    def __init__(self, cluster: Cluster, away: Away) -> None:
        self.hands = cluster.hands
        self._cluster = cluster
        self._away = away
        self._build = uuid4().hex
        self._out: deque[Any] = deque()
        self._press: Press | None = None
        self._lent: Any = None

    def claims(
        self, press: Press, put: Put[R], given: Sequence[Sequence[str]]
    ) -> Iterator[list[tuple[R, ClaimCard]]]:
        """Yield what `make_claims` returns for each share."""
        return self._each(press, working.claims, ((ids,) for ids in given))

    def lists(
        self,
        press: Press,
        put: Put[R],
        cards: dict[str, ClaimCard],
        given: Sequence[Sequence[str]],
    ) -> Iterator[list[R]]:
        """Yield what `make_lists` returns for each share, which takes its claims' cards along."""
        listed = claims_listed(press)
        shares = ((_cards(names, listed, cards), names) for names in given)
        return self._each(press, working.lists, shares)

    def end(self) -> None:
        """Let nobody work any more for this build, nor keep anything of it."""
        client = self._cluster.client
        with suppress(OSError, TimeoutError):  # the scheduler was lost, which was told before
            client.cancel([*self._out, *([self._lent] if self._lent else [])], force=True)
            client.run(working.end, self._build, on_error="ignore")

    def _each(
        self, press: Press, work: Callable[..., Any], shares: Iterable[tuple[Any, ...]]
    ) -> Iterator[Any]:
        """Yield what the work makes of each share."""
        name = f"{self._build}-{work.__name__}"
        for number, share in enumerate(shares):
            if len(self._out) >= AHEAD * self.hands:
                yield self._next()
            task = self._submit(work, self._sent(press), *share, key=f"{name}-{number}")
            self._out.append(task)
        while self._out:
            yield self._next()

    def _sent(self, press: Press) -> Any:
        """Return what stands on the cluster for all that the shares have in common.

        It is a task, not a value that was sent once: when all who have it die it is done again.
        """
        if self._press is not press:
            self._press = press
            lent = Lent(self._build, press, self._away)
            packed = pickle.dumps(lent, pickle.HIGHEST_PROTOCOL)
            self._lent = self._submit(bytes, packed, key=f"{self._build}-{uuid4().hex}")
        return self._lent

    def _submit(self, *task: Any, key: str) -> Any:
        with _lost(self._cluster):
            return self._cluster.client.submit(*task, key=key)

    def _next(self) -> Any:
        """Return what came of the share that went out first, or raise what went wrong in it."""
        task = self._out[0]
        with _lost(self._cluster):
            while not self._came(task):
                pass
            result = task.result()
        self._out.popleft()
        return result

    def _came(self, task: Any) -> bool:
        """Wait a little for a task; raise UsageError when there is nobody at work any more."""
        for _ in range(PATIENCE):
            with suppress(TimeoutError):
                task.result(LOOK)
                return True
            if task.done():  # it says itself that something took too long
                return True
            with suppress(OSError):  # the scheduler is gone too, for now
                if self._cluster.client.nthreads():
                    return False
        raise UsageError(f"no worker is left at {self._cluster.address}; look into their logs")


def claims_listed(press: Press) -> dict[str, Collection[str]]:
    """Return by path the ids of the claims that a page lists, for the pages that list some."""
    topics = {
        addresses.topic_page(topic.id): [claim.id for claim in topic_claims(topic)]
        for topic in press.site.topics.values()
    }
    entities = {
        addresses.entity_page(id): [claim for ids in parts.values() for claim in ids]
        for id, parts in press.lent.involved.items()
    }
    return {**topics, **entities}


def _cards(
    names: Iterable[str], listed: Mapping[str, Collection[str]], cards: Mapping[str, ClaimCard]
) -> dict[str, ClaimCard]:
    """Return the cards of the claims that these pages list, as far as they are there."""
    return {id: cards[id] for name in names for id in listed.get(name, ()) if id in cards}


@contextmanager
def _lost(cluster: Cluster) -> Iterator[None]:
    """Raise UsageError when the engine failed, not what it was to run."""
    from distributed import KilledWorker
    from distributed.client import FutureCancelledError
    from distributed.comm.core import CommClosedError

    try:
        yield
    except KilledWorker as fault:
        raise UsageError(
            f"{fault.allowed_failures + 1} workers at {cluster.address} died over the same share; "
            "look into their logs, and whether they have enough memory"
        ) from fault
    except (FutureCancelledError, CommClosedError) as fault:
        raise UsageError(
            f"the scheduler at {cluster.address} was lost; look into its log and build again"
        ) from fault
