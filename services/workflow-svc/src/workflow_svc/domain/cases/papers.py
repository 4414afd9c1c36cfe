"""Whether a paper that somebody names is there, is this application's, and proves what it shall."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from loan_servicekit.core import FieldError, Invalid
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.tasks.note import Attached
from workflow_svc.domain.tasks.plan import EvidenceKind

# Which papers of application-svc are evidence of which kind.
PROVES: dict[EvidenceKind, tuple[str, ...]] = {
    EvidenceKind.INTERVIEW: ("INTERVIEW",),
    EvidenceKind.DUAL_RECORDING: ("DUAL_RECORDING",),
    EvidenceKind.SIGNATURE: ("SIGNATURE",),
    EvidenceKind.DISCLOSURE: ("DISCLOSURE", "SIGNED_DISCLOSURE"),
    EvidenceKind.VALUATION: ("VALUATION",),
}


def require_proof(case: Case, kind: EvidenceKind, document_id: UUID, sha256: str) -> None:
    """Raises Invalid `document-unfit` for a paper that the application has not, with another content, or of a kind that
    proves something else."""
    _raise(_wrong(case, document_id, sha256, "", PROVES[kind]))


def require_papers(case: Case, named: Sequence[Attached]) -> None:
    """The same of the papers that a note names, of whatever kind. Of an application from before papers were told nobody
    here knows which it has."""
    if case.submitted.papers is not None:
        for number, each in enumerate(named):
            _raise(_wrong(case, each.document_id, each.sha256, f"/documents/{number}", ()))


def _wrong(case: Case, document_id: UUID, sha256: str, at: str, kinds: Sequence[str]) -> Iterator[FieldError]:
    known = {each.document_id: each for each in [*(case.submitted.papers or ()), *case.papers]}
    found = known.get(document_id)
    if found is None:
        detail = "this application has no such document; one that was uploaded a moment ago may be on its way"
        yield FieldError(f"{at}/document_id", "document-unknown", detail)
    elif found.sha256 != sha256:
        yield FieldError(f"{at}/sha256", "document-differs", "the document has another content")
    elif kinds and found.kind not in kinds:
        detail = f"a document {found.kind} is no evidence of it; {' or '.join(kinds)} is"
        yield FieldError(f"{at}/document_id", "document-kind-unfit", detail)


def _raise(wrong: Iterator[FieldError]) -> None:
    if errors := list(wrong):
        raise Invalid("document-unfit", "; ".join(each.detail for each in errors), errors)
