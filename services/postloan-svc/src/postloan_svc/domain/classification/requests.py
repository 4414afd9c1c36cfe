"""What one person finds out or wants about how a loan stands, and another one decides (R-4.10: 初分, 认定)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from loan_servicekit.core import Aggregate, Caller, Conflict, FieldError, Invalid
from postloan_svc.domain.classification.risk_class import WITH_A_SHARE, RiskClass, Sign
from postloan_svc.domain.servicing.requests import RequestStatus
from postloan_svc.domain.two_people import require_second_person

MOST_PAUSED_DAYS = 366


class RequestKind(StrEnum):
    """What is asked for."""

    SIGN = "SIGN"  # something was found out about the debtor or the loan
    SIGN_CLEARED = "SIGN_CLEARED"  # it holds no more
    OVERRIDE = "OVERRIDE"  # a worse class than the rules give
    OVERRIDE_LIFTED = "OVERRIDE_LIFTED"
    UPGRADE = "UPGRADE"  # out of the non-performing classes
    RESTRUCTURED = "RESTRUCTURED"  # the contract was changed for a debtor in difficulty
    PAUSE = "PAUSE"  # days that do not count
    PAUSE_ENDED = "PAUSE_ENDED"  # they count again


@dataclass(eq=False)
class AgeingPause(Aggregate):
    """Days that do not count as past due, first and last included."""

    AUDITED_AS = "ageing-pause"

    id: UUID
    loan_id: UUID
    first_day: date
    last_day: date

    def begun(self) -> None:
        """Tells that it was agreed on."""
        self.audit("pause_ageing", self._detail())

    def end(self, last_day: date) -> None:
        """Days behind this one count again. Raises Conflict `ageing-pause-over`."""
        if last_day >= self.last_day:
            raise Conflict("ageing-pause-over", f"the pause ends on {self.last_day} by itself")
        self.last_day = max(last_day, self.first_day)
        self.audit("end_ageing_pause", self._detail())

    def _detail(self) -> dict[str, str]:
        return {"loan_id": str(self.loan_id), "first": str(self.first_day), "last": str(self.last_day)}


@dataclass(eq=False)
class ClassificationRequest(Aggregate):
    """One thing about one loan; the reason stays with us. `pause_id` is the pause that shall end."""

    AUDITED_AS = "classification-request"

    id: UUID
    loan_id: UUID
    branch: str
    kind: RequestKind
    reason: str
    requested_by: str
    requested_at: datetime
    sign: Sign | None = None
    percent: Decimal | None = None
    to_class: RiskClass | None = None
    first_day: date | None = None
    last_day: date | None = None
    pause_id: UUID | None = None
    status: RequestStatus = RequestStatus.REQUESTED
    decided_by: str | None = None
    decided_at: datetime | None = None

    def ask(self) -> None:
        """Asks for it. Raises Invalid `classification-request-invalid` where it does not say what its kind needs."""
        self._require_complete()
        self.audit("request_classification", self._detail())

    def require_decidable(self, by: Caller) -> None:
        """Raises Conflict `classification-request-decided`, Forbidden `second-person-required`."""
        if self.status is not RequestStatus.REQUESTED:
            raise Conflict("classification-request-decided", f"the request is {self.status}")
        require_second_person(by.subject, self.requested_by)

    def decide(self, status: RequestStatus, by: Caller, now: datetime) -> None:
        """Says what became of it; it must be decidable."""
        self.status, self.decided_by, self.decided_at = status, by.subject, now
        self.audit("decide_classification_request", self._detail())

    def _require_complete(self) -> None:
        lacking = {
            "sign": self.kind in (RequestKind.SIGN, RequestKind.SIGN_CLEARED) and self.sign is None,
            "percent": self.kind is RequestKind.SIGN and (self.percent is not None) != (self.sign in WITH_A_SHARE),
            "to_class": self.kind in (RequestKind.OVERRIDE, RequestKind.UPGRADE) and self.to_class is None,
            "last_day": self.kind is RequestKind.PAUSE and not self._days_fit(),
            "pause_id": self.kind is RequestKind.PAUSE_ENDED and self.pause_id is None,
        }
        for field in (name for name, lacks in lacking.items() if lacks):
            raise _lacks(field)

    def _days_fit(self) -> bool:
        if self.first_day is None or self.last_day is None:
            return False
        return 0 <= (self.last_day - self.first_day).days < MOST_PAUSED_DAYS

    def _detail(self) -> dict[str, str]:
        said = {"sign": self.sign, "to_class": self.to_class.name if self.to_class else None}
        known = {"kind": self.kind.value, "status": self.status.value, "loan_id": str(self.loan_id)}
        return known | {name: str(value) for name, value in said.items() if value}


def _lacks(field: str) -> Invalid:
    detail = f"the request does not say its {field}, or one that its kind cannot have"
    return Invalid("classification-request-invalid", detail, [FieldError(f"/{field}", "invalid", detail)])
