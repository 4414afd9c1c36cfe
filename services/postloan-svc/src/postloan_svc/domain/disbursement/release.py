"""The release of a pay-out by a second person (放款双人控制, domain.md R-9.10, R-9.15)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from loan_contracts.values import PayMode
from loan_servicekit.core import Aggregate, Caller, Conflict, Forbidden, NotCredible, NotFound
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.signed_contract import SignedContract

MACHINE_ALONE = 0
"""The amount that says: however much it is, the machine is the second eye."""
PAYEE_PROVED = "PAYEE_PROVED"
"""The condition of every entrusted payment: the paper that the contract rests on names this counterparty."""
REFUSED = "release-refused"
"""What is told of a pay-out that a person has refused."""


class ReleaseStatus(StrEnum):
    """Decided once; another try of the pay-out has a release of its own."""

    WAITING = "WAITING"
    RELEASED = "RELEASED"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class Condition:
    """What is to be fulfilled before money goes out, and who has seen that it is."""

    code: str
    checked_by: str | None = None
    checked_at: datetime | None = None
    evidence: str | None = None


def waits_for_person(contract: SignedContract, over_minor: int) -> bool:
    """Whether its pay-out waits for a release: what has conditions or goes to a counterparty does, however small, and
    what is above an amount."""
    return bool(conditions_of(contract)) or MACHINE_ALONE < over_minor < contract.principal_minor


def conditions_of(contract: SignedContract) -> Sequence[str]:
    """What a person checks off: the contract's own conditions, and what proves a counterparty (R-2.6a)."""
    proof = [PAYEE_PROVED] if contract.pay_mode is PayMode.ENTRUSTED else []
    return [*contract.conditions, *proof]


def require_payee(contract: SignedContract) -> None:
    """Money goes to the borrower, or to a counterparty that the contract names, never to both.

    Raises NotCredible `payee-contradictory`.
    """
    if (contract.pay_mode is PayMode.ENTRUSTED) != (contract.payee_token is not None):
        named = "names a counterparty" if contract.payee_token else "names none"
        raise NotCredible(
            "payee-contradictory", f"contract {contract.contract_no} pays {contract.pay_mode} and {named}"
        )


@dataclass(eq=False)
class PayOutRelease(Aggregate):
    """One try of a loan's pay-out, under the id that its payment will have. `asked_by` is who has asked for another
    try; the first follows from the contract."""

    AUDITED_AS = "pay-out"

    id: UUID
    loan_id: UUID
    branch: str
    amount_minor: int
    conditions: list[Condition]
    waiting_since: datetime
    asked_by: str | None = None
    status: ReleaseStatus = ReleaseStatus.WAITING
    decided_by: str | None = None
    decided_at: datetime | None = None
    reason: str | None = None

    @classmethod
    def wait(cls, loan: Loan, now: datetime, asked_by: str | None = None) -> "PayOutRelease":
        """A loan's next pay-out waits for a person. Raises Conflict `pay-out-already-requested`."""
        contract = loan.contract
        release = cls(
            id=loan.next_pay_out(),
            loan_id=loan.id,
            branch=contract.branch,
            amount_minor=contract.principal_minor,
            conditions=[Condition(code) for code in conditions_of(contract)],
            waiting_since=now,
            asked_by=asked_by,
        )
        release.audit("await_release", {"loan_id": str(loan.id), "amount_minor": str(release.amount_minor)})
        return release

    @property
    def open_conditions(self) -> Sequence[str]:
        """Those that nobody has checked off."""
        return [each.code for each in self.conditions if each.checked_by is None]

    def check_off(self, code: str, evidence: str, by: Caller, now: datetime) -> None:
        """Somebody has seen that a condition is fulfilled, and says where the evidence lies.

        Raises Conflict `pay-out-decided`, `condition-checked`, NotFound `condition-unknown`.
        """
        self._require_waiting()
        place = next((at for at, each in enumerate(self.conditions) if each.code == code), None)
        if place is None:
            raise NotFound("condition-unknown", f"the contract knows no condition {code}")
        if before := self.conditions[place].checked_by:
            raise Conflict("condition-checked", f"{before} has checked {code} off")
        checked = Condition(code, by.subject, now, evidence)
        self.conditions = [*self.conditions[:place], checked, *self.conditions[place + 1 :]]
        self.audit("check_condition_off", {"condition": code})

    def release(self, loan: Loan, by: Caller, now: datetime) -> None:
        """Lets the money go, to the payee that the contract names. Raises Conflict `pay-out-decided`,
        `conditions-open`, and Forbidden as `_require_apart` does."""
        self._require_waiting()
        self._require_apart(loan, by)
        if open_ones := self.open_conditions:
            raise Conflict("conditions-open", f"nobody has checked off {', '.join(open_ones)}")
        self._decide(ReleaseStatus.RELEASED, by, now)

    def refuse(self, loan: Loan, reason: str, by: Caller, now: datetime) -> None:
        """No money goes, and why stays with us. Raises Conflict `pay-out-decided`, and Forbidden as `_require_apart`
        does."""
        self._require_waiting()
        self._require_apart(loan, by)
        self.reason = reason
        self._decide(ReleaseStatus.REFUSED, by, now)

    def _decide(self, status: ReleaseStatus, by: Caller, now: datetime) -> None:
        self.status, self.decided_by, self.decided_at = status, by.subject, now
        self.audit("decide_pay_out", {"status": status.value, "loan_id": str(self.loan_id)})

    def _require_waiting(self) -> None:
        if self.status is not ReleaseStatus.WAITING:
            raise Conflict("pay-out-decided", f"the pay-out is {self.status}")

    def _require_apart(self, loan: Loan, by: Caller) -> None:
        """Who made, decided or contracted the loan does not release its money, nor does who has checked a condition off
        or asked for the pay-out: Forbidden `maker-not-checker`, `second-person-required` (R-9.10, R-9.15)."""
        require_apart(loan, by)
        if by.subject in {self.asked_by, *(each.checked_by for each in self.conditions)}:
            raise Forbidden("second-person-required", "another person than the one who checked or asked releases")


def require_apart(loan: Loan, by: Caller) -> None:
    """Raises Forbidden `maker-not-checker` to who made, decided or contracted a loan (R-9.10, R-9.15)."""
    if by.subject in loan.contract.handled_by:
        raise Forbidden(
            "maker-not-checker", "who made, decided or contracted a loan does not have it paid out (R-9.15)"
        )
