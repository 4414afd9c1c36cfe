"""Batch send of text messages and push notifications."""

import re
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

_RECIPIENTS = {
    "SMS": re.compile(r"1[3-9]\d{9}", re.ASCII),
    "PUSH": re.compile(r"[0-9A-Za-z:_-]{16,200}", re.ASCII),  # the registration of an app on a device
    "STAFF": re.compile(r"[0-9A-Za-z][0-9A-Za-z._:@-]{0,99}", re.ASCII),  # the user id of a person of the institution
}
_TAKEN, _WRONG_RECIPIENT = "0", "7"


class MessageCentre:
    """Takes messages and remembers the last ones by id: a repeated id is answered as before and sent once."""

    def __init__(self, kept: int = 20_000) -> None:
        self._kept = kept
        self._taken: OrderedDict[str, dict[str, Any]] = OrderedDict()

    def send(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """One result a message. KeyError or TypeError where the request is malformed."""
        return {"results": [self._one(message) for message in request["messages"]]}

    def listing(self) -> list[dict[str, Any]]:
        """What was sent lately, recipients masked."""
        return list(self._taken.values())

    def _one(self, message: Mapping[str, Any]) -> dict[str, str]:
        number, channel, recipient = str(message["id"]), str(message["channel"]), str(message["to"])
        if _RECIPIENTS[channel].fullmatch(recipient) is None:
            return {"id": number, "code": _WRONG_RECIPIENT, "message": "号码错误"}
        known = self._taken.get(number)
        if known is not None:
            known["requests"] += 1
            return {"id": number, "code": _TAKEN, "message": "重复提交"}
        self._taken[number] = {
            "id": number,
            "channel": channel,
            "to": f"{recipient[:3]}****{recipient[-4:]}",
            "template": str(message["template"]),
            "requests": 1,
        }
        if len(self._taken) > self._kept:
            self._taken.popitem(last=False)
        return {"id": number, "code": _TAKEN, "message": "提交成功"}
