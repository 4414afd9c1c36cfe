"""Permissions: what knows no branch is for roles that see all branches."""

from loan_contracts.access import ROLES, WIDE

# Screenings, the watch list, traces and funnels know no branch; the chain as a whole and models belong to none.
WITHOUT_BRANCH = ("screening.read", "watch-list.change", "trace.read", "funnel.read", "audit.read", "audit.verify",
                  "model.read", "process.read")  # fmt: skip
APPLICANTS = ("application.read", "customer.read", "case.read", "assessment.read", "screening.read", "document.read",
              "timeline.read", "offer.read", "loan.read")  # fmt: skip


def test_what_knows_no_branch_is_held_by_roles_of_all_branches_alone() -> None:
    held = {(role, p) for role, permissions in ROLES.items() for p in WITHOUT_BRANCH if p in permissions}
    assert {(role, p) for role, p in held if role not in WIDE} == set()
    assert {p for _, p in held} == set(WITHOUT_BRANCH)  # none of the names is out of date


def test_who_designs_processes_sees_no_applicant() -> None:
    assert ROLES["process-designer"] & set(APPLICANTS) == set()
