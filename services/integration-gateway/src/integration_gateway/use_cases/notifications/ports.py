"""The message provider, with our types only."""

from collections.abc import Sequence
from typing import Protocol

from integration_gateway.domain.notifications.notice import Delivery, Notice


class Messages(Protocol):
    """Text messages and push notifications."""

    async def send(self, notices: Sequence[Notice]) -> list[Delivery]:
        """Sends all in one call; one delivery a notice, in the same order. A repeated notice id is not sent twice."""
