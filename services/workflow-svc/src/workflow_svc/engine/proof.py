"""Plays every bounded dialogue of a process through SpiffWorkflow, and through the token table beside it.

A dialogue is a sequence of happenings (an answer, a completed task, a timer) with a verdict for every condition that
is asked. Since executors see no data, verdicts stand for all data that could give them: the dialogues cover each branch
and each interleaving, with every node visited at most `VISITS` times. Two findings come of it: whether the process can
get stuck or end without exactly one result, and whether the token table does as SpiffWorkflow does at every step.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow_svc.engine.findings import Finding
from workflow_svc.engine.table import AT_ONCE, Table
from workflow_svc.engine.values import Executor, Place, Position

VISITS = 2
MOST_STEPS = 5_000


@dataclass(frozen=True, slots=True)
class Proof:
    """What the dialogues showed. `equal` only if all of them were played (`complete`) and no step differed."""

    steps: int
    states: int
    complete: bool
    difference: str | None
    findings: tuple[Finding, ...]

    @property
    def equal(self) -> bool:
        """Whether the token executor may run the process."""
        return self.complete and self.difference is None


def together(proofs: Sequence[Proof]) -> Proof:
    """What was shown of all levels of a process."""
    return Proof(
        steps=sum(proof.steps for proof in proofs),
        states=sum(proof.states for proof in proofs),
        complete=all(proof.complete for proof in proofs),
        difference=next((proof.difference for proof in proofs if proof.difference is not None), None),
        findings=tuple(finding for proof in proofs for finding in proof.findings),
    )


class _Verdicts:
    """Gives verdicts by a script, then true; remembers what was asked, to give another executor the same."""

    def __init__(self, script: list[bool]) -> None:
        self._script = script
        self.asked: list[tuple[int, bool]] = []

    def __call__(self, flow: int) -> bool:
        number = len(self.asked)
        verdict = self._script[number] if number < len(self._script) else True
        self.asked.append((flow, verdict))
        return verdict

    def repeated(self) -> Callable[[int], bool]:
        """A judge that gives the same verdicts, by flow and in the order in which each flow was asked."""
        left: dict[int, list[bool]] = {}
        for flow, verdict in self.asked:
            left.setdefault(flow, []).append(verdict)

        def judge(flow: int) -> bool:
            if not left.get(flow):
                raise LookupError(f"flow {flow} was not asked")
            return left[flow].pop(0)

        return judge

    def next_script(self) -> list[bool] | None:
        """The script that turns the last true verdict to false; None when all have been played."""
        verdicts = [verdict for _, verdict in self.asked]
        while verdicts and not verdicts[-1]:
            verdicts.pop()
        return [*verdicts[:-1], False] if verdicts else None


@dataclass(frozen=True, slots=True)
class _Reached:
    reference: Position
    candidate: Position | None
    result: int
    story: tuple[str, ...]


class _Explorer:
    def __init__(self, table: Table, reference: Executor, candidate: Executor, decides: bool) -> None:
        self.table, self.reference, self.candidate, self.decides = table, reference, candidate, decides
        self.steps = 0
        self.difference: str | None = None
        self.findings: dict[str, Finding] = {}

    def step(self, reached: _Reached, place: Place | None) -> list[_Reached]:
        """All positions that one happening can lead to, one for each combination of verdicts."""
        onward, script = list[_Reached](), list[bool]()
        while script is not None:
            verdicts = _Verdicts(script)
            self.steps += 1
            if place is None:
                reference = self.reference.start(verdicts)
            else:
                reference = self.reference.resume(reached.reference, place, verdicts)
            story = (*reached.story, self._told(place, verdicts))
            candidate = self._beside(reached, place, reference, verdicts, story)
            onward.append(_Reached(reference, candidate, self._results(reached, reference, story), story))
            script = verdicts.next_script()  # type: ignore[assignment]
        return onward

    def _beside(
        self, reached: _Reached, place: Place | None, reference: Position, verdicts: _Verdicts, story: tuple[str, ...]
    ) -> Position | None:
        """The candidate's position after the same step, if it is still equal."""
        if self.difference is not None:
            return None
        judge = verdicts.repeated()
        try:
            if place is None:
                position = self.candidate.start(judge)
            else:
                assert reached.candidate is not None
                position = self.candidate.resume(reached.candidate, place, judge)
        except LookupError as error:
            self.difference = f"{' > '.join(story)}: {error}"
            return None
        found, expected = self._shown(position), self._shown(reference)
        if found != expected:
            self.difference = f"{' > '.join(story)}: {found} instead of {expected}"
        return position

    def _shown(self, position: Position) -> str:
        """All that a position says, in words: equal positions have equal words."""
        nodes = self.table.nodes
        waits = ", ".join(f"{nodes[place.node].id}.{place.visit}" for place in position.waits)
        ended = ", ".join(sorted(nodes[end].id for end in position.ended))
        return f"waits for [{waits}], ended [{ended}]{', stuck' if position.stuck else ''}"

    def _results(self, reached: _Reached, position: Position, story: tuple[str, ...]) -> int:
        """How many results the case has; notes what is wrong with it."""
        nodes = self.table.nodes
        results = reached.result + sum(1 for end in position.ended if nodes[end].result)
        told = " > ".join(story)
        if results > 1:
            last = next(nodes[end].id for end in reversed(position.ended) if nodes[end].result)
            self._note(last, "result-not-one", f"a case reaches a second result: {told}")
        if len({place.node for place in position.waits}) < len(position.waits):
            twice = next(p.node for p, q in pairwise(position.waits) if p.node == q.node)
            self._note(nodes[twice].id, "step-doubled", f"a case waits twice at this step at the same time: {told}")
        if position.stuck:
            self._note(self.table.code, "process-gets-stuck", f"tokens are left that wait for nothing: {told}")
        elif self.decides and not position.waits and results == 0:
            self._note(self.table.code, "result-missing", f"a case ends without a result: {told}")
        return results

    def next_places(self, position: Position) -> tuple[Place, ...]:
        """What can happen next: what is computed is over at once, before anything else happens."""
        at_once = [place for place in position.waits if self.table.nodes[place.node].kind in AT_ONCE]
        return tuple(at_once[:1]) or position.waits

    def _note(self, element: str, code: str, detail: str) -> None:
        self.findings.setdefault(code, Finding(element, code, detail))

    def _told(self, place: Place | None, verdicts: _Verdicts) -> str:
        happening = "start" if place is None else self.table.nodes[place.node].id
        held = [self.table.flow_ids[flow] for flow, verdict in verdicts.asked if verdict]
        return f"{happening} ({', '.join(held)})" if held else happening


def prove_equal(
    table: Table, reference: Executor, candidate: Executor, most_steps: int = MOST_STEPS, decides: bool = True
) -> Proof:
    """Plays the dialogues of a level through both executors; `decides` where it has to end with a result."""
    explorer = _Explorer(table, reference, candidate, decides)
    nothing = Position((), "")
    left = explorer.step(_Reached(nothing, nothing, 0, ()), None)
    seen, complete = set[tuple[str, str, int]](), True
    while left:
        reached = left.pop()
        position = reached.reference
        key = (position.body, reached.candidate.body if reached.candidate else "", reached.result)
        if key in seen or not position.waits:
            continue
        seen.add(key)
        if any(place.visit > VISITS for place in position.waits):
            continue
        if explorer.steps >= most_steps:
            complete = False
            break
        for place in explorer.next_places(position):
            left += explorer.step(reached, place)
    return Proof(explorer.steps, len(seen), complete, explorer.difference, tuple(explorer.findings.values()))
