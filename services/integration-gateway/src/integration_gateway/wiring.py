"""Puts integration-gateway together."""

from collections.abc import Callable
from typing import Any

import aiohttp
from fastapi import FastAPI

from integration_gateway.api.routes import router
from integration_gateway.clients.customers.application_svc.adapter import CustomerDirectory, ServiceToken
from integration_gateway.clients.notifications.sms_push import adapter as sms_push
from integration_gateway.clients.outbound import Line, LineSettings, http_session
from integration_gateway.clients.payments.unionpay import adapter as unionpay
from integration_gateway.clients.sources.carrier import adapter as carrier
from integration_gateway.clients.sources.collector import SourceCollector
from integration_gateway.clients.sources.courts import adapter as courts
from integration_gateway.clients.sources.nciic import adapter as nciic
from integration_gateway.clients.sources.pboc import adapter as pboc
from integration_gateway.clients.sources.samr import adapter as samr
from integration_gateway.clients.sources.social_fund import adapter as social_fund
from integration_gateway.clients.sources.tax_bureau import adapter as tax_bureau
from integration_gateway.messaging.subscriptions import subscriptions
from integration_gateway.persistence.desk.desk import SqlDesk, mark_done, take_in
from integration_gateway.persistence.queries import SqlQueries
from integration_gateway.persistence.sources.sealing import Resealing, sealer
from integration_gateway.persistence.tables import SCHEMA
from integration_gateway.settings import Settings
from integration_gateway.use_cases.desk.intake import Workers
from integration_gateway.use_cases.desk.work_the_desk import CardWorker, CollectionWorker, NoticeWorker, PaymentWorker
from integration_gateway.use_cases.ports import Due
from loan_contracts.seals import Seals
from loan_servicekit.core import Cause
from loan_servicekit.db.crypto import FieldCipher
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.transactor import Work
from loan_servicekit.db.unit_of_work import UnitOfWork
from loan_servicekit.http import service_app
from loan_servicekit.service import Service

NAME = "integration-gateway"


class GatewayService(Service):
    """The service with what its routes show beside."""

    provider_figures: Callable[[], dict[str, dict[str, Any]]]


class Providers:
    """One line a provider operation, over the session of the process."""

    def __init__(self, session: aiohttp.ClientSession, settings: Settings) -> None:
        self._session, self._url, self._settings = session, settings.providers_url.rstrip("/"), settings
        self.lines: dict[str, Line] = {}

    def line(self, path: str, timeout_s: float) -> Line:
        """The line to a path of the providers' address."""
        made = Line(self._session, LineSettings(self._url + path, timeout_s))
        self.lines[path] = made
        return made

    def collector(self) -> SourceCollector:
        """All sources."""
        quick = self._settings.identity_timeout_s
        return SourceCollector(
            identity=nciic.NciicIdentityCheck(self.line(nciic.PATH, quick)),
            telecom=carrier.CarrierTelecom(self.line(carrier.PATH, quick)),
            bureau=pboc.PbocCreditBureau(self.line(pboc.PATH, self._settings.bureau_timeout_s)),
            social_insurance=social_fund.SocialFund(self.line(social_fund.PATH, social_fund.TIMEOUT_S)),
            tax=tax_bureau.TaxBureau(self.line(tax_bureau.PATH, tax_bureau.TIMEOUT_S)),
            courts=courts.EnforcementRegister(self.line(courts.PATH, courts.TIMEOUT_S)),
            registry=samr.SamrRegistry(self.line(samr.PATH, samr.TIMEOUT_S)),
        )

    def payments(self) -> unionpay.UnionPayPayments:
        """The payment channel."""
        return unionpay.UnionPayPayments(
            self.line(unionpay.TRANSACTIONS_PATH, unionpay.TIMEOUT_S),
            self.line(unionpay.QUERIES_PATH, unionpay.TIMEOUT_S),
        )

    def cards(self) -> unionpay.UnionPayCards:
        """The bank's word on cards."""
        return unionpay.UnionPayCards(self.line(unionpay.AUTHENTICATIONS_PATH, unionpay.TIMEOUT_S))

    def messages(self) -> sms_push.SmsPushMessages:
        """The message provider."""
        return sms_push.SmsPushMessages(self.line(sms_push.PATH, sms_push.TIMEOUT_S))


def build(settings: Settings, mode: str) -> FastAPI:
    """The application with its background tasks."""
    service = GatewayService(NAME, settings, SCHEMA, mode)
    workers = Workers(settings.replica)
    service.subscribe(subscriptions(take_in(workers.begin), Seals.parse(settings.order_seal_keys)))
    service.queries = SqlQueries(Reader(service.engine))
    service.provider_figures = dict
    cipher = FieldCipher.parse(settings.field_keys)
    seal = sealer(cipher)
    service.background.append(Resealing(service.engine, cipher, service.clock).keep_resealed)
    desks = {kind: SqlDesk(service.engine, kind, settings.replica) for kind in ("COLLECT", "PAY", "NOTIFY", "VERIFY")}

    async def finished(use_case: Any, command: Any, due: Due) -> Any:
        cause = Cause(NAME, due.correlation_id, due.causation_id, due.traceparent)
        return await service.group_commit.run(Work(use_case, command, cause, preload=mark_done))

    def hand_over(uow: UnitOfWork) -> None:
        if intake := uow.batch.get("intake"):
            workers.committed(intake)

    async def open_lines() -> None:
        session = http_session()
        service.on_stop.append(session.close)
        providers = Providers(session, settings)
        token = ServiceToken(session, settings.oidc_issuer, settings.oidc_client_id, settings.oidc_client_secret)
        customers = CustomerDirectory(session, settings.application_svc_url, token)
        common = (customers, finished, service.clock)
        for worker in (
            CollectionWorker(desks["COLLECT"], *common, providers.collector(), seal),
            PaymentWorker(desks["PAY"], *common, providers.payments()),
            CardWorker(desks["VERIFY"], *common, providers.cards()),
            NoticeWorker(desks["NOTIFY"], *common, providers.messages()),
        ):
            workers.add(worker)
            service.background.append(worker.run)
        service.background.append(workers.watch)
        service.after_commit.append(hand_over)
        service.provider_figures = lambda: {path: line.figures() for path, line in providers.lines.items()}
        if mode != "api":
            for desk in desks.values():
                await desk.free()

    service.on_start.append(open_lines)
    return service_app(service, [router], "Integration gateway", settings.root_path)
