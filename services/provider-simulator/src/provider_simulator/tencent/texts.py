"""Text messages: what was sent to whom, numbers masked for whoever looks."""

import re
from collections import deque
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

_CHINA = "+86"
_MOBILE = re.compile(r"(?:\+86)?(1[3-9]\d{9})", re.ASCII)
WELL, WRONG_NUMBER = "Ok", "InvalidParameterValue.IncorrectPhoneNumber"


class Texts:
    """Sends messages and remembers the last ones. There is no key of idempotence: a repeated one is sent again."""

    def __init__(self, kept: int = 20_000) -> None:
        self._sent: deque[dict[str, Any]] = deque(maxlen=kept)

    def send(self, number: str, template: str, mark: str, said: Sequence[str] = ()) -> dict[str, Any]:
        """What becomes of a message to one number."""
        told = _MOBILE.fullmatch(number)
        serial = "" if told is None else f"2:{uuid4().int}"
        if told is not None:
            self._sent.append(
                {"number": told[1], "template": template, "mark": mark, "serial": serial, "said": list(said)}
            )
        code = WELL if told else WRONG_NUMBER
        return {
            "SerialNo": serial,
            "PhoneNumber": number,
            "Fee": 1 if told else 0,
            "SessionContext": mark,
            "Code": code,
            "Message": "send success" if told else "incorrect phone number",
            "IsoCode": "CN",
        }

    def sent_to(self, number: str) -> list[dict[str, Any]]:
        """What was sent to a number."""
        return [
            {
                "SubscriberNumber": number,
                "PhoneNumber": _CHINA + number,
                "CountryCode": "86",
                "SerialNo": each["serial"],
                "ReportStatus": "SUCCESS",
                "Description": "DELIVRD",
                "SessionContext": each["mark"],
            }
            for each in self._sent
            if each["number"] == number
        ]

    def inbox(self, number: str) -> list[dict[str, Any]]:
        """What the owner of a number has on his telephone, the last one first: what the templates were filled with."""
        return [
            {"template": each["template"], "parameters": each["said"]}
            for each in reversed(self._sent)
            if each["number"] == number
        ]

    def listing(self) -> list[dict[str, str]]:
        """What was sent lately, recipients masked and without what was said."""
        return [
            {
                "id": each["serial"],
                "to": f"{each['number'][:3]}****{each['number'][-4:]}",
                "template": each["template"],
                "mark": each["mark"],
            }
            for each in self._sent
        ]
