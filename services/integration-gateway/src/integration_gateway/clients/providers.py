"""Which providers there are: a table a capability, by name, with how each is reached. Another one is a row. Which of
the sources' providers is asked is the policy of each; which of the others serves is a setting; nobody else can tell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, TypeVar

import aiohttp

from integration_gateway.clients.notifications.sms_push import adapter as sms_push
from integration_gateway.clients.notifications.tencent_sms.adapter import TencentMessages
from integration_gateway.clients.outbound import Line, LineSettings
from integration_gateway.clients.payments.tencent_cards.adapter import TencentCards
from integration_gateway.clients.payments.unionpay.adapter import UnionPay
from integration_gateway.clients.payments.unionpay.row import UnionPayRow
from integration_gateway.clients.qichacha.envelope import Qichacha
from integration_gateway.clients.qichacha.row import QichachaRow
from integration_gateway.clients.routing.bounds import Bounds
from integration_gateway.clients.routing.gate import LineGate
from integration_gateway.clients.routing.route import Ask, Route
from integration_gateway.clients.routing.sources import RoutedSources
from integration_gateway.clients.signatures.esign.adapter import Esign
from integration_gateway.clients.signatures.esign.row import EsignRow
from integration_gateway.clients.sources.carrier import adapter as carrier
from integration_gateway.clients.sources.courts import adapter as courts
from integration_gateway.clients.sources.nciic import adapter as nciic
from integration_gateway.clients.sources.pboc import adapter as pboc
from integration_gateway.clients.sources.qichacha_registry.adapter import QichachaRegistry
from integration_gateway.clients.sources.samr import adapter as samr
from integration_gateway.clients.sources.social_fund import adapter as social_fund
from integration_gateway.clients.sources.tax_bureau import adapter as tax_bureau
from integration_gateway.clients.sources.tencent_face.adapter import Photos, TencentFaceCheck
from integration_gateway.clients.sources.tencent_identity.adapter import TencentIdentityCheck
from integration_gateway.clients.sources.tencent_invoices.adapter import TencentInvoices
from integration_gateway.clients.sources.tencent_telecom.adapter import TencentTelecom
from integration_gateway.clients.sources.vendor_courts.adapter import VendorCourts
from integration_gateway.clients.sources.vendor_courts.persons import PersonCourts
from integration_gateway.clients.sources.vendor_courts.row import PersonCourtsRow
from integration_gateway.clients.tencent.envelope import Tencent
from integration_gateway.clients.tencent.row import TencentRow
from integration_gateway.domain.providers.policy import Policies
from integration_gateway.use_cases.notifications.ports import Messages
from integration_gateway.use_cases.payments.ports import Agreements, Cards, Payments
from integration_gateway.use_cases.payments.reconcile import SettlementFiles
from integration_gateway.use_cases.providers.ledger import Ledger
from integration_gateway.use_cases.signatures.ports import Signatures
from integration_gateway.use_cases.sources.check_invoice import Invoices
from integration_gateway.use_cases.sources.ports import (
    BusinessRegistry,
    Courts,
    CreditBureau,
    FaceCheck,
    IdentityCheck,
    SocialInsurance,
    Tax,
    Telecom,
)
from loan_contracts.values import Source
from loan_servicekit.core import Clock

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """Where providers are, within what time they answer, what is each one's own, and which of them serve."""

    url: str
    identity_s: float
    bureau_s: float
    rows: Mapping[str, Mapping[str, object]]
    chosen: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reach:
    """How providers are reached: a line to each of their paths, within a time that they keep or that settings say."""

    line: Callable[[str, float], Line]
    identity_s: float
    bureau_s: float
    unionpay: Callable[[], UnionPay]
    tencent: Callable[[], Tencent]
    photos: Callable[[], Photos]
    esign: Callable[[], Esign]
    qichacha: Callable[[], Qichacha]
    person_courts: Callable[[], PersonCourts]


