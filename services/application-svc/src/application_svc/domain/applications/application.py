"""An application (进件): drafted, submitted, supplemented, withdrawn or decided (domain.md §15.1).

What follows from the decision on, from the offer to the pay-out, stands in `contracting`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from application_svc.domain.applications.offer import (
    CheckedCondition,
    Confirmation,
    ContractStatus,
    Counterparty,
    Decision,
    Offer,
    Signature,
)
from application_svc.domain.applications.papers import (
    EVIDENCE,
    is_beside,
    papers_of,
    require_documents,
    require_room,
    states_of,
)
from application_svc.domain.applications.status import IN_PROCESS, OFFERED, ApplicationStatus
from application_svc.domain.applications.wish import Applicant, Supplement, Wish, declared_facts
from application_svc.domain.customers.customer import require_card
from application_svc.domain.documents.documents import Document, DocumentKind, newest_by_kind
from application_svc.domain.errors import wrong_field
from application_svc.domain.products.product import Product
from application_svc.domain.products.request import Request, check_request
from loan_contracts.access import COMMITTEE_MEMBER
from loan_contracts.applications import (
    ApplicationSubmitted,
    ApplicationSupplemented,
    ApplicationWithdrawn,
    DocumentAttached,
    WithdrawalReason,
)
from loan_contracts.values import Source
from loan_servicekit.core import Aggregate, Conflict, Forbidden, business_day


@dataclass(eq=False)
class Application(Aggregate):
    """One request for one loan."""

    AUDITED_AS = "application"

    id: UUID
    application_no: str
    customer_id: UUID
    branch: str
    channel: str
    product_code: str
    product_version: int
    wish: Wish
    created_by: str
    created_at: datetime
    status: ApplicationStatus = ApplicationStatus.DRAFT
    documents: list[Document] = field(default_factory=list)
    submitted_by: str | None = None
    submitted_at: datetime | None = None
    supplement: Supplement | None = None
    decision: Decision | None = None
    contract_status: ContractStatus | None = None
    offer: Offer | None = None
    confirmation: Confirmation | None = None
    signature: Signature | None = None
    counterparty: Counterparty | None = None
    checked: list[CheckedCondition] = field(default_factory=list)
    loan_id: UUID | None = None
    disbursed_at: datetime | None = None
    approval_ended_at: datetime | None = None  # consents to ask for its approval end here
    ended_at: datetime | None = None  # and those to ask while its loan lasts here
    partner_id: UUID | None = None  # the platform that has brought it

    @property
    def application_id(self) -> UUID:
        """Its id, as what belongs to it calls it."""
        return self.id

    @property
    def form(self) -> Mapping[str, Any]:
        """What was entered beside the wish itself."""
        return self.wish.form

    @property
    def made_by(self) -> list[str]:
        """Who drafted it, uploaded its papers and submitted it, in order; what is signed is of the contract."""
        kinds_of_contract = (DocumentKind.SIGNED_DISCLOSURE, DocumentKind.SIGNED_CONTRACT)
        papers = (document.uploaded_by for document in self.documents if document.kind not in kinds_of_contract)
        return list(dict.fromkeys([self.created_by, *papers, *([self.submitted_by] if self.submitted_by else [])]))

    @property
    def handled_by(self) -> tuple[str, ...]:
        """Who made it, decided it and took part in its contract so far, in order."""
        decided_by = self.decision.decided_by.split(",") if self.decision and not self.decision.automatic else []
        contracted_by = [each.checked_by for each in self.checked]
        contracted_by += [self.counterparty.named_by] if self.counterparty else []
        contracted_by += [self.confirmation.confirmed_by] if self.confirmation else []
        contracted_by += [self.signature.signed_by] if self.signature else []
        return tuple(dict.fromkeys([*self.made_by, *decided_by, *contracted_by]))

    def require_apart(self, by: str) -> None:
        """Who made or decided it takes no part in its contract (R-9.10, R-9.15), whatever roles he holds.

        Raises Forbidden `maker-not-checker`.
        """
        decided_by = self.decision.decided_by.split(",") if self.decision else []
        if by in (*self.made_by, *decided_by):
            raise Forbidden(
                "maker-not-checker", "who made or decided an application takes no part in its contract (R-9.15)"
            )

    def end(self, now: datetime) -> None:
        """Nothing comes of it any more, or its loan is repaid."""
        self.approval_ended_at, self.ended_at = self.approval_ended_at or now, now

    def reopen(self) -> None:
        """A review has revised its decline: what its consents were given for goes on."""
        self.approval_ended_at = self.ended_at = None

    def keep_as_draft(self) -> None:
        """Keeps an application that its applicant will complete later."""
        self._require(ApplicationStatus.DRAFT)
        self.audit("draft_application", {"product": self.product_code})

    def attach_document(self, document: Document, product: Product) -> None:
        """Adds a document, before submission or when one was asked for; the signed cost disclosure, and what proves
        whom to pay, while an offer waits; evidence that a task needs, while it is in process.

        Raises Conflict `application-not-editable`, `documents-too-many`, Invalid `document-kind-not-accepted`.
        """
        kind, told = document.kind, {"kind": document.kind.value, "sha256": document.sha256}
        if not (beside := is_beside(kind, self.status)):
            self._require(*states_of(kind))
        if not beside and kind not in product.accepted_documents:
            accepted = ", ".join(product.accepted_documents)
            raise wrong_field("/kind", "document-kind-not-accepted", f"{kind} is not among {accepted}")
        since = self.supplement.requested_at if self.supplement is not None else self.created_at
        require_room(self.application_no, kind, self.documents, since)
        self.documents.append(document)
        if kind in EVIDENCE:
            told |= {"document_id": str(document.id), "uploaded_by": document.uploaded_by}
            self.record(DocumentAttached, application_id=self.id, uploaded_at=document.uploaded_at, **told)
        else:
            self.audit("attach_document", told)

    def reuse_documents(self, documents: Sequence[Document]) -> None:
        """The customer agrees that papers of his earlier applications serve for this one too.

        Raises Conflict `application-not-editable`.
        """
        self._require(ApplicationStatus.DRAFT)
        if documents:
            self.documents = [*self.documents, *documents]
            self.audit("reuse_documents", {"kinds": ",".join(document.kind for document in documents)})

    def submit(
        self, product: Product, applicant: Applicant, consent_ids: Mapping[Source, UUID], by: str, now: datetime
    ) -> None:
        """Hands the application in. `consent_ids` covers the product's required sources (`consent.covering_consents`).

        Raises Conflict `application-not-editable`, Invalid `application-invalid`, `card-missing`, `documents-missing`.
        """
        self._require(ApplicationStatus.DRAFT)
        assert (product.code, product.version) == (self.product_code, self.product_version)
        wish = self.wish
        check_request(
            product,
            Request(
                amount_minor=wish.amount_minor,
                term_months=wish.term_months,
                method=wish.method,
                purpose=wish.purpose,
                form=dict(wish.form),
                age=applicant.age,
                today=business_day(now),
                schedule=wish.schedule or (),
            ),
        )
        require_card(applicant.tokens, self.customer_id)
        require_documents(product.required_documents, self.documents)
        self.status, self.submitted_by, self.submitted_at = ApplicationStatus.SUBMITTED, by, now
        self._tell_submitted(product, applicant, consent_ids)

    def _tell_submitted(self, product: Product, applicant: Applicant, consent_ids: Mapping[Source, UUID]) -> None:
        """Everything that its process and who judges it need to know."""
        wish = self.wish
        self.record(
            ApplicationSubmitted,
            application_id=self.id,
            application_no=self.application_no,
            customer_id=self.customer_id,
            branch=self.branch,
            channel=self.channel,
            product_code=product.code,
            product_version=product.version,
            process_code=product.process_code,
            amount_minor=wish.amount_minor,
            currency=product.currency,
            term_months=wish.term_months,
            repayment_method=wish.method,
            purpose=wish.purpose,
            auto_authority_minor=product.auto_authority_minor,
            committee_over_minor=product.committee_over_minor,
            product_min_minor=product.min_amount_minor,
            product_max_minor=product.max_amount_minor,
            max_annual_rate=product.max_total_annual_rate,
            customer_type=product.customer_type.value,
            online_consumer_credit=product.online_consumer_credit,
            own_exposure_minor=applicant.owed.unsecured_minor,
            own_online_consumer_minor=applicant.owed.online_consumer_minor,
            legal_room_minor=applicant.legal_room_minor,
            own_debt_service_minor=applicant.owed.debt_service_minor,
            accepted_documents=[kind.value for kind in product.accepted_documents],
            required_documents=[kind.value for kind in product.required_documents],
            documents=newest_by_kind(self.documents),
            papers=papers_of(self.documents),
            required_sources=product.required_sources,
            optional_sources=product.optional_sources,
            consent_ids=dict(consent_ids),
            declared=declared_facts(wish.form, applicant.age),
            person_token=applicant.tokens.person,
            mobile_token=applicant.tokens.mobile,
            card_token=applicant.tokens.card,
            device_token=applicant.device_token,
            submitted_at=self.submitted_at,
            submitted_by=self.submitted_by,
            made_by=self.made_by,
        )

    def hand_to(self, role: str, now: datetime) -> None:
        """The case waits for a person of this role.

        While documents are awaited, only a task that comes after their due time counts: the case has gone on without
        them. One from before has merely come late. Raises Conflict `application-not-in-process`, `supplement-awaited`.
        """
        self._require_in_process(*IN_PROCESS)
        supplement = self.supplement
        if self.status is ApplicationStatus.SUPPLEMENT and supplement is not None and now < supplement.due_at:
            raise Conflict(
                "supplement-awaited",
                f"application {self.application_no} waits for documents until {supplement.due_at.isoformat()}",
            )
        status = ApplicationStatus.APPROVAL if role == COMMITTEE_MEMBER else ApplicationStatus.REVIEW
        if status is not self.status:
            self.status = status
            self.audit("record_task", {"status": status.value, "role": role})

    def request_supplement(self, kinds: Sequence[DocumentKind], due_at: datetime, now: datetime) -> None:
        """A reviewer needs more documents, handed in from now on; a later request takes the place of an earlier one.

        Raises Conflict `application-not-in-process`.
        """
        self._require_in_process(*IN_PROCESS)
        self.status = ApplicationStatus.SUPPLEMENT
        self.supplement = Supplement(tuple(kinds), now, due_at)
        self.audit("request_supplement", {"kinds": ",".join(kinds), "due_at": due_at.isoformat()})

    def complete_supplement(self, now: datetime) -> None:
        """The documents that were asked for are there; the case is checked anew.

        Raises Conflict `application-not-in-process`, Invalid `documents-missing`.
        """
        self._require_in_process(ApplicationStatus.SUPPLEMENT)
        assert self.supplement is not None
        since = self.supplement.requested_at
        handed_in = [document for document in self.documents if document.uploaded_at >= since]
        require_documents(self.supplement.kinds, handed_in)
        self.status = ApplicationStatus.SUBMITTED
        self.record(
            ApplicationSupplemented,
            application_id=self.id,
            document_kinds=[kind.value for kind in self.supplement.kinds],
            supplemented_at=now,
            supplemented_by=list(dict.fromkeys(document.uploaded_by for document in handed_in)),
            papers=papers_of(handed_in),
        )

    def withdraw(self, reason: WithdrawalReason | None, now: datetime) -> None:
        """The applicant steps back, until the contract is signed; an offer ends with it.

        Of a draft nobody else knows, so only the record is kept. Raises Conflict `application-not-withdrawable`.
        """
        signed = self.signature is not None
        if signed or self.status not in (ApplicationStatus.DRAFT, *IN_PROCESS, *OFFERED):
            state = f"its contract is {self.contract_status}" if signed else f"it is {self.status}"
            raise Conflict(
                "application-not-withdrawable",
                f"application {self.application_no} cannot be withdrawn any more: {state}",
            )
        self.status = ApplicationStatus.WITHDRAWN
        self.end(now)
        if self.submitted_at is None:
            self.audit("withdraw_draft", {"reason": reason or ""})
            return
        if self.contract_status is not None:
            self.contract_status = ContractStatus.TERMINATED
        self.record(ApplicationWithdrawn, application_id=self.id, reason=reason or "", withdrawn_at=now)

    def require_decidable(self, supersedes: UUID | None) -> None:
        """It is undecided, or was declined by the decision that a review has revised.

        Raises what `require_undecided` raises.
        """
        before = self.decision
        if before is None or before.id != supersedes or self.status is not ApplicationStatus.DECLINED:
            self.require_undecided()

    def require_undecided(self) -> None:
        """Raises Conflict `application-already-decided` after the one decision, `application-not-in-process` before or
        beside the process."""
        if self.decision is not None:
            raise Conflict(
                "application-already-decided",
                f"application {self.application_no} was decided {self.decision.outcome} at "
                f"{self.decision.decided_at.isoformat()}; it is decided once",
            )
        self._require_in_process(*IN_PROCESS)

    def _require(self, *allowed: ApplicationStatus) -> None:
        if self.status not in allowed:
            raise Conflict(
                "application-not-editable",
                f"application {self.application_no} is {self.status}; this needs {' or '.join(allowed)}",
            )

    def _require_in_process(self, *allowed: ApplicationStatus) -> None:
        if self.status not in allowed:
            raise Conflict(
                "application-not-in-process",
                f"application {self.application_no} is {self.status}; this needs {' or '.join(allowed)}",
            )
