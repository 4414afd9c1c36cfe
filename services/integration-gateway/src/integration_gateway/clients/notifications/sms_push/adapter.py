"""The message provider as a Messages port."""

from collections.abc import Sequence
from typing import Final

from integration_gateway.clients.notifications.sms_push.wire import batch, read_deliveries
from integration_gateway.clients.outbound import CallFailed, Line
from integration_gateway.domain.notifications.notice import Delivery, Notice

PATH: Final = "/sms-push/v1/batch"
TIMEOUT_S: Final = 5


class SmsPushMessages:
    """Implements Messages."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def send(self, notices: Sequence[Notice]) -> list[Delivery]:
        """Sends all in one call; a notice that the provider did not mention counts as not answered."""
        if not notices:
            return []
        try:
            deliveries = await self._line.exchange(batch(notices), read_deliveries, units=len(notices))
            code = "not-mentioned"
        except CallFailed as failure:
            deliveries, code = {}, failure.code
        return [
            deliveries.get(notice.notice_id) or Delivery(notice.notice_id, False, code, answered=False)
            for notice in notices
        ]
