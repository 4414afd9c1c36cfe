"""Permissions and branches of a caller with several roles."""

import pytest

from loan_contracts.access import permissions_everywhere, permissions_of
from loan_servicekit.core import Caller, Forbidden

ROLES = ["customer-manager", "committee-member"]
CALLER = Caller("u", "u", tuple(ROLES), "310000-01", permissions_of(ROLES), permissions_everywhere(ROLES))


def test_a_role_opens_all_branches_for_what_it_may_do_itself_and_for_nothing_else() -> None:
    CALLER.acting("task.work").require_branch("440300-01")
    assert CALLER.acting("task.work").branch_scope is None
    manager = CALLER.acting("customer.register")
    manager.require_branch("310000-01")
    assert manager.branch_scope == "310000-01"
    with pytest.raises(Forbidden, match="other-branch"):
        manager.require_branch("440300-01")


def test_a_missing_permission_is_named() -> None:
    with pytest.raises(Forbidden, match=r"permission-missing: this needs the permission loan\.read2"):
        CALLER.acting("loan.read2")
