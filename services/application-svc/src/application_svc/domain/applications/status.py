"""Where an application stands (domain.md §15.1)."""

from enum import StrEnum


class ApplicationStatus(StrEnum):
    """States of domain.md §15.1. Its PRESCREEN is the automatic check, which begins with the submission: SUBMITTED.

    Its INVESTIGATION is field work, which no product here asks for.
    """

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"  # checked automatically, at first and again after a supplement
    SUPPLEMENT = "SUPPLEMENT"  # waits for documents that a reviewer asked for
    REVIEW = "REVIEW"  # waits for a reviewer, or is with one
    APPROVAL = "APPROVAL"  # waits for the votes of the expert committee
    APPROVED = "APPROVED"
    CONDITIONAL = "CONDITIONAL"
    DECLINED = "DECLINED"
    WITHDRAWN = "WITHDRAWN"
    EXPIRED = "EXPIRED"


IN_PROCESS = (
    ApplicationStatus.SUBMITTED,
    ApplicationStatus.SUPPLEMENT,
    ApplicationStatus.REVIEW,
    ApplicationStatus.APPROVAL,
)
OFFERED = (ApplicationStatus.APPROVED, ApplicationStatus.CONDITIONAL)
