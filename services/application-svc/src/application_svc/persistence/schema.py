"""The tables of the service, by the names that its unit of work gives them."""

from application_svc.persistence.applications.tables import APPLICATIONS, REVIEWS, TASK_FACTS
from application_svc.persistence.consents.tables import CONSENT_SCANS, CONSENT_TEXTS, CONSENTS, GRANTED_CONSENTS
from application_svc.persistence.contracts.tables import COUNTERPARTIES, DISCLOSURE_DELIVERIES, PAPERS
from application_svc.persistence.customers.tables import CUSTOMERS, IDENTITY_RENEWALS, NEWCOMERS, SEALED_DETAILS
from application_svc.persistence.products.tables import PRODUCT_PROPOSALS, PRODUCT_VERSIONS
from application_svc.persistence.reveals.tables import IDENTITY_READS
from application_svc.persistence.visits.tables import VISIT_PAPERS, VISITS
from loan_servicekit.db.unit_of_work import Schema

SCHEMA = Schema(
    aggregates={
        "customers": CUSTOMERS,
        "consents": CONSENTS,
        "applications": APPLICATIONS,
        "product_proposals": PRODUCT_PROPOSALS,
        "consent_texts": CONSENT_TEXTS,
        "reviews": REVIEWS,
        "visits": VISITS,
    },
    rows={
        "sealed_details": SEALED_DETAILS,
        "granted_consents": GRANTED_CONSENTS,
        "identity_reads": IDENTITY_READS,
        "task_facts": TASK_FACTS,
        "papers": PAPERS,
        "counterparties": COUNTERPARTIES,
        "consent_scans": CONSENT_SCANS,
        "identity_renewals": IDENTITY_RENEWALS,
        "newcomers": NEWCOMERS,
        "disclosure_deliveries": DISCLOSURE_DELIVERIES,
        "product_versions": PRODUCT_VERSIONS,
        "visit_papers": VISIT_PAPERS,
    },
)
