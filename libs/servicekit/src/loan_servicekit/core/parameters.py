"""Numbers that a regulator or the institution may change: what a value may be, and how it changes (domain.md R-0.1).

A change is proposed by one person and approved by another; it never alters a row that is there, it adds one.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from loan_servicekit.core.aggregate import Aggregate
from loan_servicekit.core.caller import Caller
from loan_servicekit.core.errors import Conflict, FieldError, Forbidden, Invalid

NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.([0-9]{1,12}))?")


class Confidence(StrEnum):
    """How sure a value's source is (domain.md §0.1)."""

    C1 = "C1"
    C2 = "C2"
    MH = "MH"
    MM = "MM"
    ML = "ML"
    P = "P"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value and the days on which it holds: until `valid_to`, or the day before the next row of its code."""

    code: str
    value: str
    unit: str
    valid_from: date
    valid_to: date | None
    source: str
    confidence: str
    approved_by: str
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ParameterKind:
    """What the values of a code are. `read` raises ValueError where a text is none; `allowed` says what is, in words.

    Who proposes or approves a change needs the permission `<area>-parameter.change` beside the general one.
    """

    unit: str
    area: str
    meaning: str
    allowed: str
    read: Callable[[str], object]

    @property
    def permission(self) -> str:
        """What one must hold to change values of this kind."""
        return f"{self.area}-parameter.change"


def number(unit: str, area: str, meaning: str, least: str, most: str, decimals: int = 0) -> ParameterKind:
    """Numbers within bounds, ends included, with at most so many decimals, written plainly (no sign +, no exponent)."""
    low, high = Decimal(least), Decimal(most)

    def read(text: str) -> Decimal:
        found = NUMBER.fullmatch(text)
        if found is None or len(found[3] or "") > decimals or not low <= Decimal(text) <= high:
            raise ValueError(allowed)
        return Decimal(text)

    shape = f"with at most {decimals} decimals" if decimals else "without decimals"
    allowed = f"a number from {least} to {most} ({unit}), {shape}"
    return ParameterKind(unit, area, meaning, allowed, read)


def _always(_: Mapping[str, str]) -> None:
    """Nothing is asked of values together."""


@dataclass(frozen=True, slots=True)
class ParameterCatalogue:
    """Every code that a service reads. `together` raises ValueError
    where the values of one day contradict each other."""

    kinds: Mapping[str, ParameterKind] = field(default_factory=dict)
    together: Callable[[Mapping[str, str]], None] = _always

    def kind(self, code: str) -> ParameterKind:
        """What a code's values are. Raises Invalid `parameter-unknown`."""
        if (kind := self.kinds.get(code)) is None:
            raise Invalid(
                "parameter-unknown",
                "this service reads no parameter of that code; the catalogue lists them",
                [FieldError("/code", "unknown", ", ".join(sorted(self.kinds)))],
            )
        return kind

    def check(self, code: str, value: str, unit: str) -> None:
        """Raises Invalid where a value is none of its code's."""
        kind = self.kind(code)
        if unit != kind.unit:
            raise Invalid("parameter-unit", f"{code} is given in {kind.unit}", [FieldError("/unit", "unit", kind.unit)])
        try:
            kind.read(value)
        except ValueError as error:
            detail = str(error) or kind.allowed
            raise Invalid("parameter-value", f"{code}: {detail}", [FieldError("/value", "value", detail)]) from error

    def check_together(self, rows: Iterable[Parameter], added: Parameter) -> None:
        """Raises Invalid where the values in force on the new row's first day, or on a later one that changes
        something, would contradict each other."""
        all_rows = Parameters([*rows, added])
        days = sorted({row.valid_from for row in all_rows.rows() if row.valid_from >= added.valid_from})
        for day in days:
            try:
                self.together(all_rows.on(day))
            except ValueError as error:
                detail = f"on {day}: {error}"
                raise Invalid("parameters-contradict", detail, [FieldError("/value", "contradicts", detail)]) from error


