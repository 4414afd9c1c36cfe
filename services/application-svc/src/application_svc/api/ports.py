"""What the routes work with."""

from dataclasses import dataclass, field
from typing import TypeAlias

from application_svc.domain.customers.attempts import Attempts
from application_svc.operations import Operations
from application_svc.use_cases.applications.ports import ApplicationQueries
from application_svc.use_cases.consents.ports import ConsentQueries
from application_svc.use_cases.contracts.ports import ContractQueries
from application_svc.use_cases.customers.ports import CustomerQueries, Vault
from application_svc.use_cases.customers.register_customer import Registry
from application_svc.use_cases.documents.ports import DocumentQueries, DocumentStore, Uploads
from application_svc.use_cases.products.ports import BoundsInForce, ProductQueries, Products
from application_svc.use_cases.reveals.ports import RevealQueries
from application_svc.use_cases.visits.ports import VisitQueries
from loan_servicekit.http import RequestContext


@dataclass(frozen=True, slots=True)
class Queries:
    """Reads, by capability."""

    customers: CustomerQueries
    consents: ConsentQueries
    products: ProductQueries
    applications: ApplicationQueries
    documents: DocumentQueries
    contracts: ContractQueries
    reveals: RevealQueries
    visits: VisitQueries


@dataclass(frozen=True, slots=True)
class Ports:
    """What wiring gives to the routes."""

    operations: Operations
    queries: Queries
    products: Products
    bounds: BoundsInForce
    vault: Vault
    documents: DocumentStore
    registry: Registry
    uploads: Uploads
    provider_signs: bool = False
    attempts: Attempts = field(default_factory=Attempts)


Context: TypeAlias = RequestContext[Ports]
