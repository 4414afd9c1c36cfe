"""Reads of products."""

from collections.abc import Sequence
from uuid import UUID

from application_svc.domain.products.product import Product
from application_svc.domain.products.product_proposal import ProductProposal, ProposalStatus
from application_svc.persistence.pages import LAST
from application_svc.persistence.products.tables import PRODUCT_PROPOSALS
from application_svc.use_cases.products.ports import VersionLine
from loan_servicekit.core import NotFound
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import load_json

VERSIONS = "select content::text, added_by, added_at from product_versions where code = $1 order by version"


class SqlProductQueries:
    """Implements `use_cases.products.ports.ProductQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def product_proposal(self, id: UUID) -> ProductProposal:
        """The proposal; raises NotFound `product-proposal-not-found`."""
        found = await self._reader.aggregates(PRODUCT_PROPOSALS, "id = $1", id)
        if not found:
            raise NotFound(PRODUCT_PROPOSALS.missing, f"there is no proposal {id}")
        return found[0]

    async def product_proposals(
        self, status: ProposalStatus | None, code: str | None, before: UUID | None, limit: int
    ) -> Sequence[ProductProposal]:
        """Proposals, newest first, from the one after `before`."""
        of_status, of_code = "($1::text is null or status = $1)", "($2::text is null or code = $2)"
        where = f"{of_status} and {of_code} and id < $3 order by id desc limit $4"
        given = (status, code, before or LAST, limit)
        return await self._reader.aggregates(PRODUCT_PROPOSALS, where, *given)

    async def product_versions(self, code: str) -> Sequence[VersionLine]:
        """Every version of a product, oldest first."""
        rows = await self._reader.rows(VERSIONS, code)
        return [
            VersionLine(Product.model_validate(load_json(content)), added_by, added_at)
            for content, added_by, added_at in rows
        ]
