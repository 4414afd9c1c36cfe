"""Puts integration-gateway together."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

import aiohttp
from fastapi import FastAPI
from opentelemetry.trace import SpanKind
from sqlalchemy.ext.asyncio import AsyncEngine

from integration_gateway.api.notices.routes import notice_receiver
from integration_gateway.api.notifications.communication_views import Notes
from integration_gateway.api.ports import CommunicationPorts, PartnerPorts, Ports, ProviderBooks, SignaturePorts
from integration_gateway.api.routers import ROUTERS
from integration_gateway.clients.credentials import CredentialsUnusable
from integration_gateway.clients.customers.application_svc.adapter import CustomerDirectory, ServiceToken
from integration_gateway.clients.customers.application_svc.files import CustomerFolder
from integration_gateway.clients.customers.application_svc.photos import ApplicationPhotos
from integration_gateway.clients.outbound import http_session
from integration_gateway.clients.partners.endpoints import Addresses, HttpEndpoints
from integration_gateway.clients.partners.office import PartnerOffice
from integration_gateway.clients.providers import OFFERED, Providers, ProviderSettings
from integration_gateway.domain.desk.work import Kind, Work, WorkItem
from integration_gateway.domain.notifications.contact import CATALOGUE, Rules
from integration_gateway.domain.payments.settlement import Comparison
from integration_gateway.domain.providers.policy import kinds
from integration_gateway.domain.retention import RULES
from integration_gateway.jobs.desk import DeskJobs
from integration_gateway.jobs.providers import SourceSide
from integration_gateway.jobs.signatures import SignatureSide
from integration_gateway.messaging.subscriptions import subscriptions
from integration_gateway.operations import Operations
from integration_gateway.persistence.desk import bodies, loaders
from integration_gateway.persistence.desk.leases import SqlLeases
from integration_gateway.persistence.desk.queries import SqlDeskQueries
from integration_gateway.persistence.notifications.communications import SqlCommunicationQueries
from integration_gateway.persistence.partners.deliveries import SqlDeliveryLeases
from integration_gateway.persistence.partners.queries import SqlPartnerQueries
from integration_gateway.persistence.partners.resealing import PartnerResealing
from integration_gateway.persistence.partners.secrets import PartnerSecrets
from integration_gateway.persistence.payments.attempts import SqlAttempts
from integration_gateway.persistence.payments.queries import SqlPaymentQueries
from integration_gateway.persistence.payments.settlement import SqlSettlement
from integration_gateway.persistence.providers.quarantine import SqlQuarantine
from integration_gateway.persistence.sources.sealing import NOTES, RESEAL_EVERY_S, Resealing
from integration_gateway.persistence.tables import SCHEMA
from integration_gateway.settings import Settings
from integration_gateway.use_cases.customers.errands import one_by_one, together
from integration_gateway.use_cases.desk.engine import Pace
from integration_gateway.use_cases.desk.ports import Finish
from integration_gateway.use_cases.ends import UnitOfWork as EndingUnitOfWork
from integration_gateway.use_cases.notifications.notify import Notifying
from integration_gateway.use_cases.notifications.reminders import Reminding
from integration_gateway.use_cases.notifications.tell_staff import Alerting
from integration_gateway.use_cases.partners.deliver import Delivering, FinishDelivery
from integration_gateway.use_cases.payments.agree import Agreeing
from integration_gateway.use_cases.payments.begin_attempt import BeginAttempt
from integration_gateway.use_cases.payments.pay import Paying, Verifying
from integration_gateway.use_cases.payments.reconcile import Reconciling
from integration_gateway.use_cases.sources.collect import Collecting
from loan_contracts.seals import Seals
from loan_contracts.values import IdentityPurpose
from loan_servicekit.core import Cause, Clock, Invalid, Unavailable, utc_now
from loan_servicekit.db.crypto import FieldCipher
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.unit_of_work import UnitOfWork
from loan_servicekit.http import service_app
from loan_servicekit.service import Service
from loan_servicekit.telemetry import span

NAME = "integration-gateway"
NOTICES = Pace(gather_s=0.25)
WEBHOOKS = Pace(most=256)
FORGET_REQUESTS_EVERY_S = 60.0

W = TypeVar("W", bound=Work)


def _told_of_providers(settings: Settings) -> ProviderSettings:
    return ProviderSettings(
        settings.providers_url,
        settings.identity_timeout_s,
        settings.bureau_timeout_s,
        settings.provider_rows,
        settings.serving_providers,
    )


def build(settings: Settings, mode: str, clock: Clock = utc_now) -> FastAPI:
    """The application with its jobs."""
    catalogue = replace(CATALOGUE, kinds={**CATALOGUE.kinds, **kinds(OFFERED)})
    service = Service(NAME, settings, SCHEMA, mode, clock=clock, catalogue=catalogue, retention=RULES)
    operations, reader = Operations(), Reader(service.engine)
    outside = SourceSide.of(service, _told_of_providers(settings), settings.field_keys, reader)
    providers, partners = outside.providers, SqlPartnerQueries(reader)
    signed_outside = "signatures" in settings.serving_providers
    service.subscribe(subscriptions(operations, Seals.parse(settings.order_seal_keys), signed_outside))
    cipher = FieldCipher.parse(settings.field_keys)
    service.every(RESEAL_EVERY_S, Resealing(service.engine, cipher, service.clock).reseal)
    side, desk = PartnerSide.of(service, settings, cipher, partners), DeskJobs(service)
    talk = Talk(service, cipher, SqlCommunicationQueries(reader), CustomerFolder(settings.application_svc_url))

    def taken_in(uow: UnitOfWork) -> None:
        if intake := uow.loaded_by(loaders.intake):
            desk.taken_in(intake.kinds)

    finished, begun = _committing(service, operations)
    attempts = SqlAttempts(service.engine, begun)

    async def heard(body: bytes) -> None:
        if await attempts.due(_noticed(providers, body)):
            desk.taken_in([Kind.PAY])

    settlement = SqlSettlement(reader, attempts)
    signing = SignatureSide(service, desk, providers.signatures, settings.application_svc_url)
    service.every(settings.reconcile_every_s, _reconcile(service, operations, providers, settlement))

    async def work_at_the_desk() -> None:
        session, url = http_session(), settings.application_svc_url
        providers.open(session, ApplicationPhotos(session, url, _token(session, settings)))
        customers, collecting = CustomerDirectory(session, url, _token(session, settings)), outside.collecting()
        talk.folder.open(session)
        paying, reminding = Paying(providers.payments(), attempts, service.clock), Reminding(side.office, service.clock)
        flows = Flows(customers, collecting, paying, providers, talk.notifying(providers), reminding)
        leases = (service.engine, NAME, settings.replica)
        await _add_kinds(desk, leases, flows, finished)
        await signing.open(leases, customers, session, _token(session, settings), finished)
        await side.open(desk, operations, session, _token(session, settings))
        service.on_stop.append(session.close)

    service.on_start.append(work_at_the_desk)
    service.after_commit.append(taken_in)
    ports = Ports(
        operations=operations,
        collections=outside.collections,
        payments=SqlPaymentQueries(reader),
        settlement=settlement,
        desk=SqlDeskQueries(reader),
        providers=lambda: {path: line.figures() for path, line in providers.lines.items()},
        books=ProviderBooks(providers.policies, outside.days, SqlQuarantine(reader), outside.seals.open_unread),
        partners=partners,
        side=side.ports(settings),
        communication=talk.ports(),
        signatures=SignaturePorts(signing.standing.flows, signing.standing.of),
        invoices=providers.invoices,
    )
    routers = [*ROUTERS, notice_receiver(heard, signing.heard)]
    return service_app(service, routers, "Integration gateway", settings.root_path, ports)


def _committing(
    service: Service, operations: Operations
) -> tuple[Callable[[Finish[EndingUnitOfWork]], Awaitable[None]], Callable[[BeginAttempt, Cause], Awaitable[None]]]:
    """What keeps how work ends, and that an order is begun: each in one transaction with others that wait for one."""

    async def finished(end: Finish[EndingUnitOfWork]) -> None:
        await service.group_commit.perform(operations.finish_work, end, end.item.cause)

    async def begun(begin: BeginAttempt, cause: Cause) -> None:
        await service.group_commit.perform(operations.begin_attempt, begin, cause)

    return finished, begun


def _noticed(providers: Providers, body: bytes) -> str:
    """The order that a notification of the payment channel is about."""
    try:
        return providers.unionpay.notices().read(body).order_id
    except (ValueError, LookupError) as error:
        raise Invalid("notice-refused", "this is no notification of the payment channel") from error
    except CredentialsUnusable as error:
        raise Unavailable("credentials-unusable", "the channel's notifications cannot be checked now") from error


def _token(session: aiohttp.ClientSession, settings: Settings) -> ServiceToken:
    return ServiceToken(session, settings.oidc_issuer, settings.oidc_client_id, settings.oidc_client_secret)


@dataclass(frozen=True, slots=True)
class Flows:
    """What the flows at the desk are made of."""

    customers: CustomerDirectory
    collecting: Collecting
    paying: Paying
    providers: Providers
    notifying: Notifying
    reminding: Reminding


@dataclass(frozen=True, slots=True)
class PartnerSide:
    """What is opened for partners: where their applications go, and where they are told."""

    service: Service
    replica: str
    secrets: PartnerSecrets
    addresses: Addresses
    office: PartnerOffice
    endpoints: HttpEndpoints

    @classmethod
    def of(
        cls, service: Service, settings: Settings, cipher: FieldCipher, partners: SqlPartnerQueries
    ) -> "PartnerSide":
        """Before the service begins."""
        service.every(FORGET_REQUESTS_EVERY_S, partners.forget_requests)
        service.every(RESEAL_EVERY_S, PartnerResealing(service.engine, cipher, service.clock).reseal_partners)
        secrets, addresses = PartnerSecrets(cipher), Addresses(settings.profile == "development")
        endpoints = HttpEndpoints(addresses, secrets.open, service.clock)
        office = PartnerOffice(settings.application_svc_url, settings.postloan_svc_url)
        return cls(service, settings.replica, secrets, addresses, office, endpoints)

    def ports(self, settings: Settings) -> PartnerPorts:
        """What the routes of partners work with."""
        return PartnerPorts(
            secrets=self.secrets,
            addresses=self.addresses,
            office=self.office,
            trusted_proxies=tuple(settings.trusted_proxies.split(",")),
            borrower_pages=settings.borrower_pages_url,
        )

    async def open(
        self, desk: DeskJobs, operations: Operations, session: aiohttp.ClientSession, token: ServiceToken
    ) -> None:
        """From now on it is told and handed in."""
        service = self.service

        async def delivered(end: FinishDelivery) -> None:
            await service.group_commit.perform(operations.finish_delivery, end, end.item.cause)

        self.office.open(session, token)
        self.endpoints.open()
        service.on_stop.append(self.endpoints.close)
        leases = SqlDeliveryLeases(service.engine, NAME, self.replica)
        await desk.add(
            Kind.WEBHOOK, leases, Delivering(self.endpoints, leases, service.clock).plan, delivered, WEBHOOKS
        )


def _reconcile(
    service: Service, operations: Operations, providers: Providers, settlement: SqlSettlement
) -> Callable[[], Awaitable[None]]:
    async def kept(found: Comparison) -> None:
        await service.group_commit.perform(operations.keep_comparison, found, Cause(NAME))

    async def reconcile() -> None:
        await Reconciling(providers.settlement_files(), settlement, kept, service.clock).step()

    return reconcile


@dataclass(frozen=True, slots=True)
class Talk:
    """What customers are told, and what is written down of talks with them."""

    service: Service
    cipher: FieldCipher
    log: SqlCommunicationQueries
    folder: CustomerFolder

    def notifying(self, providers: Providers) -> Notifying:
        """What sends messages."""
        parameters = self.service.parameters
        return Notifying(providers.messages(), self.log, lambda: Rules.of(parameters.today()), self.service.clock)

    def ports(self) -> CommunicationPorts:
        """What the routes work with."""
        cipher = self.cipher
        notes = Notes(
            lambda id, text: cipher.encrypt(text, NOTES.bound_to(id)),
            lambda id, text: cipher.decrypt(text, NOTES.bound_to(id)),
        )
        return CommunicationPorts(self.log, self.folder, notes)


async def _add_kinds(
    desk: DeskJobs,
    leases: tuple[AsyncEngine, str, str],
    flows: Flows,
    finished: Callable[[Finish[EndingUnitOfWork]], Awaitable[None]],
) -> None:
    """The table of kinds of work: where its leases are, for which purpose customers are asked for, and its flow."""
    customers, collecting = flows.customers, flows.collecting
    paying, verifying = flows.paying, Verifying(flows.providers.cards())
    await desk.add(
        Kind.COLLECT,
        SqlLeases(*leases, Kind.COLLECT, bodies.COLLECT),
        one_by_one(customers, IdentityPurpose.LOAN_APPROVAL, collecting.collect, _traced),
        finished,
    )
    await desk.add(
        Kind.PAY,
        SqlLeases(*leases, Kind.PAY, bodies.PAY),
        one_by_one(customers, IdentityPurpose.PAYMENT, paying.pay, _traced),
        finished,
    )
    await desk.add(
        Kind.VERIFY,
        SqlLeases(*leases, Kind.VERIFY, bodies.VERIFY),
        one_by_one(customers, IdentityPurpose.CARD_VERIFICATION, verifying.verify, _traced),
        finished,
    )
    await desk.add(
        Kind.AGREE,
        SqlLeases(*leases, Kind.AGREE, bodies.AGREE),
        one_by_one(customers, IdentityPurpose.PAYMENT, Agreeing(flows.providers.agreements()).agree, _traced),
        finished,
    )
    await desk.add(
        Kind.ALERT,
        SqlLeases(*leases, Kind.ALERT, bodies.ALERT),
        Alerting(flows.providers.staff_messages()).plan,
        finished,
        NOTICES,
    )
    await desk.add(Kind.REMIND, SqlLeases(*leases, Kind.REMIND, bodies.REMIND), flows.reminding.plan, finished, NOTICES)
    await desk.add(
        Kind.NOTIFY,
        SqlLeases(*leases, Kind.NOTIFY, bodies.NOTIFY),
        together(customers, IdentityPurpose.NOTIFICATION, flows.notifying.notify),
        finished,
        NOTICES,
    )


@contextmanager
def _traced(item: WorkItem[W]) -> Iterator[WorkItem[W]]:
    """A span around what is asked outside for an item; what follows from it is below the span."""
    with span(f"outside {item.work.KIND}", item.cause.traceparent, SpanKind.CLIENT) as traceparent:
        yield replace(item, cause=replace(item.cause, traceparent=traceparent))
