"""The token table does what SpiffWorkflow does: on the seed process, on random dialogues, on random processes.

And the comparison is worth something: a table with a planted fault is found out.
"""

import re
from collections.abc import Callable, Mapping
from itertools import count, pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workflow_svc.domain.definitions.vocabulary import LENDING
from workflow_svc.engine import Definition, ExecutorName, ProcessEngine, State
from workflow_svc.engine.bpmn import parse, read
from workflow_svc.engine.inside.library import EmptyLibrary
from workflow_svc.engine.proof import Proof, prove_equal
from workflow_svc.engine.publication import checked
from workflow_svc.engine.spiff import HotCases, SpiffExecutor
from workflow_svc.engine.table import Table, compile_table
from workflow_svc.engine.tokens import TokenExecutor
from workflow_svc.engine.values import Place, Position

FOUND = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)


def proof_of(bpmn: bytes, candidate: Callable[[Table], Any] = TokenExecutor, most_steps: int = 5_000) -> Proof:
    root = parse(bpmn)
    table = compile_table(read(root))
    return prove_equal(table, SpiffExecutor(table, root, HotCases(0)), candidate(table), most_steps)


def test_publication_proves_the_seed_process_and_lets_tokens_run_it(
    engine: ProcessEngine, personal_credit: bytes
) -> None:
    published = engine.publish(personal_credit, 1)
    assert published.definition.executor is ExecutorName.TOKEN
    assert published.proof.complete
    assert published.proof.steps > 1_000


def test_a_process_too_large_to_prove_runs_on_spiffworkflow(engine: ProcessEngine, personal_credit: bytes) -> None:
    published = engine.publish(personal_credit, 1, most_steps=200)
    assert not published.proof.complete
    assert published.definition.executor is ExecutorName.SPIFF


class Forgetful(TokenExecutor):
    """Leaves one wait of every step out."""

    def resume(self, position: Position, place: Place, judge: Any) -> Position:
        after = super().resume(position, place, judge)
        return Position(after.waits[1:], after.body, after.ended)


class Hasty(TokenExecutor):
    """Takes every verdict for true."""

    def resume(self, position: Position, place: Place, judge: Any) -> Position:
        return super().resume(position, place, lambda flow: True)


@pytest.mark.parametrize("planted", [Forgetful, Hasty])
def test_a_faulty_table_is_found_out(personal_credit: bytes, planted: type[TokenExecutor]) -> None:
    proof = proof_of(personal_credit, planted, most_steps=300)
    assert not proof.equal
    assert proof.difference is not None
    assert "start" in proof.difference
    assert "instead of waits for" in proof.difference


# Random dialogues of the seed process with data, through both executors.

ANSWERS = {
    "collect_data": st.fixed_dictionaries({"missing_required": st.booleans()}),
    "fraud_screening": st.fixed_dictionaries({"fraud_outcome": st.sampled_from(["PASS", "REVIEW", "DECLINE", "STOP"])}),
    "risk_assessment": st.fixed_dictionaries(
        {"risk_outcome": st.sampled_from(["APPROVE", "REFER", "DECLINE"]), "offerable": st.booleans()}
    ),
    "manual_review": st.fixed_dictionaries(
        {"outcome": st.sampled_from(["APPROVE", "DECLINE", "SUPPLEMENT", "SUPPLEMENT", "COMMITTEE"])}
    ),
    "credit_committee_review": st.fixed_dictionaries({"outcome": st.sampled_from(["APPROVE", "DECLINE"])}),
    "committee_review": st.fixed_dictionaries({"outcome": st.sampled_from(["APPROVE", "DECLINE"])}),
}


def known(state: State) -> tuple[Any, ...]:
    """All of a state but the executor's own text: what it waits for, until when, its variables and its result."""
    return state.process, state.version, state.variables, state.waits, state.result


