"""The states of a loan: one table says which follows which, and one method changes them."""

import ast
from pathlib import Path

import pytest

import postloan_svc
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import OWED, TRANSITIONS, LoanStatus

SOURCES = Path(postloan_svc.__file__).parent
CHANGES_A_STATUS = [
    ("domain/calendar/day_closing.py", "DayClosing.finish"),  # of a run over the loans
    ("domain/classification/requests.py", "ClassificationRequest.decide"),
    ("domain/credit_line/line.py", "CreditLine.decide_freeze"),
    ("domain/credit_line/line.py", "CreditLine.end"),  # it expires
    ("domain/credit_line/line.py", "CreditLine.end"),  # and is over
    ("domain/debits/agreement.py", "CollectionAgreement.sign"),
    ("domain/debits/agreement.py", "CollectionAgreement.refuse"),
    ("domain/debits/agreement.py", "CollectionAgreement.end"),
    ("domain/debits/attempt.py", "DebitAttempt.settle"),
    ("domain/debits/attempt.py", "DebitAttempt.fail"),
    ("domain/debits/attempt.py", "DebitAttempt.give_back"),
    ("domain/disbursement/release.py", "PayOutRelease._decide"),
    ("domain/loan/loan.py", "Loan.become"),
    ("domain/servicing/changes/requests.py", "LoanChange.decide"),
    ("domain/servicing/requests.py", "RepaymentRequest.decide"),
]


def assigned(tree: ast.AST, attribute: str, inside: str = "") -> list[str]:
    """Functions in which an attribute is assigned to, tuples and `setattr` included."""
    found = []
    for node in ast.iter_child_nodes(tree):
        name = inside
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            name = f"{inside}.{node.name}".removeprefix(".")
        if isinstance(node, ast.Attribute) and node.attr == attribute and isinstance(node.ctx, ast.Store):
            found.append(name)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("setattr"):
            found.append(name)
        found += assigned(node, attribute, name)
    return found


def test_every_state_has_a_row_and_leads_to_states() -> None:
    assert set(TRANSITIONS) == set(LoanStatus)
    reachable = {LoanStatus.PENDING}.union(*TRANSITIONS.values())
    assert reachable == set(LoanStatus)
    reopened = {LoanStatus.ACTIVE, LoanStatus.OVERDUE}
    assert TRANSITIONS[LoanStatus.SETTLED] == reopened, (
        "a settled loan stays settled, unless a bank takes its money back"
    )
    assert set(LoanStatus) - OWED == {each for each in LoanStatus if LoanStatus.SETTLED not in TRANSITIONS[each]}


@pytest.mark.parametrize("before", LoanStatus)
@pytest.mark.parametrize("after", LoanStatus)
def test_a_loan_goes_only_where_the_table_says(before: LoanStatus, after: LoanStatus, a_loan: Loan) -> None:
    a_loan.status = before
    if after is before or after in TRANSITIONS[before]:
        a_loan.become(after)
        assert a_loan.status is after
    else:
        with pytest.raises(AssertionError, match=f"{before} never becomes {after}"):
            a_loan.become(after)


def test_a_status_is_assigned_in_one_place() -> None:
    found = [
        (path.relative_to(SOURCES).as_posix(), where)
        for path in sorted(SOURCES.rglob("*.py"))
        for where in assigned(ast.parse(path.read_text()), "status")
    ]
    assert found == CHANGES_A_STATUS
    for hidden in ("loan.status = X", "loan.status, loan.bucket = X, Y", "setattr(loan, name, X)"):
        assert assigned(ast.parse(f"def f(loan):\n    {hidden}"), "status") == ["f"]
