"""Puts application-svc together."""

from dataclasses import replace
from functools import partial

from fastapi import FastAPI

from application_svc.api.applications import routes as applications
from application_svc.api.consents import routes as consents
from application_svc.api.contracts import routes as contracts
from application_svc.api.customers import routes as customers
from application_svc.api.documents import routes as documents
from application_svc.api.products import routes as products
from application_svc.clients.document_store import ObjectDocumentStore
from application_svc.clients.sealed_documents import SealedDocumentStore
from application_svc.domain.parameter_kinds import CATALOGUE
from application_svc.messaging.subscriptions import subscriptions
from application_svc.persistence.bounds import BoundsTable
from application_svc.persistence.customers.vault import FieldVault
from application_svc.persistence.preloads import SqlPreloads
from application_svc.persistence.products.catalogue import ProductCatalogue
from application_svc.persistence.queries import SqlQueries
from application_svc.persistence.tables import SCHEMA
from application_svc.persistence.timers import OfferTimer
from application_svc.settings import Settings
from application_svc.use_cases.ports import Ports
from loan_contracts.messages import ContractSigned
from loan_contracts.operations import AuditRecorded
from loan_contracts.seals import Seals
from loan_servicekit.core import Cause
from loan_servicekit.db.crypto import FieldCipher
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.unit_of_work import tell
from loan_servicekit.http import service_app
from loan_servicekit.service import Service

NAME = "application-svc"
ROUTERS = [customers.router, consents.router, products.router, applications.router, documents.router, contracts.router]


def build(settings: Settings, mode: str) -> FastAPI:
    """The application with its background tasks."""
    seals = {ContractSigned.TYPE: Seals.parse(settings.contract_seal_keys)}
    service = Service(NAME, settings, replace(SCHEMA, seals=seals), mode, catalogue=CATALOGUE)
    reader, preloads = Reader(service.engine), SqlPreloads()
    catalogue = ProductCatalogue(service.engine)
    bounds = BoundsTable(service.parameters)
    vault = FieldVault.parse(settings.field_keys, settings.index_key)
    timer = OfferTimer(reader, preloads, service.group_commit.run_all, service.clock)
    service.on_start.append(catalogue.start)
    service.on_stop.append(catalogue.stop)
    service.background += [timer.run, lambda: vault.keep_rotated(service.engine, service.clock)]
    service.subscribe(
        subscriptions(catalogue, bounds, preloads.applications, preloads.decided, preloads.reviews, preloads.customers)
    )
    papers = SealedDocumentStore(document_store(settings), FieldCipher.parse(settings.field_keys))
    service.background.append(lambda: papers.keep_up_to_date(partial(tell_sealed, service)))
    service.queries = Ports(
        SqlQueries(reader), preloads, catalogue, bounds, vault, papers,
        synthetic_allowed=settings.profile != "production", online_branch=settings.online_branch,
    )  # fmt: skip
    return service_app(service, ROUTERS, "Customers and applications", settings.root_path)


async def tell_sealed(service: Service, count: int, key: str) -> None:
    """Records that contents of documents were sealed."""
    detail = {"documents": str(count), "key": key}
    act = AuditRecorded(subject_type="vault", subject_id=key, action="seal_documents", detail=detail)
    async with service.engine.begin() as connection:
        await tell(connection, Cause(NAME), service.clock(), act)


def document_store(settings: Settings) -> ObjectDocumentStore:
    """The store that the settings name."""
    return ObjectDocumentStore.at(settings.document_store_url, settings.document_store_endpoint,
                                  settings.document_store_region, settings.document_store_key_id,
                                  settings.document_store_secret)  # fmt: skip
