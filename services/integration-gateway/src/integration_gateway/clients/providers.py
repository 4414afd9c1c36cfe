"""Which providers there are: a table a capability, by name, with how each is reached. Another one is a row; which one
serves is a setting, and nobody else can tell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import aiohttp

from integration_gateway.clients.notifications.sms_push import adapter as sms_push
from integration_gateway.clients.outbound import Line, LineSettings
from integration_gateway.clients.payments.unionpay import adapter as unionpay
from integration_gateway.clients.sources.carrier import adapter as carrier
from integration_gateway.clients.sources.collector import SourceCollector
from integration_gateway.clients.sources.courts import adapter as courts
from integration_gateway.clients.sources.nciic import adapter as nciic
from integration_gateway.clients.sources.pboc import adapter as pboc
from integration_gateway.clients.sources.samr import adapter as samr
from integration_gateway.clients.sources.social_fund import adapter as social_fund
from integration_gateway.clients.sources.tax_bureau import adapter as tax_bureau
from integration_gateway.use_cases.notifications.ports import Messages
from integration_gateway.use_cases.payments.ports import Cards, Payments
from integration_gateway.use_cases.payments.schedule import Schedule
from integration_gateway.use_cases.sources.ports import (
    BusinessRegistry,
    Courts,
    CreditBureau,
    IdentityCheck,
    SocialInsurance,
    Tax,
    Telecom,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reach:
    """How providers are reached: a line to each of their paths, within a time that they keep or that settings say."""

    line: Callable[[str, float], Line]
    line_once: Callable[[str, float], Line]  # for what must not be repeated
    identity_s: float
    bureau_s: float
    payments: Schedule


IDENTITY: dict[str, Callable[[Reach], IdentityCheck]] = {
    "nciic": lambda reach: nciic.NciicIdentityCheck(reach.line(nciic.PATH, reach.identity_s)),
}
TELECOM: dict[str, Callable[[Reach], Telecom]] = {
    "carrier": lambda reach: carrier.CarrierTelecom(reach.line(carrier.PATH, reach.identity_s)),
}
CREDIT_BUREAU: dict[str, Callable[[Reach], CreditBureau]] = {
    "pboc": lambda reach: pboc.PbocCreditBureau(reach.line(pboc.PATH, reach.bureau_s)),
}
SOCIAL_INSURANCE: dict[str, Callable[[Reach], SocialInsurance]] = {
    "social_fund": lambda reach: social_fund.SocialFund(reach.line(social_fund.PATH, social_fund.TIMEOUT_S)),
}
TAX: dict[str, Callable[[Reach], Tax]] = {
    "tax_bureau": lambda reach: tax_bureau.TaxBureau(reach.line(tax_bureau.PATH, tax_bureau.TIMEOUT_S)),
}
COURT: dict[str, Callable[[Reach], Courts]] = {
    "courts": lambda reach: courts.EnforcementRegister(reach.line(courts.PATH, courts.TIMEOUT_S)),
}
REGISTRY: dict[str, Callable[[Reach], BusinessRegistry]] = {
    "samr": lambda reach: samr.SamrRegistry(reach.line(samr.PATH, samr.TIMEOUT_S)),
}
PAYMENTS: dict[str, Callable[[Reach], Payments]] = {
    "unionpay": lambda reach: unionpay.UnionPayPayments(
        reach.line_once(unionpay.TRANSACTIONS_PATH, unionpay.TIMEOUT_S),
        reach.line(unionpay.QUERIES_PATH, unionpay.TIMEOUT_S),
        reach.payments,
    ),
}
CARDS: dict[str, Callable[[Reach], Cards]] = {
    "unionpay": lambda reach: unionpay.UnionPayCards(reach.line(unionpay.AUTHENTICATIONS_PATH, unionpay.TIMEOUT_S)),
}
MESSAGES: dict[str, Callable[[Reach], Messages]] = {
    "sms_push": lambda reach: sms_push.SmsPushMessages(reach.line(sms_push.PATH, sms_push.TIMEOUT_S)),
}
CAPABILITIES: Mapping[str, Mapping[str, Callable[[Reach], Any]]] = {
    "identity": IDENTITY,
    "telecom": TELECOM,
    "credit_bureau": CREDIT_BUREAU,
    "social_insurance": SOCIAL_INSURANCE,
    "tax": TAX,
    "court": COURT,
    "registry": REGISTRY,
    "payments": PAYMENTS,
    "cards": CARDS,
    "messages": MESSAGES,
}
"""Every table by the name of its capability, as settings say it."""


class Providers:
    """Those that serve: by capability the one that was chosen, else the first of its table;
    one line a provider operation.

    Raises ValueError for a choice that there is not.
    """

    def __init__(
        self, url: str, identity_s: float, bureau_s: float, payments: Schedule, chosen: Mapping[str, str]
    ) -> None:
        for capability, name in chosen.items():
            if name not in CAPABILITIES.get(capability, {}):
                raise ValueError(f"there is no provider {name} of {capability}")
        self._url, self._chosen = url.rstrip("/"), chosen
        self._reach = Reach(self.line, self.line_once, identity_s, bureau_s, payments)
        self._session: aiohttp.ClientSession | None = None
        self.lines: dict[str, Line] = {}

    def open(self, session: aiohttp.ClientSession) -> None:
        """From now on lines can be had."""
        self._session = session

    def line_once(self, path: str, timeout_s: float) -> Line:
        """The line to a path on which nothing is sent twice: nobody can tell whether the first one arrived."""
        return self.line(path, timeout_s, attempts=1)

    def line(self, path: str, timeout_s: float, attempts: int = 3) -> Line:
        """The line to a path of the providers' address."""
        assert self._session is not None
        made = Line(self._session, LineSettings(self._url + path, timeout_s, attempts))
        self.lines[path] = made
        return made

    def collector(self) -> SourceCollector:
        """All sources."""
        return SourceCollector(
            identity=self._serving("identity", IDENTITY),
            telecom=self._serving("telecom", TELECOM),
            bureau=self._serving("credit_bureau", CREDIT_BUREAU),
            social_insurance=self._serving("social_insurance", SOCIAL_INSURANCE),
            tax=self._serving("tax", TAX),
            courts=self._serving("court", COURT),
            registry=self._serving("registry", REGISTRY),
        )

    def payments(self) -> Payments:
        """The payment channel."""
        return self._serving("payments", PAYMENTS)

    def cards(self) -> Cards:
        """The bank's word on cards."""
        return self._serving("cards", CARDS)

    def messages(self) -> Messages:
        """The message provider."""
        return self._serving("messages", MESSAGES)

    def _serving(self, capability: str, table: Mapping[str, Callable[[Reach], T]]) -> T:
        return table[self._chosen.get(capability) or next(iter(table))](self._reach)
