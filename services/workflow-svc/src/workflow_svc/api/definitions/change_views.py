"""What the routes of decisions, bindings and retirements take and answer."""

import json
from datetime import date, datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from loan_contracts.message import JsonObject
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body
from workflow_svc.api.definitions.draft_views import MOST_FACTS, FindingView, Told
from workflow_svc.domain.definitions.binding import Binding, Retirement, Scope
from workflow_svc.domain.definitions.change import ChangeKind, DefinitionChange
from workflow_svc.domain.proposals.proposed import ProposedStatus
from workflow_svc.use_cases.definitions.change_ports import Adoption, DecisionVersion, Evaluated

Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{1,100}$", examples=["personal-credit"])]
Amount = Annotated[int | None, Field(ge=0, le=10**14)]
MOST_MOVED = 100
Narrow = Annotated[str, text(1, 60)] | None

# The smallest decision: one rule for small amounts, and the careful answer for everything else.
SMALLEST_DECISION: JsonObject = {
    "code": "who-visits",
    "name": "现场核查岗位",
    "inputs": {"amount_minor": {"kind": "integer"}},
    "outputs": {"visits": {"kind": "integer"}},
    "otherwise": {"visits": 2},
    "graph": {
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode"},
            {
                "id": "table",
                "name": "visits",
                "type": "decisionTableNode",
                "content": {
                    "hitPolicy": "first",
                    "inputs": [{"id": "amount", "name": "amount", "field": "amount_minor"}],
                    "outputs": [{"id": "visits", "name": "visits", "field": "visits"}],
                    "rules": [{"_id": "small", "amount": "<= 50000000", "visits": "1"}],
                },
            },
            {"id": "out", "name": "out", "type": "outputNode"},
        ],
        "edges": [
            {"id": "e1", "sourceId": "in", "targetId": "table", "type": "edge"},
            {"id": "e2", "sourceId": "table", "targetId": "out", "type": "edge"},
        ],
    },
    "examples": [
        {"name": "small", "given": {"amount_minor": 100}, "expected": {"visits": 1}},
        {"name": "large", "given": {"amount_minor": 50000001}, "expected": {"visits": 2}},
    ],
}


class DecisionBody(Body):
    """A decision as a document."""

    content: Annotated[
        str,
        Field(
            min_length=2,
            max_length=500_000,
            pattern=r"^\s*\{[^\x00]*$",
            description="JSON: code, name, inputs, outputs, otherwise (the careful answer), graph (JDM), examples",
            examples=[json.dumps(SMALLEST_DECISION, ensure_ascii=False)],
        ),
    ]


class DecisionSimulationBody(DecisionBody):
    """A draft, and which cases it is tried on."""

    history_of: Annotated[
        Code | None,
        Field(description="The process whose decided cases it is asked about; else what cases asked this decision"),
    ] = None
    cases: Annotated[int, Field(ge=1, le=MOST_FACTS)] = 100


class DecisionCheckView(BaseModel):
    """What keeps a decision from being published."""

    publishable: bool
    findings: list[FindingView]


class DecisionView(BaseModel):
    """A published version; processes ask the newest, or the one that they name."""

    code: str
    version: int
    name: str
    sha256: str
    published_by: str
    published_at: datetime

    @classmethod
    def of(cls, d: DecisionVersion) -> Self:
        """The view of a version."""
        return cls.model_validate(d, from_attributes=True)


class WrittenDecisionView(DecisionView):
    """A version as it was written."""

    content: JsonObject


class TrialBody(Body):
    """What a decision is asked about."""

    given: Annotated[Told, Field(examples=[{"channel": "mobile-bank"}])]


class TrialView(BaseModel):
    """What it gives; nothing is kept."""

    version: int
    given: JsonObject
    result: JsonObject
    fallback: str = Field(description="Why the careful answer was given; empty where a rule gave it")
    trace: JsonObject = Field(description="By node of the graph: what went in, what came out, which rule held")


