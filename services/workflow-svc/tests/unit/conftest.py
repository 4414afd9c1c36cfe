"""A process engine, the personal-credit process on both executors, small processes from a few lines, and dialogues."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from typing import Any

import pytest

from workflow_svc.domain.definitions.vocabulary import LENDING
from workflow_svc.engine import Definition, Effects, ProcessEngine, State
from workflow_svc.engine.values import moment

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # a Monday, 10:00 in Shanghai
YUAN = 100
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions id="d" targetNamespace="urn:test"'
    ' xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn">'
    '<bpmn:message id="supplemented" name="application.supplemented"/>'
    '<bpmn:error id="broken" errorCode="BROKEN"/>'
)


class Dialogue:
    """Plays one case: what happens goes in, the effects come out. With `restart` the state is stored between steps."""

    def __init__(self, engine: ProcessEngine, definition: Definition, restart: bool) -> None:
        self.engine, self.definition, self.restart = engine, definition, restart
        self.now = NOW
        self.state: State | None = None

    def start(self, **data: Any) -> Effects:
        return self._keep(self.engine.start(self.definition, data, self.now))

    def answer(self, to: str, **data: Any) -> Effects:
        assert self.state is not None
        return self._keep(self.engine.answer(self.definition, self.state, to, data, self.now))

    def wait(self, **span: int) -> list[str]:
        """Lets time pass; the timers that are due then."""
        assert self.state is not None
        self.now += timedelta(**span)
        return self.engine.due(self.definition, self.state, self.now)

    @property
    def waiting(self) -> set[str]:
        assert self.state is not None
        return set(self.engine.waiting(self.definition, self.state))

    @property
    def timers(self) -> dict[str, datetime]:
        """When each timer that runs will fire."""
        assert self.state is not None
        return {
            self.definition.wait_id(wait.place): moment(wait.due) for wait in self.state.waits if wait.due is not None
        }

    def _keep(self, outcome: tuple[State, Effects]) -> Effects:
        state, effects = outcome
        self.state = State.restored(state.stored()) if self.restart else state
        return effects


@pytest.fixture(scope="session")
def personal_credit() -> bytes:
    """The seed process as it is shipped."""
    return (files("workflow_svc") / "processes" / "personal-credit.bpmn").read_bytes()


@pytest.fixture(scope="session")
def engine() -> ProcessEngine:
    return ProcessEngine(LENDING)


@pytest.fixture(scope="session")
def definitions(engine: ProcessEngine, personal_credit: bytes) -> Mapping[str, Definition]:
    return {executor: engine.load(personal_credit, 1, executor) for executor in ("spiff", "token")}


@pytest.fixture(params=["spiff", "token"])
def definition(request: pytest.FixtureRequest, definitions: Mapping[str, Definition]) -> Definition:
    return definitions[request.param]


@pytest.fixture(params=[False, True], ids=["hot", "restarted"])
def case(request: pytest.FixtureRequest, engine: ProcessEngine, definition: Definition) -> Dialogue:
    """A case of the personal-credit process that has not started yet."""
    executor = ProcessEngine(LENDING, hot_cases=0) if request.param else engine
    if request.param:
        definition = executor.load(definition.bpmn, 1, definition.executor)
    return Dialogue(executor, definition, request.param)


@pytest.fixture(scope="session")
def dialogue() -> type[Dialogue]:
    return Dialogue


@pytest.fixture(scope="session")
def process() -> Callable[..., bytes]:
    """Writes a process: elements as XML without the prefix, flows as (id, source, target) or with a condition.

    `figures` are the process's own properties.
    """

    def flow(id: str, source: str, target: str, condition: str = "") -> str:
        if condition:
            condition = f'<conditionExpression xsi:type="bpmn:tFormalExpression">{condition}</conditionExpression>'
        return f'<sequenceFlow id="{id}" sourceRef="{source}" targetRef="{target}">{condition}</sequenceFlow>'

    def written(
        elements: str, *flows: tuple[str, ...], code: str = "small", figures: Mapping[str, str] | None = None
    ) -> bytes:
        own = "".join(f'<camunda:property name="{name}" value="{value}"/>' for name, value in (figures or {}).items())
        if own:
            own = f"<extensionElements><camunda:properties>{own}</camunda:properties></extensionElements>"
        body = re.sub("<(?!/?camunda:)(/?)", r"<\1bpmn:", own + elements + "".join(flow(*each) for each in flows))
        return f'{HEAD}<bpmn:process id="{code}" isExecutable="true">{body}</bpmn:process></bpmn:definitions>'.encode()

    return written


TIMER = "<timerEventDefinition><timeDuration>{0}</timeDuration></timerEventDefinition>"


@pytest.fixture(scope="session")
def step() -> Callable[..., str]:
    """Writes one well-formed element of a kind."""

    def written(kind: str, id: str, **more: str) -> str:
        properties = {"dueWorkingHours": "4", "outcomes": "APPROVE, DECLINE"} if kind in ("human", "manual") else {}
        properties |= {
            name: more.pop(name) for name in ("result", "quorum", "outcomes", "dueWorkingHours") if name in more
        }
        inner = "".join(f'<camunda:property name="{n}" value="{v}"/>' for n, v in properties.items())
        if inner:
            inner = f"<extensionElements><camunda:properties>{inner}</camunda:properties></extensionElements>"
        after = more.pop("after", "PT5M")
        on = more.pop("on", "")
        shapes = {
            "start": ("startEvent", ""),
            "end": ("endEvent", ""),
            "request": ("serviceTask", f' camunda:topic="{more.pop("topic", "fraud-screening.requested")}"'),
            "human": ("userTask", f' camunda:candidateGroups="{more.pop("role", "approver")}"'),
            "receive": ("receiveTask", ' messageRef="supplemented"'),
            "message": ("intermediateCatchEvent", ""),
            "timer": ("intermediateCatchEvent", ""),
            "timeout": ("boundaryEvent", f' attachedToRef="{on}"'),
            "reminder": ("boundaryEvent", f' attachedToRef="{on}" cancelActivity="false"'),
            "xor": ("exclusiveGateway", ""),
            "and": ("parallelGateway", ""),
            "or": ("inclusiveGateway", ""),
            "manual": ("manualTask", ' camunda:candidateGroups="approver"'),
            "send": ("sendTask", ' camunda:topic="risk-assessment.requested"'),
            "decision": ("businessRuleTask", ' camunda:topic="risk-assessment.requested"'),
            "arrival": ("boundaryEvent", f' attachedToRef="{on}"'),
            "aside": ("boundaryEvent", f' attachedToRef="{on}" cancelActivity="false"'),
            "first": ("eventBasedGateway", ""),
        }
        tag, attributes = shapes[kind]
        if kind in ("timer", "timeout", "reminder"):
            inner += TIMER.format(after)
        if kind in ("message", "arrival", "aside"):
            inner += '<messageEventDefinition messageRef="supplemented"/>'
        attributes += "".join(f' {name}="{value}"' for name, value in more.items())
        return f'<{tag} id="{id}"{attributes}>{inner}</{tag}>'

    return written


@pytest.fixture
def now() -> datetime:
    return NOW
