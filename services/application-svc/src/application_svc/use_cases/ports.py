"""The unit of work: what a use case can change and tell in one transaction."""

from typing import Protocol, TypeVar

from application_svc.domain.consents.consent import Consent
from application_svc.domain.visits.visit import VisitPaper
from application_svc.use_cases.applications.ports import Applications, Reviews, TaskFact
from application_svc.use_cases.consents.ports import Consents, ConsentScan, ConsentTexts
from application_svc.use_cases.contracts.ports import DisclosureDelivery, OfferPapers, SealedPayee
from application_svc.use_cases.customers.ports import Customers, IdentityRenewal, Newcomer, SealedDetails
from application_svc.use_cases.products.ports import AddedVersion, ProductProposals
from application_svc.use_cases.reveals.ports import IdentityRead
from application_svc.use_cases.visits.ports import Visits
from loan_contracts.message import Message

R = TypeVar("R", contravariant=True)


class Appended(Protocol[R]):
    """Rows that are written as a whole: those of `sealed_details` take the place of an earlier one, others stay."""

    def append(self, row: R) -> None:
        """One row."""


class UnitOfWork(Protocol):
    """One transaction."""

    customers: Customers
    consents: Consents
    applications: Applications
    reviews: Reviews
    visits: Visits
    product_proposals: ProductProposals
    consent_texts: ConsentTexts
    sealed_details: Appended[SealedDetails]
    granted_consents: Appended[Consent]
    identity_reads: Appended[IdentityRead]
    consent_scans: Appended[ConsentScan]
    identity_renewals: Appended[IdentityRenewal]
    newcomers: Appended[Newcomer]
    task_facts: Appended[TaskFact]
    papers: Appended[OfferPapers]
    counterparties: Appended[SealedPayee]
    disclosure_deliveries: Appended[DisclosureDelivery]
    product_versions: Appended[AddedVersion]
    visit_papers: Appended[VisitPaper]

    def emit(self, message: Message) -> None:
        """Sends a message that belongs to no aggregate."""