@FOUND
@given(data=st.data())
def test_random_dialogues_have_the_same_effects_on_both_executors(
    data: st.DataObject, engine: ProcessEngine, definitions: Mapping[str, Definition], dialogue: type
) -> None:
    spiff, tokens = (dialogue(engine, definitions[name], restart=data.draw(st.booleans())) for name in definitions)
    amount = data.draw(st.sampled_from([1, 20_000_000, 20_000_001, 50_000_000, 50_000_001, 300_000_000, 300_000_001]))
    given_data = {"amount_minor": amount, "auto_authority_minor": 20_000_000}
    assert spiff.start(**given_data) == tokens.start(**given_data)
    assert known(spiff.state) == known(tokens.state)
    for _ in range(30):
        assert spiff.waiting == tokens.waiting
        if not spiff.waiting:
            break
        to = data.draw(st.sampled_from(sorted(spiff.waiting)))
        answer = data.draw(ANSWERS.get(to.rpartition(".")[0], st.just({})))
        assert spiff.answer(to, **answer) == tokens.answer(to, **answer)
        assert known(spiff.state) == known(tokens.state)


# Random processes, built of blocks. A block is a tuple: its kind and its parts.

LEAVES = st.sampled_from([("human",), ("manual",), ("timer",), ("request", None)])


