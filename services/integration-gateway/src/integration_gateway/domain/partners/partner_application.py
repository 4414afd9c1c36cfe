"""What the gateway knows of an application that a partner has brought: whose it is, and how far it came."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from loan_servicekit.core import Aggregate, Conflict


class Stage(StrEnum):
    """How far an application came, in order. SUBMITTING until application-svc has taken it in."""

    SUBMITTING = "SUBMITTING"
    REFUSED = "REFUSED"
    SUBMITTED = "SUBMITTED"
    SUPPLEMENT = "SUPPLEMENT"
    DECLINED = "DECLINED"
    APPROVED = "APPROVED"
    OFFERED = "OFFERED"
    WITHDRAWN = "WITHDRAWN"
    DISBURSED = "DISBURSED"
    SETTLED = "SETTLED"


_ORDER: Mapping[Stage, int] = MappingProxyType({stage: place for place, stage in enumerate(Stage)})


@dataclass(eq=False)
class PartnerApplication(Aggregate):
    """An application of a partner's. `fingerprint` is of the request that brought it."""

    AUDITED_AS = "partner-application"

    id: UUID
    partner_id: UUID
    reference: str
    fingerprint: str
    product_code: str
    amount_minor: int
    term_months: int
    created_at: datetime
    stage: Stage = Stage.SUBMITTING
    application_no: str | None = None

    @property
    def application_id(self) -> UUID:
        """Its id, as what belongs to it calls it."""
        return self.id

    def begin(self) -> None:
        """It is about to be handed in."""
        self.audit("begin_submission", {"partner": str(self.partner_id)})

    def require_same(self, fingerprint: str) -> None:
        """Raises Conflict `idempotency-key-reused` where the key was used for another request."""
        if fingerprint != self.fingerprint:
            raise Conflict("idempotency-key-reused", "this Idempotency-Key was used for another request")

    def taken_in(self, application_no: str) -> None:
        """application-svc has it."""
        self.application_no = application_no
        self.come_to(Stage.SUBMITTED)
        self.audit("submit_application", {"application_no": application_no})

    def refused(self, code: str) -> None:
        """application-svc does not take it; the partner may send it again under the same key."""
        self.come_to(Stage.REFUSED)
        self.audit("refuse_application", {"code": code})

    def hear(self, stage: Stage | None, event: str) -> None:
        """Something has happened to it. Topics keep no order among them: it never goes back."""
        if stage is not None:
            self.come_to(stage)
        self.audit("tell_partner", {"event": event})

    def come_to(self, stage: Stage) -> None:
        """As far as this, unless it is farther already; documents that were asked for may be followed by a decision."""
        if _ORDER[stage] > _ORDER[self.stage]:
            self.stage = stage
