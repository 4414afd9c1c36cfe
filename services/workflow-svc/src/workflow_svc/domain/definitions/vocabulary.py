"""What a process may talk about: requests to make, variables to read, roles, results.

Publication checks a process against a vocabulary, so that a misspelt variable or an unknown request is an error at
publication and never a condition that silently stays false.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from loan_contracts.access import TASK_ROLES
from workflow_svc.domain.authority.verdict import Choice


class VariableKind(StrEnum):
    """Kinds of case variables. INTEGER holds amounts in minor units, months, points; LIST holds several of the
    others."""

    INTEGER = "integer"
    TEXT = "text"
    FLAG = "flag"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Variable:
    """What a case knows and conditions may read; `values` lists what a TEXT may be (empty: anything)."""

    kind: VariableKind
    values: tuple[str, ...] = ()

    def sample(self) -> int | str | bool | list[str]:
        """A value of the right kind, to try a condition out."""
        if self.kind is VariableKind.LIST:
            return ["text"]
        if self.kind is VariableKind.INTEGER:
            return 1
        if self.kind is VariableKind.FLAG:
            return True
        return self.values[0] if self.values else "text"

    def accepts(self, value: object) -> bool:
        """Whether the value is of this kind; a missing value (None) always is."""
        if value is None:
            return True
        if self.kind is VariableKind.LIST:
            return isinstance(value, list) and all(isinstance(item, int | str) for item in value)
        if self.kind is VariableKind.FLAG:
            return isinstance(value, bool)
        if self.kind is VariableKind.INTEGER:
            return isinstance(value, int) and not isinstance(value, bool)
        return isinstance(value, str)


@dataclass(frozen=True, slots=True)
class Question:
    """A request of a service task: the topic it emits, the message that answers, the variables the answer brings."""

    topic: str
    answered_by: str
    brings: Mapping[str, Variable]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that a process may use beside BPMN itself. `roles` are those that may work on tasks, `outcomes` what a
    person can choose."""

    questions: Mapping[str, Question]
    messages: frozenset[str]
    given: Mapping[str, Variable]
    roles: frozenset[str]
    results: frozenset[str]
    outcomes: frozenset[str] = frozenset(Choice) - {Choice.UPHOLD}


INTEGER = Variable(VariableKind.INTEGER)
FLAG = Variable(VariableKind.FLAG)

LENDING = Vocabulary(
    questions={
        question.topic: question
        for question in (
            Question("external-data.requested", "external-data.collected", {"missing_required": FLAG}),
            Question(
                "fraud-screening.requested",
                "fraud.screened",
                {"fraud_outcome": Variable(VariableKind.TEXT, ("PASS", "REVIEW", "DECLINE", "STOP"))},
            ),
            Question(
                "risk-assessment.requested",
                "risk.assessed",
                {
                    "risk_outcome": Variable(VariableKind.TEXT, ("APPROVE", "REFER", "DECLINE")),
                    "limit_minor": INTEGER,
                    "score": INTEGER,
                    "grade": Variable(VariableKind.TEXT),
                    "offerable": FLAG,
                },
            ),
            Question("supplement.requested", "application.supplemented", {}),
        )
    },
    messages=frozenset({"application.supplemented"}),
    given={
        "amount_minor": INTEGER,
        "auto_authority_minor": INTEGER,
        "committee_over_minor": INTEGER,
        "term_months": INTEGER,
        "product_code": Variable(VariableKind.TEXT),
        "channel": Variable(VariableKind.TEXT),
        "branch": Variable(VariableKind.TEXT),
    },
    roles=TASK_ROLES,
    results=frozenset({"APPROVED", "DECLINED"}),
)
