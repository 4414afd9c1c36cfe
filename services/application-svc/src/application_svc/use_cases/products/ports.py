"""What use cases and routes of products need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from application_svc.domain.bounds import Bounds
from application_svc.domain.products.product import Product
from application_svc.domain.products.product_proposal import ProductProposal, ProposalStatus

Versions = dict[str, list[Product]]
"""Versions by code, oldest first; one that is approved in this batch is added."""


@dataclass(frozen=True, slots=True)
class AddedVersion:
    """The row of a version on sale, and who brought it there."""

    code: str
    version: int
    valid_from: date
    content: Mapping[str, Any]
    added_by: str
    added_at: datetime


class VersionLine(NamedTuple):
    """A version of a product with who brought it on sale: two persons, or the installation (`seed`)."""

    product: Product
    added_by: str
    added_at: datetime


class ProductProposals(Protocol):
    """The proposed product versions of a unit of work."""

    async def get(self, id: UUID) -> ProductProposal:
        """The proposal; raises NotFound `product-proposal-not-found`."""

    def add(self, aggregate: ProductProposal) -> None:
        """Takes in a new proposal."""


class Products(Protocol):
    """All versions of all products, in memory."""

    def in_force(self, code: str, day: date) -> Product:
        """The version on sale; raises NotFound `product-unknown`, Conflict `product-not-on-sale`."""

    def version(self, code: str, number: int) -> Product:
        """One version; raises NotFound `product-unknown`."""

    def versions(self, code: str) -> Sequence[Product]:
        """Every version of a product, oldest first; empty for an unknown one."""

    def on_sale(self, day: date) -> Sequence[Product]:
        """What is on sale that day, by code."""

    async def refresh(self) -> None:
        """Reads the table again."""


class BoundsInForce(Protocol):
    """The numbers of the law and of the institution, by day, in memory."""

    def on(self, day: date) -> Bounds:
        """Those that hold on a day; raises KeyError where one is missing."""

    def lawful(self, product: Product, day: date) -> Product:
        """The product as far as the law of a day allows it; raises Conflict `product-unlawful`."""


class ProductQueries(Protocol):
    """Reads of products."""

    async def product_proposal(self, id: UUID) -> ProductProposal:
        """The proposal; raises NotFound `product-proposal-not-found`."""

    async def product_proposals(
        self, status: ProposalStatus | None, code: str | None, before: UUID | None, limit: int
    ) -> Sequence[ProductProposal]:
        """Proposals, newest first, from the one after `before`."""

    async def product_versions(self, code: str) -> Sequence[VersionLine]:
        """Every version of a product, oldest first."""
