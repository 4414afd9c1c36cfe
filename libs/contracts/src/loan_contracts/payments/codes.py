"""What the payment channel's response codes mean (domain.md §7.8), and our own beside them: who gives a refusal and who
receives it read one table."""

from collections.abc import Mapping

REFUSALS: Mapping[str, str] = {
    "10": "message format",
    "11": "signature",
    "13": "field missing",
    "30": "refused",
    "31": "merchant state",
    "32": "no permission",
    "33": "amount limit",
    "38": "risk",
    "39": "outside hours",
    "40": "agreement unknown or ended",
    "61": "card number invalid",
    "62": "issuer does not serve this merchant",
    "63": "card state wrong",
    "64": "balance insufficient",
    "65": "PIN, expiry or CVN2 wrong",
    "66": "identity or phone mismatch",
    "67": "PIN tries over",
    "68": "card kind not supported",
    "71": "SMS code wrong",
    "72": "not opened at branch",
    "73": "card expired",
    "81": "monthly limit",
}
"""Codes after which no money has moved and none will under this order number. There is no 51: that is ISO 8583's."""

OWN: Mapping[str, str] = {
    "34": "never arrived at the channel",
    "card-differs": "the card is not the verified one any more; nothing was sent",
    "payee-differs": "no contract names this counterparty; nothing was sent",
    "too-late": "could not be sent in time; nothing was sent",
}
"""Why the gateway ends an order that the channel has not refused."""


def meaning(code: str) -> str:
    """A code in words; the code itself where no table has it."""
    return REFUSALS.get(code) or OWN.get(code) or code
