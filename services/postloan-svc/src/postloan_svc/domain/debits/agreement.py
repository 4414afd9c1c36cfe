"""The borrower's agreement that what is due is collected from his card (代扣协议): signed with the network, ended by
him, by settlement or transfer; frozen by people."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from loan_contracts.payments.collecting import (
    AgreementEnd,
    CollectionAgreementEnded,
    CollectionAgreementRefused,
    CollectionAgreementRequested,
    CollectionAgreementSigned,
)
from loan_servicekit.core import Aggregate, Conflict
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.two_people import require_second_person

ENDS_WITH = {LoanStatus.SETTLED: AgreementEnd.SETTLED, LoanStatus.TRANSFERRED: AgreementEnd.TRANSFERRED}
"""What ends an agreement beside the borrower's word, by the state of the loan."""


class AgreementStatus(StrEnum):
    """REQUESTED until the network has answered."""

    REQUESTED = "REQUESTED"
    SIGNED = "SIGNED"
    REFUSED = "REFUSED"
    ENDED = "ENDED"


LIVE = frozenset({AgreementStatus.REQUESTED, AgreementStatus.SIGNED})


@dataclass(eq=False)
class CollectionAgreement(Aggregate):
    """One agreement of a loan; it has one at a time that is not at its end. `text_version` is the wording that the
    borrower agreed to, `parts` whether a part may be taken where there is not enough (R-3.11), `card_token` the card
    that it was signed for."""

    AUDITED_AS = "collection-agreement"

    id: UUID
    loan_id: UUID
    application_id: UUID
    customer_id: UUID
    text_version: str
    parts: bool
    agreed_by: str
    agreed_at: datetime
    status: AgreementStatus = AgreementStatus.REQUESTED
    card_token: str | None = None
    signed_at: datetime | None = None
    code: str | None = None
    ended_at: datetime | None = None
    end_reason: AgreementEnd | None = None
    frozen_at: datetime | None = None
    frozen_by: str | None = None
    frozen_because: str | None = None

    @classmethod
    def agreed(
        cls, id: UUID, loan: Loan, text_version: str, parts: bool, by: str, now: datetime
    ) -> "CollectionAgreement":
        """The borrower has agreed; the network is asked to sign."""
        made = cls(
            id=id,
            loan_id=loan.id,
            application_id=loan.application_id,
            customer_id=loan.contract.customer_id,
            text_version=text_version,
            parts=parts,
            agreed_by=by,
            agreed_at=now,
        )
        made.record(CollectionAgreementRequested, **made._about, customer_id=made.customer_id)
        return made

    @property
    def collects(self) -> bool:
        """Whether debits may be made under it now."""
        return self.status is AgreementStatus.SIGNED and self.frozen_at is None

    def sign(self, told: CollectionAgreementSigned, now: datetime) -> None:
        """The network knows it. What was revoked meanwhile is ended there, too."""
        if self.status is AgreementStatus.REQUESTED:
            self.status, self.card_token, self.signed_at = AgreementStatus.SIGNED, told.card_token, told.signed_at
            self.audit("sign_agreement")
        elif self.status is AgreementStatus.ENDED and self.signed_at is None:
            self.card_token, self.signed_at = told.card_token, told.signed_at
            self._tell_end(now)

    def refuse(self, told: CollectionAgreementRefused) -> None:
        """The network, or the bank, does not sign it."""
        if self.status is AgreementStatus.REQUESTED:
            self.status, self.code, self.ended_at = AgreementStatus.REFUSED, told.code, told.refused_at
            self.audit("refuse_agreement", {"code": told.code})

    def end(self, reason: AgreementEnd, now: datetime) -> None:
        """Nothing is collected under it from now on. What the network does not know yet is ended there when it does."""
        assert self.status in LIVE, f"agreement {self.id} is {self.status}"
        was, self.status = self.status, AgreementStatus.ENDED
        self.end_reason, self.ended_at = reason, now
        if was is AgreementStatus.SIGNED:
            self._tell_end(now)
        else:
            self.audit("end_agreement", {"reason": reason.value})

    def freeze(self, because: str, by: str, now: datetime) -> None:
        """Nothing is collected under it until somebody says so. Raises Conflict `debits-frozen`."""
        if self.frozen_at is not None:
            raise Conflict("debits-frozen", f"debits were frozen by {self.frozen_by} before")
        self.frozen_at, self.frozen_by, self.frozen_because = now, by, because
        self.audit("freeze_debits")

    def resume(self, by: str) -> None:
        """Collecting goes on; another person than the one who froze it says so. Raises Conflict `debits-not-frozen`,
        Forbidden `second-person-required`."""
        if self.frozen_at is None:
            raise Conflict("debits-not-frozen", "debits are not frozen")
        require_second_person(by, self.frozen_by)
        self.frozen_at = self.frozen_by = self.frozen_because = None
        self.audit("resume_debits")

    def _tell_end(self, now: datetime) -> None:
        self.record(
            CollectionAgreementEnded,
            **self._about,
            customer_id=self.customer_id,
            reason=self.end_reason,
            ended_at=self.ended_at or now,
        )

    @property
    def _about(self) -> dict[str, UUID]:
        return {"agreement_id": self.id, "loan_id": self.loan_id, "application_id": self.application_id}