IDENTITY: dict[str, Callable[[Reach], IdentityCheck]] = {
    "tencent": lambda reach: TencentIdentityCheck(reach.tencent().faceid),
    "nciic": lambda reach: nciic.NciicIdentityCheck(reach.line(nciic.PATH, reach.identity_s)),
}
TELECOM: dict[str, Callable[[Reach], Telecom]] = {
    "tencent": lambda reach: TencentTelecom(reach.tencent().faceid),
    "carrier": lambda reach: carrier.CarrierTelecom(reach.line(carrier.PATH, reach.identity_s)),
}
CREDIT_BUREAU: dict[str, Callable[[Reach], CreditBureau]] = {
    "pboc": lambda reach: pboc.PbocCreditBureau(reach.line(pboc.PATH, reach.bureau_s)),
    "pboc_xml": lambda reach: pboc.PbocCreditBureau(reach.line(pboc.XML_PATH, reach.bureau_s), xml=True),
}
SOCIAL_INSURANCE: dict[str, Callable[[Reach], SocialInsurance]] = {
    "social_fund": lambda reach: social_fund.SocialFund(reach.line(social_fund.PATH, social_fund.TIMEOUT_S)),
}
TAX: dict[str, Callable[[Reach], Tax]] = {
    "tax_bureau": lambda reach: tax_bureau.TaxBureau(reach.line(tax_bureau.PATH, tax_bureau.TIMEOUT_S)),
}
COURT: dict[str, Callable[[Reach], Courts]] = {
    "courts": lambda reach: courts.EnforcementRegister(reach.line(courts.PATH, courts.TIMEOUT_S)),
    "vendors": lambda reach: VendorCourts(reach.person_courts(), reach.qichacha()),
}
REGISTRY: dict[str, Callable[[Reach], BusinessRegistry]] = {
    "samr": lambda reach: samr.SamrRegistry(reach.line(samr.PATH, samr.TIMEOUT_S)),
    "qichacha": lambda reach: QichachaRegistry(reach.qichacha()),
}
FACE: dict[str, Callable[[Reach], FaceCheck]] = {
    "tencent": lambda reach: TencentFaceCheck(reach.tencent().faceid, reach.photos()),
}
PAYMENTS: dict[str, Callable[[Reach], Payments]] = {
    "unionpay": lambda reach: reach.unionpay().payments(),
}
AGREEMENTS: dict[str, Callable[[Reach], Agreements]] = {
    "unionpay": lambda reach: reach.unionpay().agreements(),
}
SETTLEMENT_FILES: dict[str, Callable[[Reach], SettlementFiles]] = {
    "unionpay": lambda reach: reach.unionpay().files(),
}
CARDS: dict[str, Callable[[Reach], Cards]] = {
    "unionpay": lambda reach: reach.unionpay().cards(),
    "tencent": lambda reach: TencentCards(reach.tencent().faceid),
}
MESSAGES: dict[str, Callable[[Reach], Messages]] = {
    "tencent": lambda reach: TencentMessages(reach.tencent().sms, reach.tencent().row),
    "sms_push": lambda reach: sms_push.SmsPushMessages(reach.line(sms_push.PATH, sms_push.TIMEOUT_S)),
}
STAFF_MESSAGES: dict[str, Callable[[Reach], Messages]] = {
    "sms_push": lambda reach: sms_push.SmsPushMessages(reach.line(sms_push.PATH, sms_push.TIMEOUT_S)),
}
INVOICES: dict[str, Callable[[Reach], Invoices]] = {
    "tencent": lambda reach: TencentInvoices(reach.tencent().ocr),
}
SIGNATURES: dict[str, Callable[[Reach], Signatures]] = {
    "esign": lambda reach: reach.esign(),
}
ASKS: Mapping[Source, Callable[[Reach, str], Ask]] = {
    Source.IDENTITY: lambda reach, name: IDENTITY[name](reach).check_identity,
    Source.TELECOM: lambda reach, name: TELECOM[name](reach).check_mobile,
    Source.CREDIT_BUREAU: lambda reach, name: CREDIT_BUREAU[name](reach).credit_report,
    Source.SOCIAL_INSURANCE: lambda reach, name: SOCIAL_INSURANCE[name](reach).contributions,
    Source.TAX: lambda reach, name: TAX[name](reach).tax_standing,
    Source.COURT: lambda reach, name: COURT[name](reach).court_records,
    Source.REGISTRY: lambda reach, name: REGISTRY[name](reach).registration,
    Source.FACE: lambda reach, name: FACE[name](reach).compare_face,
}
"""How each source is asked of one of its providers."""

CAPABILITIES: Mapping[str, Mapping[str, Callable[[Reach], Any]]] = {
    "identity": IDENTITY,
    "telecom": TELECOM,
    "credit_bureau": CREDIT_BUREAU,
    "social_insurance": SOCIAL_INSURANCE,
    "tax": TAX,
    "court": COURT,
    "registry": REGISTRY,
    "face": FACE,
    "payments": PAYMENTS,
    "agreements": AGREEMENTS,
    "settlement_files": SETTLEMENT_FILES,
    "cards": CARDS,
    "messages": MESSAGES,
    "staff_messages": STAFF_MESSAGES,
    "signatures": SIGNATURES,
    "invoices": INVOICES,
}
"""Every table by the name of its capability, as settings say it."""

OFFERED: Mapping[str, list[str]] = {capability: list(table) for capability, table in CAPABILITIES.items()}


GATES: Mapping[str, tuple[str, str]] = {
    "tencent/faceid": ("cards", "tencent"),
    "tencent/sms": ("messages", "tencent"),
    sms_push.PATH: ("messages", "sms_push"),
    "unionpay/orders": ("payments", "unionpay"),
    "unionpay/checks": ("cards", "unionpay"),
}
"""By line whose calls pass the gate of which capability and provider, where no route makes them. An order's fate may be
asked for at any time: queries and files have none."""


