"""Changes of the chart of accounts: asked for by one person, made by another (§15.3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from loan_servicekit.core import Aggregate, Caller, Conflict, FieldError, Invalid
from postloan_svc.domain.general_ledger.journal import LedgerAccount
from postloan_svc.domain.two_people import require_second_person


class ChangeStatus(StrEnum):
    """Decided once."""

    REQUESTED = "REQUESTED"
    MADE = "MADE"
    REJECTED = "REJECTED"


Chart = Mapping[str, LedgerAccount]


@dataclass(eq=False)
class AccountChange(Aggregate):
    """An account as it shall be: a new one, or another number, name or duty of VAT of one that is there."""

    AUDITED_AS = "account"

    id: UUID
    account: LedgerAccount
    reason: str
    requested_by: str
    requested_at: datetime
    state: ChangeStatus = ChangeStatus.REQUESTED
    decided_by: str | None = None
    decided_at: datetime | None = None
    made: list[LedgerAccount] = field(default_factory=list, init=False)

    def ask(self, chart: Chart) -> None:
        """Asks for it. Raises as `_require` does."""
        self._require(chart)
        self.audit("request_account_change", {"account": self.account.code})

    def decide(self, approve: bool, by: Caller, chart: Chart, now: datetime) -> None:
        """Another person makes it or says no. Raises Conflict `account-change-decided`, Forbidden
        `second-person-required`, and as `_require` does."""
        if self.state is not ChangeStatus.REQUESTED:
            raise Conflict("account-change-decided", f"the change is {self.state}")
        require_second_person(by.subject, self.requested_by)
        if approve:
            self._require(chart)
            self.made = [self.account]
        self.state = ChangeStatus.MADE if approve else ChangeStatus.REJECTED
        self.decided_by, self.decided_at = by.subject, now
        self.audit("decide_account_change", {"account": self.account.code, "status": self.state.value})

    def take_made(self) -> list[LedgerAccount]:
        """Hands over what is made now, and forgets it."""
        taken, self.made = self.made, []
        return taken

    def _require(self, chart: Chart) -> None:
        """What stands in the books stays what it was: raises Conflict `account-kind-stays`, `account-vat-stays` (of an
        account of loans, whose income is taxed by the day), Invalid `account-number-taken`."""
        account, before = self.account, chart.get(self.account.code)
        taken = next((each for each in chart.values() if each.number == account.number), None)
        if taken is not None and taken.code != account.code:
            detail = f"{taken.code} has the number {account.number}"
            error = FieldError("/number", "account-number-taken", detail)
            raise Invalid("account-number-taken", detail, [error])
        if before is not None and (before.kind, before.of_loans) != (account.kind, account.of_loans):
            raise Conflict("account-kind-stays", f"{account.code} is {before.kind}; open another account instead")
        if before is not None and before.of_loans and before.taxable != account.taxable:
            raise Conflict("account-vat-stays", f"whether VAT is due on {account.code} follows from what loans post")