class Parameters:
    """All values of a service; a calculation picks those that hold on its date.

    Of rows of one code and first day the one recorded last counts: that is how a mistake is corrected.
    """

    def __init__(self, rows: Iterable[Parameter] = ()) -> None:
        self._by_code: dict[str, list[Parameter]] = {}
        for row in sorted(rows, key=_order, reverse=True):
            self._by_code.setdefault(row.code, []).append(row)

    def rows(self) -> list[Parameter]:
        """Every row, by code, the newest first."""
        return [parameter for code in sorted(self._by_code) for parameter in self._by_code[code]]

    def at(self, code: str, day: date) -> Parameter | None:
        """The row of a code that holds on a day."""
        for parameter in self._by_code.get(code, ()):
            if parameter.valid_from <= day and (parameter.valid_to is None or day <= parameter.valid_to):
                return parameter
        return None

    def text(self, code: str, on: date) -> str:
        """The value on a day; raises KeyError where none holds, because a missing number must not be guessed."""
        if (found := self.at(code, on)) is None:
            raise KeyError(f"no parameter {code} on {on}")
        return found.value

    def decimal(self, code: str, on: date) -> Decimal:
        """The value on a day as a number."""
        return Decimal(self.text(code, on))

    def on(self, day: date) -> dict[str, str]:
        """Every value that holds on a day, by code."""
        return {code: found.value for code in self._by_code if (found := self.at(code, day)) is not None}


def _order(row: Parameter) -> tuple[date, bool, float]:
    recorded = row.recorded_at
    return row.valid_from, recorded is not None, recorded.timestamp() if recorded else 0


class ChangeStatus(StrEnum):
    """Only an APPROVED change has a row."""

    PROPOSED = "PROPOSED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"


@dataclass
class ParameterChange(Aggregate):
    """A proposed value. A correction may begin in the past,
    or replace a row of the same first day; a change may not."""

    AUDITED_AS: ClassVar[str] = "parameter"

    id: UUID
    code: str
    value: str
    unit: str
    valid_from: date
    source: str
    confidence: Confidence
    reason: str
    correction: bool
    status: ChangeStatus
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    decision_reason: str | None = None

    def propose(self, today: date) -> None:
        """Raises Invalid where a change would begin in the past."""
        self._require_its_time(today)
        self._told("propose_parameter_change")

    def require_approvable(self, by: Caller, today: date) -> None:
        """Raises Forbidden to the proposer, Conflict in a wrong state, Invalid where its day has passed meanwhile."""
        self._require_other(by)
        self._require_open()
        self._require_its_time(today)

    def approve(self, by: Caller, now: datetime) -> Parameter:
        """The row that the change adds; it must be approvable."""
        self._decide(ChangeStatus.APPROVED, by, now)
        self._told("approve_parameter_change")
        return self.row(f"{self.proposed_by}, {by.subject}", now)

    def row(self, approved_by: str, now: datetime) -> Parameter:
        """What the table would get."""
        return Parameter(
            self.code, self.value, self.unit, self.valid_from, None, self.source, self.confidence, approved_by, now
        )

    def reject(self, by: Caller, now: datetime, reason: str) -> None:
        """Raises Forbidden to the proposer, who withdraws, and Conflict in a wrong state."""
        self._require_other(by)
        self._require_open()
        self._decide(ChangeStatus.REJECTED, by, now, reason)
        self._told("reject_parameter_change")

    def withdraw(self, by: Caller, now: datetime) -> None:
        """Raises Forbidden to everybody but the proposer, and Conflict in a wrong state."""
        if by.subject != self.proposed_by:
            raise Forbidden("not-own-proposal", "who proposed it withdraws it; others reject it")
        self._require_open()
        self._decide(ChangeStatus.WITHDRAWN, by, now)
        self._told("withdraw_parameter_change")

    def _require_its_time(self, today: date) -> None:
        if self.valid_from < today and not self.correction:
            raise Invalid(
                "parameter-date-passed",
                f"a change begins on {today} or later; a correction may begin before",
                [FieldError("/valid_from", "passed", f"{today} or later, or correction: true")],
            )

    def _require_other(self, by: Caller) -> None:
        if by.subject == self.proposed_by:
            raise Forbidden("second-person-required", "another person than the proposer decides on a parameter")

    def _require_open(self) -> None:
        if self.status is not ChangeStatus.PROPOSED:
            raise Conflict("parameter-change-decided", f"the change is {self.status}")

    def _decide(self, status: ChangeStatus, by: Caller, now: datetime, reason: str | None = None) -> None:
        self.status, self.decided_by, self.decided_at, self.decision_reason = status, by.subject, now, reason

    def _told(self, action: str) -> None:
        self.audit(
            action,
            {
                "code": self.code,
                "value": self.value,
                "unit": self.unit,
                "valid_from": self.valid_from.isoformat(),
                "correction": str(self.correction).lower(),
                "confidence": self.confidence,
            },
        )
