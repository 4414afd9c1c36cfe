"""A product version that one person proposes and another approves; what was proposed and decided is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from application_svc.domain.products.product import Product
from loan_servicekit.core import Aggregate, Conflict, Forbidden


class ProposalStatus(StrEnum):
    """Only what is APPROVED comes on sale."""

    PROPOSED = "PROPOSED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"


DECIDED_BY = {
    ProposalStatus.APPROVED: "approve_product",
    ProposalStatus.REJECTED: "reject_product",
    ProposalStatus.WITHDRAWN: "withdraw_product",
}


@dataclass(eq=False)
class ProductProposal(Aggregate):
    """The next version of a product, as it was written. Why it was decided so stays here and in no message."""

    AUDITED_AS = "product"

    id: UUID
    code: str
    product_version: int
    content: Mapping[str, Any]
    status: ProposalStatus
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    reason: str | None = None

    @classmethod
    def propose(cls, id: UUID, product: Product, by: str, now: datetime) -> "ProductProposal":
        """A version that waits for another person."""
        content = product.model_dump(mode="json")
        proposal = cls(id, product.code, product.version, content, ProposalStatus.PROPOSED, by, now)
        proposal._tell("propose_product")
        return proposal

    @property
    def product(self) -> Product:
        """The version itself."""
        return Product.model_validate(dict(self.content))

    def approve(self, by: str, reason: str | None, now: datetime) -> None:
        """Raises Forbidden `maker-not-checker`, Conflict `product-proposal-decided`."""
        self.require_decidable(by)
        self._decide(ProposalStatus.APPROVED, by, reason, now)

    def reject(self, by: str, reason: str | None, now: datetime) -> None:
        """Raises Forbidden `maker-not-checker`, Conflict `product-proposal-decided`."""
        self.require_decidable(by)
        self._decide(ProposalStatus.REJECTED, by, reason, now)

    def withdraw(self, by: str, reason: str | None, now: datetime) -> None:
        """Raises Forbidden `not-own-proposal`, Conflict `product-proposal-decided`."""
        if by != self.proposed_by:
            raise Forbidden("not-own-proposal", "who proposed it withdraws it; others reject it")
        self._decide(ProposalStatus.WITHDRAWN, by, reason, now)

    def require_decidable(self, by: str) -> None:
        """Raises Forbidden `maker-not-checker` to the proposer, Conflict `product-proposal-decided`."""
        if by == self.proposed_by:
            raise Forbidden("maker-not-checker", "another person than the proposer decides")
        self._require_open()

    def _require_open(self) -> None:
        if self.status is not ProposalStatus.PROPOSED:
            raise Conflict("product-proposal-decided", f"the proposal is {self.status} since {self.decided_at}")

    def _decide(self, status: ProposalStatus, by: str, reason: str | None, now: datetime) -> None:
        self._require_open()
        self.status, self.decided_by, self.decided_at, self.reason = status, by, now, reason
        self._tell(DECIDED_BY[status])

    def _tell(self, action: str) -> None:
        detail = {"code": self.code, "version": str(self.product_version), "proposed_by": self.proposed_by}
        self.audit(action, detail | {"valid_from": str(self.content["valid_from"])})
