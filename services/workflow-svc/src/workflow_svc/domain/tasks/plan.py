"""How a task is offered, as its process says: a form, how urgent it is, when it is looked at again, which evidence it
needs. And what was filled in."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from loan_contracts.message import JsonObject


class EvidenceKind(StrEnum):
    """What is kept of a step that has to be proven (domain.md §9.1: R-9.7, R-9.11, R-9.13, R-9.14)."""

    INTERVIEW = "INTERVIEW"
    DUAL_RECORDING = "DUAL_RECORDING"
    SIGNATURE = "SIGNATURE"
    DISCLOSURE = "DISCLOSURE"
    VALUATION = "VALUATION"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a task cannot be completed without. It is good for so many days (None: for ever) from when it was taken on,
    and who has to do with it is told so many days before it lapses."""

    kinds: tuple[EvidenceKind, ...]
    valid_days: int | None = None
    remind_days: int = 7
    in_person: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """`form` is a JSON Schema of what has to be told with the decision, `form_key` names a page of whoever shows it,
    `told` is what was told, `given` what the process hands in for the work. The most urgent priority is 100."""

    form_key: str = ""
    form: JsonObject = field(default_factory=dict)
    priority: int | None = None
    follow_up_at: datetime | None = None
    told: JsonObject = field(default_factory=dict)
    evidence: Evidence | None = None
    given: JsonObject = field(default_factory=dict)
