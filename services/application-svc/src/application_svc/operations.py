"""What application-svc can do."""

from application_svc.persistence.applications.loaders import (
    applications,
    applications_and_customers,
    borrowers,
    decided,
    reviews,
)
from application_svc.persistence.consents.loaders import consents, granting, scans, text_versions, texts
from application_svc.persistence.contracts.loaders import disclosures
from application_svc.persistence.customers.loaders import (
    both_numbers,
    customers,
    known_persons,
    new_persons,
    numbers,
    sealed_customers,
)
from application_svc.persistence.products.loaders import proposals, versions
from application_svc.persistence.reveals.loaders import identities, looks
from application_svc.persistence.visits.loaders import hosts, visits, visits_and_papers
from application_svc.use_cases.applications.record_review import record_review
from application_svc.use_cases.applications.record_task import record_claim, record_completion, record_task
from application_svc.use_cases.applications.request_review import request_review
from application_svc.use_cases.applications.request_supplement import request_supplement
from application_svc.use_cases.applications.save_draft import save_draft
from application_svc.use_cases.applications.submit_application import submit_application
from application_svc.use_cases.applications.submit_draft import submit_draft
from application_svc.use_cases.applications.supplement_application import supplement_application
from application_svc.use_cases.applications.withdraw_application import withdraw_application
from application_svc.use_cases.consents.change_consent_texts import decide_consent_text, propose_consent_text
from application_svc.use_cases.consents.grant_consents import grant_consents
from application_svc.use_cases.consents.keep_consent_scan import keep_consent_scan, read_consent_scan
from application_svc.use_cases.consents.withdraw_consent import withdraw_consent
from application_svc.use_cases.contracts.certify_disclosure import certify_disclosure
from application_svc.use_cases.contracts.check_condition_off import check_condition_off
from application_svc.use_cases.contracts.confirm_disclosure import confirm_disclosure
from application_svc.use_cases.contracts.deliver_disclosure import deliver_disclosure
from application_svc.use_cases.contracts.expire_offer import expire_offer
from application_svc.use_cases.contracts.name_counterparty import name_counterparty
from application_svc.use_cases.contracts.record_decision import record_decision
from application_svc.use_cases.contracts.record_disbursement import record_disbursement
from application_svc.use_cases.contracts.record_line import record_line
from application_svc.use_cases.contracts.record_settlement import record_settlement
from application_svc.use_cases.contracts.record_transfer import record_transfer
from application_svc.use_cases.contracts.sign_by_provider import sign_by_provider
from application_svc.use_cases.contracts.sign_contract import sign_contract
from application_svc.use_cases.customers.change_customer_details import change_customer_details
from application_svc.use_cases.customers.check_known import check_known
from application_svc.use_cases.customers.record_card_verification import record_card_verification
from application_svc.use_cases.customers.record_refusal import record_refusal
from application_svc.use_cases.customers.register_customer import register_customer
from application_svc.use_cases.customers.register_newcomer import register_newcomer, welcome_newcomer
from application_svc.use_cases.documents.attach_document import attach_document
from application_svc.use_cases.documents.read_document import read_document
from application_svc.use_cases.products.decide_product import approve_product, reject_product, withdraw_product
from application_svc.use_cases.products.propose_product import propose_product
from application_svc.use_cases.reveals.identify_customers import identify_customers
from application_svc.use_cases.reveals.reveal_customer import reveal_customer
from application_svc.use_cases.visits.keep_visit_paper import keep_visit_paper
from application_svc.use_cases.visits.plan_visit import cancel_visit, plan_visit
from application_svc.use_cases.visits.report_visit import confirm_visit, look_at_visits, report_visit
from loan_servicekit.db.operation import Operation


class Operations:
    """The table: each use case with what loads for it."""

    def __init__(self) -> None:
        # customers
        self.register_customer = Operation(register_customer, known_persons)
        self.welcome_newcomer = Operation(welcome_newcomer, numbers)
        self.register_newcomer = Operation(register_newcomer, new_persons)
        self.change_customer_details = Operation(change_customer_details, sealed_customers)
        self.record_card_verification = Operation(record_card_verification, customers)
        self.check_known = Operation(check_known, both_numbers)
        self.record_refusal = Operation(record_refusal)
        # consents
        self.grant_consents = Operation(grant_consents, granting)
        self.withdraw_consent = Operation(withdraw_consent, consents)
        self.keep_consent_scan = Operation(keep_consent_scan, customers)
        self.read_consent_scan = Operation(read_consent_scan, scans)
        self.propose_consent_text = Operation(propose_consent_text, text_versions)
        self.decide_consent_text = Operation(decide_consent_text, texts)
        # products
        self.propose_product = Operation(propose_product, versions)
        self.approve_product = Operation(approve_product, versions)
        self.reject_product = Operation(reject_product, proposals)
        self.withdraw_product = Operation(withdraw_product, proposals)
        # applications
        self.submit_application = Operation(submit_application, borrowers)
        self.save_draft = Operation(save_draft, borrowers)
        self.submit_draft = Operation(submit_draft, borrowers)
        self.supplement_application = Operation(supplement_application, applications)
        self.request_supplement = Operation(request_supplement, applications)
        self.withdraw_application = Operation(withdraw_application, applications)
        self.record_task = Operation(record_task, applications)
        self.record_claim = Operation(record_claim)
        self.record_completion = Operation(record_completion)
        self.request_review = Operation(request_review, applications)
        self.record_review = Operation(record_review, reviews)
        # documents
        self.attach_document = Operation(attach_document, applications)
        self.read_document = Operation(read_document, applications)
        # contracts
        self.record_decision = Operation(record_decision, decided)
        self.deliver_disclosure = Operation(deliver_disclosure, disclosures)
        self.confirm_disclosure = Operation(confirm_disclosure, disclosures)
        self.certify_disclosure = Operation(certify_disclosure, applications)
        self.check_condition_off = Operation(check_condition_off, applications)
        self.name_counterparty = Operation(name_counterparty, applications_and_customers)
        self.sign_contract = Operation(sign_contract, borrowers)
        self.sign_by_provider = Operation(sign_by_provider, borrowers)
        self.expire_offer = Operation(expire_offer, applications)
        self.record_disbursement = Operation(record_disbursement, applications)
        self.record_settlement = Operation(record_settlement, applications)
        self.record_line = Operation(record_line, applications)
        self.record_transfer = Operation(record_transfer, applications)
        # visits
        self.plan_visit = Operation(plan_visit, hosts)
        self.cancel_visit = Operation(cancel_visit, visits)
        self.keep_visit_paper = Operation(keep_visit_paper, visits_and_papers)
        self.report_visit = Operation(report_visit, visits_and_papers)
        self.confirm_visit = Operation(confirm_visit, visits)
        self.look_at_visits = Operation(look_at_visits)
        # reveals
        self.identify_customers = Operation(identify_customers, identities)
        self.reveal_customer = Operation(reveal_customer, looks)
