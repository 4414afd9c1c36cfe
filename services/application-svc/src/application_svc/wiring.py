"""Puts application-svc together."""

from dataclasses import replace
from functools import partial

from fastapi import FastAPI

from application_svc.api.applications import own as own_applications
from application_svc.api.applications import own_acts
from application_svc.api.applications import partners as partner_applications
from application_svc.api.applications import routes as applications
from application_svc.api.consents import routes as consents
from application_svc.api.contracts import own as own_contracts
from application_svc.api.contracts import provider as provider_signatures
from application_svc.api.contracts import routes as contracts
from application_svc.api.customers import own as own_person
from application_svc.api.customers import routes as customers
from application_svc.api.customers import sign_in
from application_svc.api.documents import own as own_documents
from application_svc.api.documents import routes as documents
from application_svc.api.ports import Ports, Queries
from application_svc.api.products import own as offerings
from application_svc.api.products import routes as products
from application_svc.api.visits import routes as visits
from application_svc.clients.document_store import ObjectDocumentStore
from application_svc.clients.sealed_documents import SealedDocumentStore
from application_svc.domain.parameter_kinds import CATALOGUE
from application_svc.domain.retention import RULES
from application_svc.jobs.expire_offers import EVERY_S, OfferTimer
from application_svc.jobs.seal_documents import TRY_AGAIN_S, DocumentSealer
from application_svc.messaging.subscriptions import subscriptions
from application_svc.operations import Operations
from application_svc.persistence.applications.queries import SqlApplicationQueries
from application_svc.persistence.bounds import BoundsTable
from application_svc.persistence.consents.queries import SqlConsentQueries
from application_svc.persistence.contracts.queries import SqlContractQueries
from application_svc.persistence.customers.queries import SqlCustomerQueries
from application_svc.persistence.customers.vault import FieldVault
from application_svc.persistence.documents.queries import SqlDocumentQueries
from application_svc.persistence.products.catalogue import ProductCatalogue
from application_svc.persistence.products.queries import SqlProductQueries
from application_svc.persistence.reveals.queries import SqlRevealQueries
from application_svc.persistence.schema import SCHEMA
from application_svc.persistence.visits.queries import SqlVisitQueries
from application_svc.settings import Settings
from application_svc.use_cases.customers.register_customer import Registry
from application_svc.use_cases.documents.ports import Uploads
from loan_contracts.applications import ContractSigned
from loan_contracts.operations import AuditRecorded
from loan_contracts.seals import Seals
from loan_servicekit.core import Cause
from loan_servicekit.db.crypto import FieldCipher
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.unit_of_work import tell
from loan_servicekit.http import service_app
from loan_servicekit.jobs import Where
from loan_servicekit.service import Service

NAME = "application-svc"
ROUTERS = [
    customers.router,
    sign_in.router,
    consents.router,
    products.router,
    applications.router,
    documents.router,
    contracts.router,
    visits.router,
    own_person.router,
    offerings.router,
    own_applications.router,
    own_acts.router,
    own_documents.router,
    own_contracts.router,
    provider_signatures.router,
    partner_applications.router,
]
PRODUCTS_FRESH_S = 60.0  # a new version begins on a later day: a minute is soon enough for the other processes
ROTATION_S = 3600.0


def build(settings: Settings, mode: str) -> FastAPI:
    """The application with its jobs."""
    seals = {ContractSigned.TYPE: Seals.parse(settings.contract_seal_keys)}
    service = Service(NAME, settings, replace(SCHEMA, seals=seals), mode, catalogue=CATALOGUE, retention=RULES)
    catalogue = ProductCatalogue(service.engine)
    service.on_start.append(catalogue.refresh)
    bounds = BoundsTable(service.parameters)
    vault = FieldVault.parse(settings.field_keys, settings.index_key)
    store = SealedDocumentStore(document_store(settings), FieldCipher.parse(settings.field_keys))
    queries = _queries(service)
    registry = Registry(vault, bounds, settings.profile != "production", settings.online_branch)
    ports = Ports(
        operations=Operations(),
        queries=queries,
        products=catalogue,
        bounds=bounds,
        vault=vault,
        documents=store,
        registry=registry,
        uploads=Uploads(queries.applications, queries.customers, catalogue, store),
        provider_signs=settings.provider_signs,
    )
    service.subscribe(subscriptions(ports.operations, catalogue, bounds))
    _set_jobs(service, ports, catalogue, vault, store)
    return service_app(service, ROUTERS, "Customers and applications", settings.root_path, ports)


def _queries(service: Service) -> Queries:
    reader = Reader(service.engine)
    return Queries(
        customers=SqlCustomerQueries(reader),
        consents=SqlConsentQueries(reader),
        products=SqlProductQueries(reader),
        applications=SqlApplicationQueries(reader),
        documents=SqlDocumentQueries(reader),
        contracts=SqlContractQueries(reader),
        reveals=SqlRevealQueries(reader),
        visits=SqlVisitQueries(reader),
    )


def _set_jobs(
    service: Service, ports: Ports, catalogue: ProductCatalogue, vault: FieldVault, store: SealedDocumentStore
) -> None:
    timer = OfferTimer(ports.operations, ports.queries.contracts, service.group_commit, service.clock)
    sealer = DocumentSealer(store, partial(tell_sealed, service))
    rotate = partial(vault.rotate, service.engine, service.clock)
    service.every(PRODUCTS_FRESH_S, catalogue.refresh, Where.EVERYWHERE, name="products")
    service.every(EVERY_S, timer.expire_offers)
    service.every(ROTATION_S, rotate, name="rotate_vault")
    sealer.done = service.every(TRY_AGAIN_S, sealer.seal_documents).done


async def tell_sealed(service: Service, count: int, key: str) -> None:
    """Records that contents of documents were sealed."""
    detail = {"documents": str(count), "key": key}
    act = AuditRecorded(subject_type="vault", subject_id=key, action="seal_documents", detail=detail)
    async with service.engine.begin() as connection:
        await tell(connection, Cause(NAME), service.clock(), act)


def document_store(settings: Settings) -> ObjectDocumentStore:
    """The store that the settings name."""
    return ObjectDocumentStore.at(
        url=settings.document_store_url,
        endpoint=settings.document_store_endpoint,
        region=settings.document_store_region,
        key_id=settings.document_store_key_id,
        secret=settings.document_store_secret,
    )
