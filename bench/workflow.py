"""`python -m bench.workflow [--instances N]`: workflow-svc on processes like those that engines are measured with.

Each step is one that the service takes on its way: a message through its inbox, or a command of a route, in shared
transactions on a PostgreSQL that flushes each commit (fsync and synchronous_commit on). What is measured is the service
with its database; making messages is not, nor are the bus and HTTP. Beside each, in the same run, SpiffWorkflow alone
in memory takes the same process through the same steps: nothing of it is stored.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4, uuid5

import psutil

from bench.cpu import seconds
from bench.results import keep
from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.assessment import ExternalDataCollected, FraudOutcome, FraudScreened, RiskAssessed, RiskOutcome
from loan_contracts.decisions import case_id_of
from loan_contracts.facts import CollectedFacts, DeclaredFacts
from loan_contracts.message import Message
from loan_contracts.values import RepaymentMethod, Source, SourceStatus
from loan_devstack.running.testing import postgres_for_tests
from loan_replay.figures import percentile
from loan_servicekit.core import Caller, Cause
from loan_servicekit.db.transactor import Work
from loan_servicekit.testing import Databases, Harness, provisioned
from loan_servicekit.testing.harness import settings_values
from workflow_svc.domain.authority.verdict import Choice, Verdict
from workflow_svc.domain.tasks.task import task_id_of
from workflow_svc.engine.bpmn import parse, read
from workflow_svc.engine.spiff import HotCases, SpiffExecutor
from workflow_svc.engine.table import compile_table
from workflow_svc.settings import Settings
from workflow_svc.use_cases.tasks.work_on_task import CompleteTask, WorkOnTask
from workflow_svc.wiring import build

MIGRATIONS = Path(__file__).parent.parent / "services" / "workflow-svc" / "migrations"
INSTANCES, AT_ONCE, WARM_UP = 2_000, 100, 200
OFFERED, OFFERED_S = 20, 20
HEAD = (
    '<definitions id="d" targetNamespace="urn:bench" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">'
)
NOW = datetime.now(UTC)
CALLER = Caller("u-bench", "u-bench", ("approver",), None, frozenset({"task.work"}), all_branches=True)


def _service(id: str, topic: str) -> str:
    return (
        f'<serviceTask id="{id}" camunda:topic="{topic}"/><boundaryEvent id="{id}_silent" attachedToRef="{id}">'
        "<timerEventDefinition><timeDuration>PT10M</timeDuration></timerEventDefinition></boundaryEvent>"
    )


def _properties(**named: str) -> str:
    told = "".join(f'<camunda:property name="{name}" value="{value}"/>' for name, value in named.items())
    return f"<extensionElements><camunda:properties>{told}</camunda:properties></extensionElements>"


def _process(code: str, elements: str, *flows: tuple[str, str] | tuple[str, str, str]) -> str:
    ends = "".join(
        f'<endEvent id="{id}">{_properties(result=id.upper())}</endEvent>' for id in ("approved", "declined")
    )
    arrows = ""
    for number, (source, target, *condition) in enumerate(flows):
        inner = "".join(
            f'<conditionExpression xsi:type="tFormalExpression">{each}</conditionExpression>' for each in condition
        )
        arrows += f'<sequenceFlow id="f{number}" sourceRef="{source}" targetRef="{target}">{inner}</sequenceFlow>'
    start = '<startEvent id="start"/>'
    return f'{HEAD}<process id="{code}" isExecutable="true">{start}{elements}{ends}{arrows}</process></definitions>'


DATA, FRAUD, RISK = "external-data.requested", "fraud-screening.requested", "risk-assessment.requested"
PERSON = _properties(dueWorkingHours="4", outcomes="APPROVE, DECLINE")
USER_TASK = _process(
    "bench-person",
    f'<userTask id="look" camunda:candidateGroups="approver">{PERSON}</userTask>'
    '<exclusiveGateway id="decide" default="f2"/>',
    ("start", "look"), ("look", "decide"), ("decide", "declined"), ("decide", "approved", 'look_outcome == "APPROVE"'),
)  # fmt: skip
ONE_SERVICE = _process(
    "bench-service", _service("collect", DATA) + '<exclusiveGateway id="decide" default="f2"/>',
    ("start", "collect"), ("collect", "decide"), ("decide", "declined"), ("collect_silent", "declined"),
    ("decide", "approved", "missing_required == true"),
)  # fmt: skip
LOAN_LIKE = _process(
    "bench-loan",
    _service("collect", DATA) + '<parallelGateway id="both"/>' + _service("screen", FRAUD) + _service("assess", RISK)
    + '<exclusiveGateway id="screened"/><exclusiveGateway id="assessed"/><parallelGateway id="joined"/>'
    + _service("confirm", DATA) + '<exclusiveGateway id="decide" default="f14"/><exclusiveGateway id="not"/>',
    ("start", "collect"), ("collect", "both"), ("both", "screen"), ("both", "assess"), ("screen", "screened"),
    ("screen_silent", "screened"), ("assess", "assessed"), ("assess_silent", "assessed"), ("screened", "joined"),
    ("assessed", "joined"), ("joined", "confirm"), ("confirm", "decide"), ("collect_silent", "not"),
    ("confirm_silent", "not"), ("decide", "not"),
    ("decide", "approved", 'risk_outcome == "APPROVE" and fraud_outcome == "PASS" and missing_required == false'),
    ("not", "declined"),
)  # fmt: skip
PROCESSES = {"bench-person": USER_TASK, "bench-service": ONE_SERVICE, "bench-loan": LOAN_LIKE}


def submitted(process: str) -> ApplicationSubmitted:
    """30,000 yuan for a year."""
    fields: dict[str, Any] = {
        "application_id": uuid4(), "application_no": "AP20260302", "customer_id": uuid4(), "branch": "310000-01",
        "channel": "mobile-bank", "product_code": "PCL-ONLINE", "product_version": 1, "process_code": process,
        "amount_minor": 3_000_000, "term_months": 12, "repayment_method": RepaymentMethod.EQUAL_INSTALMENT,
        "purpose": "DECORATION", "auto_authority_minor": 5_000_000, "product_min_minor": 500_000,
        "product_max_minor": 20_000_000, "max_annual_rate": Decimal("0.24"), "online_consumer_credit": True,
        "own_exposure_minor": 0, "own_online_consumer_minor": 0, "own_debt_service_minor": 0,
        "customer_type": "PERSONAL", "accepted_documents": ["INCOME_PROOF"],
        "required_sources": [Source.IDENTITY, Source.CREDIT_BUREAU], "optional_sources": [],
        "consent_ids": {Source.IDENTITY: uuid4(), Source.CREDIT_BUREAU: uuid4()},
        "declared": DeclaredFacts(age=34, dependents=1, monthly_income_minor=1_200_000),
        "person_token": "p" * 32, "mobile_token": "m" * 32, "card_token": "c" * 32, "device_token": "d" * 32,
        "submitted_at": NOW, "submitted_by": "u-manager",
    }  # fmt: skip
    return ApplicationSubmitted(**fields)


def answer(to: ApplicationSubmitted, wait: str) -> Message:
    """What the other service says to the request of a wait."""
    case_id = case_id_of(to.application_id)
    about = {"application_id": to.application_id, "case_id": case_id, "request_id": uuid5(case_id, f"{wait}.1")}
    if wait == "screen":
        return FraudScreened(
            **about, screening_id=uuid4(), outcome=FraudOutcome.PASS, rules_version="f-1", screened_at=NOW
        )
    if wait == "assess":
        return RiskAssessed(
            **about, assessment_id=uuid4(), outcome=RiskOutcome.APPROVE, pd=Decimal("0.011"), score=615, grade="B",
            limit_minor=20_000_000, annual_rate=Decimal("0.0712"), model_version="m-1", scorecard_version="s-1",
            policy_version="p-1", assessed_at=NOW,
        )  # fmt: skip
    facts = CollectedFacts(collected_at=NOW, statuses=dict.fromkeys(to.required_sources, SourceStatus.HIT))
    return ExternalDataCollected(**about, facts=facts)


class Engine:
    """The service on a database of its own, and what has used CPU time for it."""

    def __init__(self, harness: Harness) -> None:
        self.harness = harness
        self.operations = harness.app.state.ports.operations
        self._postgres = next(p.pid for p in psutil.process_iter(["name", "ppid"]) if _is_ours(p))

    def cpu(self) -> tuple[float, float]:
        """Seconds of the service and of PostgreSQL."""
        times = psutil.Process().cpu_times()
        return times.user + times.system, seconds(self._postgres)

    async def deliver(self, messages: Sequence[Message]) -> None:
        """All in batches, as a consumer hands them over."""
        for first in range(0, len(messages), AT_ONCE):
            records = [self.harness.record(message) for message in messages[first : first + AT_ONCE]]
            await self.harness.worker.handle(records)

    async def perform(self, works: Sequence[Work]) -> None:
        """All in shared transactions, as routes hand them over."""
        for first in range(0, len(works), AT_ONCE):
            for outcome in await self.harness.service.group_commit.run_all(works[first : first + AT_ONCE]):
                if isinstance(outcome, Exception):
                    raise outcome


def _is_ours(process: psutil.Process) -> bool:
    above = [each.pid for each in process.parents()]
    name = process.info["name"]
    return (
        name == "postgres"
        and psutil.Process().pid in above
        and not any(psutil.pid_exists(pid) and psutil.Process(pid).name() == "postgres" for pid in above)
    )


@dataclass(frozen=True, slots=True)
class Measured:
    """A rate a second, and milliseconds of CPU time each."""

    rate: float
    service_ms: float
    postgres_ms: float


async def measured(engine: Engine, count: int, act: Callable[[], Any]) -> Measured:
    """Does it and looks at the clocks."""
    before, begun = engine.cpu(), time.perf_counter()
    await act()
    took, after = time.perf_counter() - begun, engine.cpu()
    ms = [1000 * (b - a) / count for a, b in zip(before, after, strict=True)]
    return Measured(round(count / took, 1), round(ms[0], 2), round(ms[1], 2))


async def person(engine: Engine, count: int) -> Measured:
    """A task of a person: parked, then claimed and completed."""
    applications = [submitted("bench-person") for _ in range(count)]
    await engine.deliver(applications)
    ids = [task_id_of(case_id_of(each.application_id), "look.1") for each in applications]
    verdict, cause = Verdict(Choice.DECLINE, "收入与流水不一致，不同意", reason_codes=("R05",)), Cause("u-bench")

    async def completed() -> None:
        for first in range(0, count, AT_ONCE):
            some = ids[first : first + AT_ONCE]
            await engine.perform([Work(engine.operations.claim_task, WorkOnTask(CALLER, id), cause) for id in some])
            done = [Work(engine.operations.complete_task, CompleteTask(CALLER, id, verdict), cause) for id in some]
            await engine.perform(done)

    return await measured(engine, count, completed)


async def through(engine: Engine, process: str, waits: Sequence[Sequence[str]], count: int) -> Measured:
    """Instances from their start to their end, a hundred under way."""
    applications = [submitted(process) for _ in range(count)]

    async def run() -> None:
        for first in range(0, count, AT_ONCE):
            some = applications[first : first + AT_ONCE]
            await engine.deliver(some)
            for together in waits:
                await engine.deliver([answer(each, wait) for each in some for wait in together])

    return await measured(engine, count, run)


class Consumer:
    """Takes what has come meanwhile in one batch, as a consumer does."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: list[tuple[Message, asyncio.Future[None]]] = []
        self._comes = asyncio.Event()

    def take(self, message: Message) -> asyncio.Future[None]:
        """Done after the commit."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((message, done))
        self._comes.set()
        return done

    async def run(self) -> None:
        """Until it is cancelled."""
        while True:
            await self._comes.wait()
            self._comes.clear()
            batch, self._waiting = self._waiting, []
            await self._engine.deliver([message for message, _ in batch])
            for _, done in batch:
                done.set_result(None)


async def paced(engine: Engine) -> tuple[float, float]:
    """p50 and p99 in milliseconds from the start of a loan-like instance to its end, so many begun a second."""
    took: list[float] = []
    consumer = Consumer(engine)

    async def one() -> None:
        begun, application = time.perf_counter(), submitted("bench-loan")
        await consumer.take(application)
        for together in LOAN_WAITS:
            await asyncio.gather(*(consumer.take(answer(application, wait)) for wait in together))
        took.append((time.perf_counter() - begun) * 1000)

    running = asyncio.create_task(consumer.run())
    begun, under_way = time.perf_counter(), []
    for number in range(OFFERED * OFFERED_S):
        await asyncio.sleep(max(0.0, begun + number / OFFERED - time.perf_counter()))
        under_way.append(asyncio.create_task(one()))
    await asyncio.gather(*under_way)
    running.cancel()
    return round(percentile(took, 50), 1), round(percentile(took, 99), 1)


LOAN_WAITS = (("collect",), ("screen", "assess"), ("confirm",))


def alone(bpmn: str, waits: Sequence[Sequence[str]], count: int) -> float:
    """The same process through the same steps on SpiffWorkflow alone: instances a second, nothing stored."""
    root = parse(bpmn.encode())
    table = compile_table(read(root))
    executor, numbers = SpiffExecutor(table, root, HotCases(count)), {node.id: node.index for node in table.nodes}
    begun = time.perf_counter()
    for _ in range(count):
        position = executor.start(lambda flow: True)
        for wait in (each for together in waits for each in together):
            place = next(place for place in position.waits if place.node == numbers[wait])
            position = executor.resume(position, place, lambda flow: True)
        assert not position.waits
    return round(count / (time.perf_counter() - begun), 1)


@asynccontextmanager
async def engine_on(url: str) -> Any:
    """The service with the processes of the benchmark published."""
    databases = Databases(url)
    async with provisioned(databases, MIGRATIONS) as database:
        values = settings_values(database) | {"processes_dir": _folder()}
        harness = await Harness(build(Settings(**values), "api")).start()
        try:
            yield Engine(harness)
        finally:
            await harness.close()
    await databases.close()


def _folder() -> Path:
    folder = Path(__file__).parent.parent / "var" / "bench" / "processes"
    folder.mkdir(parents=True, exist_ok=True)
    for code, bpmn in PROCESSES.items():
        (folder / f"{code}.bpmn").write_text(bpmn)
    return folder


async def bytes_of_a_waiting_case(engine: Engine, count: int) -> float:
    """Growth of the tables of cases and tasks, with TOAST and indexes, by a case that waits for a person."""
    sizes = "select sum(pg_total_relation_size(t)) from unnest(array['cases', 'tasks']::regclass[]) t"
    [[before]] = await engine.harness.rows(sizes)
    await engine.deliver([submitted("bench-person") for _ in range(count)])
    [[after]] = await engine.harness.rows(sizes)
    return float(round(int(after - before) / count))


async def bench(count: int) -> None:
    """All of it, one after the other."""
    with postgres_for_tests() as url:
        async with engine_on(url) as engine:
            await through(engine, "bench-loan", LOAN_WAITS, WARM_UP)
            await person(engine, WARM_UP)
            setup = f"{count} instances, {AT_ONCE} under way, each step durable (fsync on), service and PostgreSQL"
            for name, told, floor in (
                ("workflow_tasks", await person(engine, count), alone(USER_TASK, (("look",),), count)),
                (
                    "workflow_service",
                    await through(engine, "bench-service", (("collect",),), count),
                    alone(ONE_SERVICE, (("collect",),), count),
                ),
                ("workflow_loan", await through(engine, "bench-loan", LOAN_WAITS, count),
                 alone(LOAN_LIKE, LOAN_WAITS, count)),
            ):  # fmt: skip
                keep(name, told.rate, "1/s", floor, setup, service_ms=told.service_ms, postgres_ms=told.postgres_ms)
                print(f"    {told.service_ms:g} ms CPU of the service, {told.postgres_ms:g} ms of PostgreSQL, each")
            p50, p99 = await paced(engine)
            offered = f"{OFFERED} a second begun for {OFFERED_S} s, answers at once, each step durable (fsync on)"
            keep("workflow_loan_p50", p50, "ms", None, offered, p99=p99)
            keep("workflow_case_bytes", await bytes_of_a_waiting_case(engine, count), "B", None, "waits for a person")
            memory = round(psutil.Process().memory_info().rss / 2**20)
            keep("workflow_memory", memory, "MB", None, "resident, with load generator and SpiffWorkflow's trees")


def main() -> int:
    """Runs what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench.workflow", description=__doc__)
    parser.add_argument("--instances", type=int, default=INSTANCES, help="of each process (%(default)s)")
    asyncio.run(bench(parser.parse_args().instances))
    return 0


if __name__ == "__main__":
    sys.exit(main())
