"""The owner of customers' identities."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.customers.subject import CustomerIdentity
from loan_contracts.values import IdentityPurpose


class Customers(Protocol):
    """The owner of customers' identities."""

    async def identities(self, ids: Sequence[UUID], purpose: IdentityPurpose) -> Mapping[UUID, CustomerIdentity]:
        """The identities of the known ones among `ids`, with consents for LOAN_APPROVAL alone. Raises Unavailable."""