def grown(blocks: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(blocks, min_size=2, max_size=3)
    return st.one_of(
        st.tuples(st.just("sequence"), several),
        st.tuples(st.just("parallel"), several),
        st.tuples(st.just("exclusive"), st.lists(st.one_of(st.none(), blocks), min_size=2, max_size=3)),
        st.tuples(st.just("inclusive"), several),
        st.tuples(st.just("sent"), st.sampled_from(["send", "decision"])),
        st.tuples(st.just("answered"), blocks),
        st.tuples(st.just("noticed"), blocks),
        st.tuples(st.just("loop"), blocks),
        st.tuples(st.just("request"), blocks),
        st.tuples(st.just("first"), blocks),
        st.tuples(st.just("reminded"), blocks),
    )


class Written:
    """A block as BPMN: every method adds elements and flows, and gives the first and the last step of the block."""

    def __init__(self, step: Callable[..., str]) -> None:
        self.step, self.numbers = step, count()
        self.elements: list[str] = []
        self.flows: list[tuple[str, ...]] = []

    def add(self, kind: str, **more: str) -> str:
        id = f"{kind}{next(self.numbers)}"
        self.elements.append(self.step(kind, id, **more))
        return id

    def flow(self, *ends: str) -> str:
        id = f"flow{next(self.numbers)}"
        self.flows.append((id, *ends))
        return id

    def block(self, block: Any) -> tuple[str, str]:
        kind, *parts = block
        if kind in ("human", "manual", "timer"):
            id = self.add(kind)
            return id, id
        return getattr(self, f"write_{kind}")(*parts)  # type: ignore[no-any-return]

    def branch(self, source: str, block: Any, target: str, *condition: str) -> str:
        if block is None:
            return self.flow(source, target, *condition)
        first, last = self.block(block)
        self.flow(last, target)
        return self.flow(source, first, *condition)

    def write_sequence(self, blocks: list[Any]) -> tuple[str, str]:
        ends = [self.block(block) for block in blocks]
        for (_, last), (first, _) in pairwise(ends):
            self.flow(last, first)
        return ends[0][0], ends[-1][1]

    def write_parallel(self, blocks: list[Any]) -> tuple[str, str]:
        fork, join = self.add("and"), self.add("and")
        for block in blocks:
            self.branch(fork, block, join)
        return fork, join

    def write_exclusive(self, blocks: list[Any]) -> tuple[str, str]:
        default = f"flow{next(self.numbers)}"
        choose, meet = self.add("xor", default=default), self.add("xor")
        for block in blocks[1:]:
            self.branch(choose, block, meet, "amount_minor &gt; 5")
        id = self.branch(choose, blocks[0], meet)
        self.flows = [(default, *flow[1:]) if flow[0] == id else flow for flow in self.flows]
        return choose, meet

    def write_inclusive(self, blocks: list[Any]) -> tuple[str, str]:
        default = f"flow{next(self.numbers)}"
        choose, meet = self.add("or", default=default), self.add("or")
        for block in blocks[1:]:
            self.branch(choose, block, meet, "amount_minor &gt; 5")
        id = self.branch(choose, blocks[0], meet)
        self.flows = [(default, *flow[1:]) if flow[0] == id else flow for flow in self.flows]
        return choose, meet

    def write_sent(self, kind: str) -> tuple[str, str]:
        request, meet = self.add(kind), self.add("xor")
        self.flow(request, meet)
        self.flow(self.add("timeout", on=request), meet)
        return request, meet

    def write_answered(self, block: Any) -> tuple[str, str]:
        human, meet = self.add("human"), self.add("xor")
        self.flow(human, meet)
        self.branch(self.add("arrival", on=human), block, meet)
        return human, meet

    def write_noticed(self, block: Any) -> tuple[str, str]:
        human, end = self.add("human"), self.add("end")
        self.branch(self.add("aside", on=human), block, end)
        return human, human

    def write_loop(self, block: Any) -> tuple[str, str]:
        default = f"flow{next(self.numbers)}"
        enter, again, leave = self.add("xor"), self.add("xor", default=default), self.add("xor")
        self.branch(enter, block, again)
        self.flow(again, enter, "amount_minor &gt; 5")
        self.flows.append((default, again, leave))
        return enter, leave

    def write_request(self, late: Any) -> tuple[str, str]:
        request, meet = self.add("request"), self.add("xor")
        self.flow(request, meet)
        self.branch(self.add("timeout", on=request), late, meet)
        return request, meet

    def write_first(self, block: Any) -> tuple[str, str]:
        first, message, timer, meet = self.add("first"), self.add("message"), self.add("timer"), self.add("xor")
        self.flow(first, message)
        self.flow(first, timer)
        self.flow(timer, meet)
        self.branch(message, block, meet)
        return first, meet

    def write_reminded(self, block: Any) -> tuple[str, str]:
        human, end = self.add("human"), self.add("end")
        self.branch(self.add("reminder", on=human), block, end)
        return human, human


def waits_twice_at_one_step(difference: str) -> bool:
    """Whether one of the two positions that are told apart waits at one step for two visits."""
    for waits in re.findall(r"waits for \[([^\]]*)\]", difference):
        steps = [wait.rpartition(".")[0] for wait in waits.split(", ") if wait]
        if len(steps) > len(set(steps)):
            return True
    return False


@settings(FOUND, max_examples=40)
@given(block=st.recursive(LEAVES, grown, max_leaves=5))
def test_random_processes_run_alike_on_both_executors(
    block: Any, process: Callable[..., bytes], step: Callable[..., str]
) -> None:
    written = Written(step)
    first, last = written.block(block)
    written.flow(written.add("start"), first)
    written.flow(last, written.add("end", result="APPROVED"))
    bpmn = process("".join(written.elements), *written.flows)
    refusals = {finding.code for finding in checked(read(parse(bpmn)), LENDING, EmptyLibrary())[0]}
    if refusals == {"loop-without-wait"}:
        return  # a loop of nothing but gateways is rightly refused
    assert not refusals
    proof = proof_of(bpmn, most_steps=800)
    if proof.difference is not None:
        # Waiting twice at one step at once is where the two may part: such a process never runs on the table.
        assert waits_twice_at_one_step(proof.difference) and not proof.equal
        return
    # a reminder inside a loop can rightly be refused for waiting twice at one step; blocks have no other fault
    assert {finding.code for finding in proof.findings} <= {"step-doubled"}


def test_a_join_in_a_loop_waits_for_both_branches_in_every_pass(
    process: Callable[..., bytes], step: Callable[..., str], dialogue: type
) -> None:
    """SpiffWorkflow 3.2 alone fires the join of a second pass early; engine/spiff.py corrects it."""
    elements = "".join(
        [
            step("start", "s"),
            step("xor", "again"),
            step("and", "fork"),
            step("human", "a"),
            step("human", "b"),
            step("and", "join"),
            step("human", "c"),
            step("xor", "more", default="done"),
            step("end", "e", result="APPROVED"),
        ]
    )
    flows = [
        ("f1", "s", "again"),
        ("f2", "again", "fork"),
        ("f3", "fork", "a"),
        ("f4", "fork", "b"),
        ("f5", "a", "join"),
        ("f6", "b", "join"),
        ("f7", "join", "c"),
        ("f8", "c", "more"),
        ("done", "more", "e"),
        ("back", "more", "again", 'c_outcome == "DECLINE"'),
    ]
    engine = ProcessEngine(LENDING)
    for executor in ("spiff", "token"):
        case = dialogue(engine, engine.load(process(elements, *flows), 1, executor), restart=False)
        case.start()
        for done in ("a.1", "b.1"):
            case.answer(done, outcome="APPROVE")
        case.answer("c.1", outcome="DECLINE")
        case.answer("b.2", outcome="APPROVE")
        assert case.waiting == {"a.2"}
        case.answer("a.2", outcome="APPROVE")
        assert case.waiting == {"c.2"}
