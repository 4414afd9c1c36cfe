"""Shapes of the batch-send interface."""

from collections.abc import Sequence
from uuid import UUID

import orjson

from integration_gateway.domain.notifications.notice import Delivery, Notice

_TAKEN = "0"


def batch(notices: Sequence[Notice]) -> bytes:
    """All messages of one call; the id makes a repeated one a duplicate to the provider."""
    return orjson.dumps(
        {
            "messages": [
                {
                    "id": str(notice.notice_id),
                    "channel": notice.channel.value,
                    "to": notice.recipient,
                    "template": notice.template,
                    "params": dict(notice.parameters),
                }
                for notice in notices
            ]
        }
    )


def read_deliveries(raw: bytes) -> dict[UUID, Delivery]:
    """What the provider took, by message; ValueError or KeyError where the answer is malformed."""
    return {
        (notice_id := UUID(result["id"])): Delivery(notice_id, result["code"] == _TAKEN, result["code"])
        for result in orjson.loads(raw)["results"]
    }
