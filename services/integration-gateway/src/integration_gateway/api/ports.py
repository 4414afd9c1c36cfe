"""What the routes work with."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from integration_gateway.api.notifications.communication_views import Notes
from integration_gateway.domain.providers.policy import Policies
from integration_gateway.domain.signatures.signing import Flow, FlowState
from integration_gateway.operations import Operations
from integration_gateway.use_cases.desk.ports import DeskQueries
from integration_gateway.use_cases.figures import LineFigures
from integration_gateway.use_cases.notifications.communications import CommunicationQueries, CustomerFiles
from integration_gateway.use_cases.partners.ports import ApplicationOffice, PartnerQueries, Secrets, WebhookAddresses
from integration_gateway.use_cases.payments.ports import PaymentQueries
from integration_gateway.use_cases.payments.reconcile import SettlementQueries
from integration_gateway.use_cases.providers.ledger import LedgerDays
from integration_gateway.use_cases.providers.quarantine import QuarantineQueries
from integration_gateway.use_cases.signatures.ports import Flows
from integration_gateway.use_cases.sources.check_invoice import Invoices
from integration_gateway.use_cases.sources.ports import CollectionQueries
from loan_servicekit.http import RequestContext


@dataclass(frozen=True, slots=True)
class PartnerPorts:
    """What the routes of partners work with beside their reads."""

    secrets: Secrets
    addresses: WebhookAddresses
    office: ApplicationOffice
    trusted_proxies: tuple[str, ...]
    borrower_pages: str


@dataclass(frozen=True, slots=True)
class CommunicationPorts:
    """What the routes of communication with customers work with."""

    queries: CommunicationQueries
    files: CustomerFiles
    notes: Notes


@dataclass(frozen=True, slots=True)
class SignaturePorts:
    """What the routes of signatures work with: what is kept of them, and what their provider says now."""

    flows: Flows
    standing: Callable[[Flow], Awaitable[tuple[FlowState, str | None]]]


@dataclass(frozen=True, slots=True)
class ProviderBooks:
    """How providers are used, what that has come to, and what could not be read."""

    policies: Policies
    days: LedgerDays
    quarantine: QuarantineQueries
    open_unread: Callable[[UUID, str], bytes]


@dataclass(frozen=True, slots=True)
class Ports:
    """What wiring gives to the routes."""

    operations: Operations
    collections: CollectionQueries
    payments: PaymentQueries
    settlement: SettlementQueries
    desk: DeskQueries
    providers: Callable[[], Mapping[str, LineFigures]]
    books: ProviderBooks
    partners: PartnerQueries
    side: PartnerPorts
    communication: CommunicationPorts
    signatures: SignaturePorts
    invoices: Callable[[], Invoices]


Context: TypeAlias = RequestContext[Ports]