class Providers:
    """Those that serve: by capability the one that was chosen, else the first of its table;
    one line a provider operation. `values` are the parameters of today; `rows` say of each provider by name what is
    his own (PROVIDER_ROWS).

    Raises ValueError for a choice that there is not.
    """

    def __init__(
        self, settings: ProviderSettings, clock: Clock, ledger: Ledger, values: Callable[[], Mapping[str, str]] = dict
    ) -> None:
        for capability, name in settings.chosen.items():
            if name not in CAPABILITIES.get(capability, {}):
                raise ValueError(f"there is no provider {name} of {capability}")
        self._settings, self._clock, self._ledger = settings, clock, ledger
        self._reach = Reach(
            self.line,
            settings.identity_s,
            settings.bureau_s,
            lambda: self.unionpay,
            lambda: self.tencent,
            lambda: self._photos,
            lambda: self.esign,
            lambda: self.qichacha,
            lambda: self.person_courts,
        )
        self.policies = Policies(OFFERED, settings.chosen, values)
        self._session: aiohttp.ClientSession | None = None
        self.lines: dict[str, Line] = {}
        self.held: frozenset[str] = frozenset()

    def open(self, session: aiohttp.ClientSession, photos: Photos) -> None:
        """From now on lines can be had."""
        self._session, self._photos = session, photos

    def hold(self, names: frozenset[str]) -> None:
        """Which providers are not called, by order of operators."""
        self.held = names
        for name, line in self.lines.items():
            line.hold(name in names)

    @cached_property
    def unionpay(self) -> UnionPay:
        """UnionPay. ValueError where its row does not say what it needs."""
        row = UnionPayRow.model_validate(self._settings.rows.get("unionpay", {}))
        return UnionPay(row, self.line_to, self._clock)

    @cached_property
    def tencent(self) -> Tencent:
        """Tencent Cloud. ValueError where its row does not say what it needs."""
        return Tencent(TencentRow.model_validate(self._settings.rows.get("tencent", {})), self.line_to, self._clock)

    @cached_property
    def esign(self) -> Esign:
        """e签宝. ValueError where its row does not say what it needs."""
        return Esign(EsignRow.model_validate(self._settings.rows.get("esign", {})), self.line_to, self._clock)

    @cached_property
    def qichacha(self) -> Qichacha:
        """企查查. ValueError where its row does not say what it needs."""
        row = QichachaRow.model_validate(self._settings.rows.get("qichacha", {}))
        return Qichacha.of(row, self.line_to, self._clock)

    @cached_property
    def person_courts(self) -> PersonCourts:
        """The vendor of the courts' lists of persons. ValueError where its row does not say what it needs."""
        row = PersonCourtsRow.model_validate(self._settings.rows.get("person_courts", {}))
        return PersonCourts(row, self.line_to, self._clock)

    def line(self, path: str, timeout_s: float) -> Line:
        """The line to a path of the providers' address."""
        return self.line_to(path, self._settings.url.rstrip("/") + path, timeout_s)

    def line_to(self, name: str, url: str, timeout_s: float, attempts: int = 3) -> Line:
        """The line to an address, under the name by which operators know it. One attempt is for what must not be sent
        twice: nobody can tell whether the first one arrived."""
        assert self._session is not None
        made = Line(self._session, LineSettings(url, timeout_s, attempts), name)
        made.hold(name in self.held)
        made.gate = self._gate(*GATES[name]) if name in GATES else None
        self.lines[name] = made
        return made

    def _gate(self, capability: str, provider: str) -> LineGate:
        return LineGate(Bounds(capability, provider, self._ledger), self.policies, self._ledger)

    def collector(self) -> RoutedSources:
        """All sources, each by the providers that its policies name. ValueError where one of them that serves now is
        not configured."""
        routes = {
            source: Route(source, self._ways(source, ask), self.policies, self._ledger) for source, ask in ASKS.items()
        }
        for route in routes.values():
            route.open()
        return RoutedSources(routes, self.policies, self._ledger)

    def _ways(self, source: Source, ask: Callable[[Reach, str], Ask]) -> Mapping[str, Callable[[], Ask]]:
        return {name: partial(ask, self._reach, name) for name in OFFERED[source.value.lower()]}

    def payments(self) -> Payments:
        """The payment channel."""
        return self._serving("payments", PAYMENTS)

    def agreements(self) -> Agreements:
        """The network's agreements to collect."""
        return self._serving("agreements", AGREEMENTS)

    def settlement_files(self) -> SettlementFiles:
        """The payment channel's reconciliation files."""
        return self._serving("settlement_files", SETTLEMENT_FILES)

    def cards(self) -> Cards:
        """The bank's word on cards."""
        return self._serving("cards", CARDS)

    def messages(self) -> Messages:
        """The message provider."""
        return self._serving("messages", MESSAGES)

    def staff_messages(self) -> Messages:
        """The message provider whose directory knows the institution's people."""
        return self._serving("staff_messages", STAFF_MESSAGES)

    def invoices(self) -> Invoices:
        """The tax authorities' word on invoices."""
        return self._serving("invoices", INVOICES)

    def signatures(self) -> Signatures | None:
        """The provider of signatures, where one was chosen: without one, borrowers sign with us."""
        return self._serving("signatures", SIGNATURES) if "signatures" in self._settings.chosen else None

    def _serving(self, capability: str, table: Mapping[str, Callable[[Reach], T]]) -> T:
        return table[self._settings.chosen.get(capability) or next(iter(table))](self._reach)
