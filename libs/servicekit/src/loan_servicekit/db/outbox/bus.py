"""What the relay needs of the bus, and nothing of how it is reached."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeAlias
from uuid import UUID

Acknowledgement: TypeAlias = asyncio.Future[Any]


class Topic(Protocol):
    """What the bus has of a topic; see `loan_servicekit.kafka.topics`."""

    id: UUID
    fault: str
    ends: dict[int, int]


class Publisher(Protocol):
    """What the relay needs of the bus."""

    async def send(
        self, topic: str, value: bytes, key: bytes | None, headers: Sequence[tuple[str, bytes]]
    ) -> Acknowledgement:
        """Hands a record over; the future is its acknowledgement."""

    async def renew(self) -> None:
        """Begins anew after a send that failed."""

    async def look(self, topics: Sequence[str]) -> Mapping[str, Topic]:
        """What the bus has of these topics now."""

    def refusal(self, error: BaseException) -> str:
        """Why a record will be refused each time it is sent; empty where it need not be."""

    def fault(self, error: BaseException) -> str:
        """What is wrong with the topic that a record was sent to; empty where it is something else."""