class EvaluationView(TrialView):
    """A decision that a case asked."""

    element: str
    decision: str
    evaluated_at: datetime

    @classmethod
    def of(cls, e: Evaluated) -> Self:
        """The view of an evaluation."""
        return cls.model_validate(e, from_attributes=True)


class ScopeBody(Body):
    """Which applications; what is not told holds for all."""

    product_code: Annotated[Narrow, Field(examples=["PCL-ONLINE"])] = None
    customer_type: Narrow = None
    branch: Annotated[Narrow, Field(examples=["310000-01"])] = None
    region: Annotated[Narrow, Field(description="The beginning of the branches' codes", examples=["310000"])] = None
    channel: Narrow = None
    amount_from_minor: Amount = None
    amount_below_minor: Amount = None


class BindingBody(Body):
    """On which version whose applications start, and from when until when."""

    process_code: Annotated[Code, Field(description="The process that the product names")]
    target: Annotated[Code, Field(description="The process that they start on")]
    version: Annotated[int | None, Field(ge=1, le=10**6, description="Absent: always the newest")] = None
    scope: Annotated[ScopeBody, Field(examples=[{"branch": "310000-01"}])] = ScopeBody()
    valid_from: Annotated[date, Field(examples=["2030-01-01"])]
    valid_to: Annotated[
        date | None, Field(description="The first day on which it holds no more", examples=["2031-01-01"])
    ] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.valid_to is not None and self.valid_to <= self.valid_from:
            raise ValueError("valid_to comes after valid_from")
        low, high = self.scope.amount_from_minor, self.scope.amount_below_minor
        if low is not None and high is not None and high <= low:
            raise ValueError("amount_below_minor is above amount_from_minor")
        return self


class BindingView(BaseModel):
    """A binding in force, before or after it was."""

    id: UUID
    process_code: str
    target: str
    version: int | None
    scope: dict[str, Any]
    valid_from: date
    valid_to: date | None

    @classmethod
    def of(cls, b: Binding) -> Self:
        """The view of a binding."""
        told = {name: value for name in Scope.__slots__ if (value := getattr(b.scope, name)) is not None}
        return cls(
            id=b.id,
            process_code=b.process_code,
            target=b.target,
            version=b.version,
            scope=told,
            valid_from=b.valid_from,
            valid_to=b.valid_to,
        )


class RetirementBody(Body):
    """From when no case starts on a version any more."""

    valid_from: Annotated[date, Field(examples=["2030-01-01"])]


class RetirementView(BaseModel):
    """A retired version."""

    code: str
    version: int
    valid_from: date

    @classmethod
    def of(cls, r: Retirement) -> Self:
        """The view of a retirement."""
        return cls.model_validate(r, from_attributes=True)


class BindingsView(BaseModel):
    """All bindings and all retired versions."""

    bindings: list[BindingView]
    retired: list[RetirementView]


class AdoptionView(BaseModel):
    """How many cases of a branch run on a version, or have ended on it."""

    branch: str
    version: int
    running: int
    ended: int
    first_at: datetime = Field(description="When the first of them began")
    last_at: datetime
    share: float = Field(description="Of all cases of the process in the branch")

    @classmethod
    def of(cls, a: Adoption, share: float) -> Self:
        """The view of a figure."""
        return cls(**{name: getattr(a, name) for name in a.__slots__}, share=share)


class ChangeView(BaseModel):
    """A change of what cases run on, and what became of it."""

    id: UUID
    kind: ChangeKind
    code: str
    name: str
    content: JsonObject
    sha256: str
    report: JsonObject
    status: ProposedStatus
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    decision_reason: str | None

    @classmethod
    def of(cls, c: DefinitionChange) -> Self:
        """The view of a change."""
        return cls.model_validate(c, from_attributes=True)


class MigrationBody(Body):
    """Which cases shall go to which version of their process."""

    to_version: Annotated[int, Field(ge=1, le=10**6, examples=[1])]
    case_ids: Annotated[list[UUID], Field(min_length=1, max_length=MOST_MOVED)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len(set(self.case_ids)) < len(self.case_ids):
            raise ValueError("each case is named once")
        return self
