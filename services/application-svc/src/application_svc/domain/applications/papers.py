"""Which papers an application takes in which state, and what is told of them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from application_svc.domain.applications.status import IN_PROCESS, OFFERED, ApplicationStatus
from application_svc.domain.documents.documents import Document, DocumentKind
from loan_contracts.applications import Paper
from loan_servicekit.core import Conflict, FieldError, Invalid

MOST_OF_A_KIND, MOST_DOCUMENTS = 10, 100
EDITABLE = (ApplicationStatus.DRAFT, ApplicationStatus.SUPPLEMENT)
# Taken while an offer waits, too.
OF_CONTRACT = (DocumentKind.SIGNED_DISCLOSURE, DocumentKind.PURPOSE_PROOF, DocumentKind.SIGNED_CONTRACT)
# What tasks of a case need as evidence (workflow-svc): taken while it is in process, whatever its product asks for.
EVIDENCE = (
    DocumentKind.INTERVIEW,
    DocumentKind.DUAL_RECORDING,
    DocumentKind.SIGNATURE,
    DocumentKind.DISCLOSURE,
    DocumentKind.VALUATION,
)


def is_beside(kind: DocumentKind, status: ApplicationStatus) -> bool:
    """Whether a paper is of the contract or of the case by now, and not one that the product lists."""
    return (kind in OF_CONTRACT and status in OFFERED) or (kind in EVIDENCE and status in IN_PROCESS)


def states_of(kind: DocumentKind) -> tuple[ApplicationStatus, ...]:
    """When a paper that is beside nothing is taken."""
    if kind in EVIDENCE:
        return IN_PROCESS
    return OFFERED if kind is DocumentKind.SIGNED_DISCLOSURE else EDITABLE


def papers_of(documents: Iterable[Document]) -> list[Paper]:
    """What is told of documents."""
    return [Paper(document_id=each.id, kind=each.kind.value, sha256=each.sha256) for each in documents]


def require_room(application_no: str, kind: DocumentKind, documents: Sequence[Document], since: datetime) -> None:
    """Raises Conflict `documents-too-many`. What a reviewer asked for later is counted anew."""
    of_kind = sum(1 for each in documents if each.kind is kind and each.uploaded_at >= since)
    if of_kind >= MOST_OF_A_KIND or len(documents) >= MOST_DOCUMENTS:
        raise Conflict(
            "documents-too-many",
            f"application {application_no} has {of_kind} documents {kind} and {len(documents)} in all; "
            f"at most {MOST_OF_A_KIND} of a kind and {MOST_DOCUMENTS} in all are taken",
        )


def require_documents(kinds: Sequence[DocumentKind], documents: Sequence[Document]) -> None:
    """Raises Invalid `documents-missing`, which names each."""
    present = {document.kind for document in documents}
    missing = [kind for kind in kinds if kind not in present]
    if missing:
        code = "documents-missing"
        errors = [FieldError(f"/documents/{kind}", code, f"a document {kind} is needed") for kind in missing]
        detail = (
            f"these documents are missing: {', '.join(missing)}; papers of "
            "earlier applications that are still valid serve again with reuse_documents"
        )
        raise Invalid("documents-missing", detail, errors)
