"""What is wrong with money, closings and journals is refused at its door with its code, and nothing is half-posted."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from bank_counter import MARKED, a_signing, closing_runs, disbursed, move_to, open_day, repay

from loan_contracts.lending import LoanDisbursed, PaymentRequested
from loan_servicekit.testing import Harness

BOOKS = ("ledger_entries", "loan_events", "repayments", "repayment_requests", "gl_entries", "journals", "day_closings")
LINES = [{"account": "IMPAIRMENT_LOSS", "debit_minor": 5}, {"account": "LOAN_LOSS_ALLOWANCE", "credit_minor": 5}]
JOURNAL = {"branch": "310000-01", "lines": LINES, "reason": "allowance"}


@dataclass
class Bank:
    """A loan of 100,000 that is open, on its value date, and what was prepared with it."""

    harness: Harness
    loan: LoanDisbursed
    prepared: dict[str, str] = field(default_factory=dict)

    @property
    def day(self) -> date:
        """The open business day."""
        return self.loan.value_date

    async def post(self, path: str, body: Any = None, by: str = "u-finance") -> Any:
        """What a door answers to a person of finance."""
        path = path.format(loan=f"/v1/loans/{self.loan.loan_id}", day=self.day, **self.prepared)
        return await self.harness.client.post(
            path, headers=self.harness.signer.headers("finance", subject=by), json=body
        )


Preparation = Callable[[Bank], Awaitable[None]]


async def nothing(bank: Bank) -> None:
    """The loan as it is."""


async def a_repayment(bank: Bank) -> None:
    """Money under the reference R-1."""
    paid = await repay(bank.harness, bank.loan, amount_minor=100_000, reference="R-1")
    bank.prepared["repayment"] = paid["repayment_id"]


async def a_reversed_repayment(bank: Bank) -> None:
    """Money that was taken back."""
    await a_repayment(bank)
    asked = await bank.post("{loan}/repayments/{repayment}/reversal", {"reason": "returned"}, "u-one")
    bank.prepared["request"] = asked.json()["id"]
    assert (await bank.post("/v1/repayment-requests/{request}/approval", by="u-two")).status_code == 200


async def another_reversal(bank: Bank) -> None:
    """Somebody asks to take back what was taken back."""
    await a_reversed_repayment(bank)
    asked = await bank.post("{loan}/repayments/{repayment}/reversal", {"reason": "once more"}, "u-one")
    bank.prepared["request"] = asked.json()["id"]


async def a_reversed_journal(bank: Bank) -> None:
    """A journal, and its booked contra."""
    asked = await bank.post("/v1/journals", JOURNAL, "u-one")
    for name in ("journal", "contra"):
        bank.prepared[name] = asked.json()["id"]
        assert (await bank.post(f"/v1/journals/{{{name}}}/approval", by="u-two")).status_code == 200
        if name == "journal":
            asked = await bank.post("/v1/journals/{journal}/reversal", {"reason": "wrong"}, "u-one")


async def a_loan_that_waits(bank: Bank) -> None:
    """A loan that was never paid out."""
    await bank.harness.deliver(a_signing())
    bank.prepared["waiting"] = str((await bank.harness.outbox(PaymentRequested))[-1].loan_id)


async def a_settled_loan(bank: Bank) -> None:
    """The loan was repaid at once."""
    await repay(bank.harness, bank.loan, amount_minor=10_000_000)


async def a_stale_quote(bank: Bank) -> None:
    """A quote that has run out."""
    wish = {"principal_minor": 1_000_000, "pay_by": str(bank.day)}
    bank.prepared["quote"] = (await bank.post("{loan}/prepayment-quotes", wish)).json()["id"]
    await open_day(bank.harness, bank.day + timedelta(days=1))


async def a_closed_month(bank: Bank) -> None:
    """The month of the loan is closed, and the next one open."""
    following = (bank.day.replace(day=28) + timedelta(days=8)).replace(day=1)
    async with closing_runs(bank.harness):
        await move_to(bank.harness, following)
    async with bank.harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into accounting_periods (id, status, version, sequence) values ($1, 'CLOSED', 1, 1)",
            (f"{bank.day:%Y-%m}",),
        )


def money(**changes: Any) -> dict[str, Any]:
    return {"amount_minor": 100_000} | MARKED | {"reference": uuid4().hex} | changes


def lines(*each: dict[str, Any]) -> dict[str, Any]:
    return JOURNAL | {"lines": list(each)}


REPAYMENTS = "{loan}/repayments"
CASES: dict[str, tuple[Preparation, str, Any, int, str]] = {
    "a payment in the future": (
        nothing, REPAYMENTS, money(received_on="2099-01-01"), 422, "repayment-date-invalid"),
    "a payment before the loan": (
        nothing, REPAYMENTS, money(received_on="2020-01-01"), 422, "repayment-date-invalid"),
    "a wrong currency": (nothing, REPAYMENTS, money(currency="USD"), 422, "repayment-currency-differs"),
    "a negative payment": (nothing, REPAYMENTS, money(amount_minor=-1), 422, "request-invalid"),
    "a payment of nothing": (nothing, REPAYMENTS, money(amount_minor=0), 422, "request-invalid"),
    "a payment larger than any due": (
        nothing, REPAYMENTS, money(amount_minor=10**13), 409, "repayment-beyond-debt"),
    "a reference that was there": (
        a_repayment, REPAYMENTS, money(reference="R-1"), 409, "repayment-reference-taken"),
    "a loan that was not paid out": (
        a_loan_that_waits, "/v1/loans/{waiting}/repayments", money(), 409, "loan-not-repayable"),
    "a quote for a settled loan": (
        a_settled_loan, "{loan}/prepayment-quotes", {"principal_minor": 100}, 409, "loan-not-running"),
    "a loan that is not there": (
        nothing, "/v1/loans/00000000-0000-0000-0000-000000000009/repayments", money(), 404, "loan-not-found"),
    "a stale quote": (
        a_stale_quote, REPAYMENTS, money(amount_minor=2_000_000, quote_id="{quote}"), 409, "prepayment-quote-stale"),
    "a close out of order": (
        nothing, "/v1/business-days/2099-01-01/closing", None, 409, "business-day-not-open"),
    "a repayment that was taken back already": (
        another_reversal, "/v1/repayment-requests/{request}/approval", None, 409, "repayment-already-reversed"),
    "a reversal of what is no repayment": (
        another_reversal, "/v1/repayment-requests/00000000-0000-0000-0000-000000000009/approval", None, 404,
        "repayment-request-not-found"),
    "a reversal of a journal's reversal": (
        a_reversed_journal, "/v1/journals/{contra}/reversal", {"reason": "no"}, 409, "journal-is-a-reversal"),
    "a second reversal of a journal": (
        a_reversed_journal, "/v1/journals/{journal}/reversal", {"reason": "no"}, 409, "journal-already-reversed"),
    "money dated into a closed month": (
        a_closed_month, REPAYMENTS, money(received_on="{day}"), 409, "period-closed"),
    "a journal dated into a closed month": (
        a_closed_month, "/v1/journals", JOURNAL | {"business_date": "{day}"}, 409, "period-closed"),
    "an unknown account": (
        nothing, "/v1/journals", lines(LINES[0] | {"account": "NOBODYS"}, LINES[1]), 422, "account-unknown"),
    "an account that loans alone move": (
        nothing, "/v1/journals", lines(LINES[0] | {"account": "LOAN_PRINCIPAL"}, LINES[1]), 422, "account-of-loans"),
    "an unbalanced journal": (
        nothing, "/v1/journals", lines(LINES[0] | {"debit_minor": 6}, LINES[1]), 422, "journal-unbalanced"),
    "a journal of a day to come": (
        nothing, "/v1/journals", JOURNAL | {"business_date": "2099-01-01"}, 422, "journal-date-invalid"),
}  # fmt: skip


@pytest.mark.parametrize(("prepare", "path", "body", "status", "code"), CASES.values(), ids=CASES)
async def test_it_is_refused_with_its_code_and_nothing_is_half_posted(
    harness: Harness, prepare: Preparation, path: str, body: Any, status: int, code: str
) -> None:
    bank = Bank(harness, await disbursed(harness, a_signing()))
    await open_day(harness, bank.day)
    await prepare(bank)
    if body is not None:
        told = {"day": bank.day} | bank.prepared
        body = {name: value.format(**told) if isinstance(value, str) else value for name, value in body.items()}
    before = await _books(harness)
    refused = await bank.post(path, body, "u-three")
    assert (refused.status_code, refused.json()["code"]) == (status, code), refused.text
    assert refused.headers["content-type"] == "application/problem+json"
    assert await _books(harness) == before


async def _books(harness: Harness) -> dict[str, Any]:
    """How many rows each book has, what the loans say, and how much was told."""
    found = {table: await harness.rows(f"select count(*) from {table}") for table in BOOKS}
    loans = "select id, status, suspense_minor, outstanding_minor, posted, version from loans order by id"
    return found | {"loans": await harness.rows(loans), "told": await harness.rows("select count(*) from outbox")}
