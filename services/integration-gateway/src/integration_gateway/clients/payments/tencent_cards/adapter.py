"""Tencent's check of a card's four elements (BankCard4EVerification) as a Cards port."""

from collections.abc import Mapping
from typing import Final

from integration_gateway.clients.outbound import CallFailed
from integration_gateway.clients.tencent.envelope import Cloud
from integration_gateway.clients.wire import Json
from integration_gateway.domain.payments.card import CardAnswer, CardQuestion
from loan_contracts.cards import CardCheck

_CHECKS: Final[Mapping[str, CardCheck]] = {"0": CardCheck.MATCHED, "-1": CardCheck.DIFFERS} | {
    str(code): CardCheck.DIFFERS for code in (*range(-17, -5), -21)
}
"""What is the card's fault (confiscated, invalid, lost, ...) is no match; bad input, busy and limits say nothing."""


class TencentCards:
    """Implements Cards."""

    def __init__(self, faceid: Cloud) -> None:
        self._faceid = faceid

    async def verify(self, question: CardQuestion) -> CardAnswer:
        """Asks once; what has no answer may be asked again."""
        elements = {
            "Name": question.name,
            "BankCard": question.card,
            "Phone": question.mobile,
            "IdCard": question.identity_number,
            "CertType": 0,
        }
        try:
            return await self._faceid.call("BankCard4EVerification", elements, _read)
        except CallFailed as failure:
            return CardAnswer(None, failure.code)


def _read(answer: Json, raw: bytes) -> CardAnswer:
    result = answer["Result"]
    return CardAnswer(_CHECKS.get(result), f"result{result}")
