"""The general ledger through the doors: what loans post is in it day by day, and nothing moves a balance beside a posting."""

import asyncio
import csv
import io
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from bank_counter import (
    a_signing,
    begin_closing,
    close_day,
    closing_runs,
    day_closer,
    disbursed,
    move_to,
    repay,
)
from prometheus_client import generate_latest
from sqlalchemy.exc import DBAPIError

from loan_contracts.lending import LoanDisbursed
from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness
from postloan_svc.domain.ledger.postings import Account

ADJUSTMENT = [
    {"account": "IMPAIRMENT_LOSS", "debit_minor": 70_000, "credit_minor": 0},
    {"account": "LOAN_LOSS_ALLOWANCE", "debit_minor": 0, "credit_minor": 70_000},
]
PROVIDED = {"IMPAIRMENT_LOSS", "LOAN_LOSS_ALLOWANCE"}
JOURNAL = {"branch": "310000-01", "lines": ADJUSTMENT, "reason": "allowance of the month"}


async def ask(harness: Harness, path: str, subject: str, expect: int, body: Any = None) -> dict[str, Any]:
    answer = await harness.client.post(
        f"/v1{path}", headers=harness.signer.headers("finance", subject=subject), json=body
    )
    assert answer.status_code == expect, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def look(harness: Harness, path: str, expect: int = 200) -> dict[str, Any]:
    answer = await harness.client.get(f"/v1{path}", headers=harness.signer.headers("finance"))
    assert answer.status_code == expect, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def balances(harness: Harness, query: str = "") -> dict[str, int]:
    """The trial balance by account, debits positive; it balances."""
    shown = await look(harness, f"/trial-balance{query}")
    assert shown["debit_minor"] == shown["credit_minor"] == sum(each["debit_minor"] for each in shown["lines"])
    lines = {each["account"]: each["debit_minor"] - each["credit_minor"] for each in shown["lines"]}
    return {account: amount for account, amount in lines.items() if amount}


def of_loans(held: dict[str, int]) -> dict[str, int]:
    """Without what is provided for."""
    return {account: amount for account, amount in held.items() if account not in PROVIDED}


async def compared(harness: Harness, day: date) -> dict[str, Any]:
    """The comparison of a day, which comes behind its closing."""
    async with asyncio.timeout(20):
        while not await harness.rows("select day from reconciliations where day = $1", day):
            await asyncio.sleep(0.01)
    return await look(harness, f"/reconciliations/{day}")


async def paid_out(harness: Harness) -> LoanDisbursed:
    return await disbursed(harness, a_signing())


async def test_the_trial_balance_of_e1_says_what_was_lent_earned_and_is_owed_in_taxes(harness: Harness) -> None:
    await look(harness, "/trial-balance", 409)
    loan = await paid_out(harness)
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
        assert of_loans(await balances(harness)) == {
            "LOAN_PRINCIPAL": 10_000_000, "CUSTOMER_DEPOSITS": -10_000_000, "ACCRUED_INTEREST": 100_000,
            "INTEREST_INCOME": -94_340, "VAT_PAYABLE": -5_660,  # 1,000.00 x 6/106 = 56.60
        }  # fmt: skip
        await repay(harness, loan, amount_minor=888_488)
        await close_day(harness)
        day = loan.first_due_date
        held = await balances(harness, f"?day={day}&branch=310000-01")
        assert (held["LOAN_PRINCIPAL"], held["CUSTOMER_DEPOSITS"]) == (9_211_512, 888_488 - 10_000_000)
        assert (held["ACCRUED_INTEREST"], held["INTEREST_INCOME"] + held["VAT_PAYABLE"]) == (3_071, -103_071)
        assert held["VAT_PAYABLE"] == -5_834  # 1,030.71 x 6/106 = 58.342
        assert await balances(harness, "?branch=NOWHERE") == {}
        await move_to(harness, loan.first_due_date + timedelta(days=335))
        await close_day(harness)
        found = await compared(harness, loan.first_due_date + timedelta(days=335))
    assert found["agrees"] and found["breaks"] == 0
    assert {each["account"] for each in found["accounts"]} == {*Account, "VAT_PAYABLE"}, "all of loans is compared"
    last = await balances(harness)
    assert last["OFF_BALANCE_INTEREST"] == -last["OFF_BALANCE_CONTRA"] == 661_853 - 100_000
    assert last["INTEREST_INCOME"] == -94_340 and last["VAT_PAYABLE"] == -5_660  # what was received, and no more


async def test_a_day_s_file_has_control_totals_and_is_the_same_each_time(harness: Harness) -> None:
    loan = await paid_out(harness)
    day = loan.value_date
    async with closing_runs(harness):
        await look(harness, f"/gl-files/{day}", 409)
        await close_day(harness)
    finance = harness.signer.headers("finance")
    first, again = [await harness.client.get(f"/v1/gl-files/{day}", headers=finance) for _ in range(2)]
    assert first.content == again.content and first.headers["content-type"].startswith("text/csv")
    records = list(csv.DictReader(io.StringIO(first.text)))
    details, trailer = records[:-1], records[-1]
    assert [(each["account_number"], each["debit"], each["credit"], each["source"]) for each in details] == [
        ("1002", "0.00", "100000.00", "LOANS"),
        ("1303", "100000.00", "0.00", "LOANS"),
        ("1303.02", "33.33", "0.00", "LOANS"),
        ("1304", "0.00", "2995.70", "PROVISION"),
        ("2221", "0.00", "1.89", "VAT"),
        ("6011", "0.00", "33.33", "LOANS"),
        ("6011", "1.89", "0.00", "VAT"),
        ("6701", "2995.70", "0.00", "PROVISION"),
    ]
    assert (trailer["record"], trailer["branch"], trailer["debit"], trailer["credit"], trailer["entries"]) == (
        "T", "8", "103030.92", "103030.92", "8")  # fmt: skip


async def test_no_balance_changes_beside_a_posting(harness: Harness) -> None:
    loan = await paid_out(harness)
    entry = (
        "insert into ledger_entries (loan_id, kind, account, amount_minor, business_date, posting_no, booked_at)"
        " values ($1, 'REFUND', {}, 5, (select business_date from business_calendars){}, 9, now())"
    )
    refused = {
        "update account_balances set balance_minor = 0 where loan_id = $1": "by postings alone",
        "delete from account_balances where loan_id = $1": "by postings alone",
        "insert into account_balances values ($1, 'FEE_INCOME', 5)": "by postings alone",
        "insert into accrual_totals values ($1, 5, 5)": "by postings alone",
        "update ledger_entries set amount_minor = 5 where loan_id = $1": "stay as they are",
        entry.format("'SUSPENSE'", ""): "journal-unbalanced",
        entry.format("'PETTY_CASH'", ""): "account-unknown",
        entry.format("'SUSPENSE'", " - 1"): "journal-unbalanced",
        "insert into gl_entries (business_date, branch, account, debit_minor, credit_minor, entries, source, booked_at)"
        " select value_date, branch, 'SUSPENSE', 5, 0, 1, 'JOURNAL', now() from loans where id = $1": "journal-unbalanced",
    }
    for statement, why in refused.items():
        with pytest.raises(DBAPIError, match=why):
            async with harness.service.engine.begin() as connection:
                await connection.exec_driver_sql(statement, (loan.loan_id,))
    assert await harness.rows("select account, balance_minor from account_balances order by 1") == [
        ("CUSTOMER_DEPOSITS", -10_000_000), ("LOAN_PRINCIPAL", 10_000_000)]  # fmt: skip


async def test_who_posts_to_a_day_that_has_ended_looks_again(harness: Harness) -> None:
    loan = await paid_out(harness)
    pair = (
        "insert into ledger_entries (loan_id, kind, account, amount_minor, business_date, posting_no, booked_at)"
        " select $1, 'REFUND', a, v, (select business_date - 1 from business_calendars), 9, now()"
        " from (values ('SUSPENSE', 5), ('FEE_INCOME', -5)) e (a, v)"
    )
    with pytest.raises(DBAPIError) as raised:
        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql(pair, (loan.loan_id,))
    assert getattr(raised.value.orig, "sqlstate", None) == "40001"


async def test_a_loan_that_differs_from_its_books_is_on_the_list_of_breaks(harness: Harness) -> None:
    loan, other = await paid_out(harness), await paid_out(harness)
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("update loans set suspense_minor = 300 where id = $1", (loan.loan_id,))
    async with closing_runs(harness):
        await close_day(harness)
        day = loan.value_date
        found = await compared(harness, day)
        assert (found["agrees"], found["breaks"]) == (False, 1)
        assert all(each["loans_minor"] == each["ledger_minor"] for each in found["accounts"])
        breaks = (await look(harness, f"/reconciliations/{day}/breaks?limit=1"))["items"]
        assert breaks == [{"loan_id": str(loan.loan_id), "account": "SUSPENSE", "books_minor": 0, "loan_minor": -300}]
        await look(harness, f"/reconciliations/{day + timedelta(days=1)}", 404)
    assert 'ledger_breaks{service="postloan-svc"} 1.0' in generate_latest().decode(), "what an alert is made of"
    assert str(other.loan_id) != breaks[0]["loan_id"]


async def test_books_are_compared_though_the_process_died_behind_the_closing(harness: Harness) -> None:
    loan = await paid_out(harness)
    day = await begin_closing(harness)
    closer = day_closer(harness)
    await closer.close_day(day)
    await look(harness, f"/reconciliations/{day}", 404)
    await repay(harness, loan, amount_minor=100)  # of the next day: the comparison is of the end of this one
    await day_closer(harness).close_days()
    assert (await look(harness, f"/reconciliations/{day}"))["agrees"]


async def test_a_journal_is_booked_by_two_people_and_taken_back_by_its_contra(harness: Harness) -> None:
    async with closing_runs(harness):
        journal = await ask(harness, "/journals", "u-one", 202, JOURNAL)
        path = f"/journals/{journal['id']}"
        assert (await ask(harness, f"{path}/approval", "u-one", 403))["code"] == "second-person-required"
        assert (await ask(harness, f"{path}/reversal", "u-one", 409, {"reason": "x"}))["code"] == "journal-not-posted"
        assert (await ask(harness, f"{path}/approval", "u-two", 200))["status"] == "POSTED"
        assert (await ask(harness, f"{path}/approval", "u-two", 409))["code"] == "journal-decided"
        first = await close_day(harness)
        assert await balances(harness) == {"IMPAIRMENT_LOSS": 70_000, "LOAN_LOSS_ALLOWANCE": -70_000}
        contra = await ask(harness, f"{path}/reversal", "u-one", 202, {"reason": "of the wrong month"})
        assert contra["reverses"] == journal["id"] and contra["lines"][0]["credit_minor"] == 70_000
        again = await ask(harness, f"{path}/reversal", "u-one", 409, {"reason": "again"})
        assert again["code"] == "journal-already-reversed"
        await ask(harness, f"/journals/{contra['id']}/approval", "u-two", 200)
        last = await ask(harness, f"/journals/{contra['id']}/reversal", "u-one", 409, {"reason": "no"})
        assert last["code"] == "journal-is-a-reversal"
        await close_day(harness)
    assert await balances(harness) == {}
    assert await balances(harness, f"?day={first - timedelta(days=1)}") != {}
    said = await ask(harness, "/journals", "u-one", 202, JOURNAL)
    assert (await ask(harness, f"/journals/{said['id']}/rejection", "u-two", 200))["status"] == "REJECTED"
    assert (await look(harness, f"/journals/{said['id']}"))["decided_by"] == "u-two"
    acts = [each.action for each in await harness.outbox(AuditRecorded)]
    assert acts.count("request_journal") == 3 and acts.count("decide_journal") == 3


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([{**ADJUSTMENT[0], "debit_minor": 70_001}, ADJUSTMENT[1]], "journal-unbalanced"),
        ([{**ADJUSTMENT[0], "credit_minor": 70_000}, {**ADJUSTMENT[1], "debit_minor": 70_000}], "journal-unbalanced"),
        ([{**ADJUSTMENT[0], "account": "PETTY_CASH"}, ADJUSTMENT[1]], "account-unknown"),
        ([{**ADJUSTMENT[0], "account": "LOAN_PRINCIPAL"}, ADJUSTMENT[1]], "account-of-loans"),
    ],
)
async def test_a_journal_that_cannot_be_right_is_refused(harness: Harness, lines: list[Any], code: str) -> None:
    refused = await ask(harness, "/journals", "u-one", 422, JOURNAL | {"lines": lines})
    assert refused["code"] == code
    assert await harness.rows("select count(*) from journals") == [(0,)]


async def test_a_period_is_closed_and_opened_by_two_people_and_nothing_is_dated_back_into_it(harness: Harness) -> None:
    loan = await paid_out(harness)
    month, following = loan.value_date, loan.value_date.replace(day=28) + timedelta(days=8)
    period, why = f"{month:%Y-%m}", {"reason": "month end"}
    assert (await ask(harness, f"/periods/{period}/closing", "u-one", 409, why))["code"] == "period-not-over"
    async with closing_runs(harness):
        await move_to(harness, following.replace(day=1))
        await compared(harness, following.replace(day=1) - timedelta(days=1))
        await ask(harness, f"/periods/{period}/closing", "u-one", 202, why)
        assert (await ask(harness, f"/periods/{period}/closing", "u-two", 409, why))["code"] == "period-change-open"
        assert (await ask(harness, f"/periods/{period}/approval", "u-one", 403))["code"] == "second-person-required"
        assert (await ask(harness, f"/periods/{period}/approval", "u-two", 200))["status"] == "CLOSED"
    back = {"amount_minor": 100, "received_on": str(month)}
    refused = await repay(harness, loan, 409, **back)
    assert (refused["code"], refused["errors"][0]["pointer"]) == ("period-closed", "/received_on")
    dated = JOURNAL | {"business_date": str(month)}
    assert (await ask(harness, "/journals", "u-one", 409, dated))["code"] == "period-closed"
    entry = (
        "insert into gl_entries (business_date, branch, account, debit_minor, credit_minor, entries, source, booked_at)"
        " values ($1, 'X', 'SUSPENSE', 5, 5, 1, 'JOURNAL', now())"
    )
    with pytest.raises(DBAPIError, match="period-closed"):
        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql(entry, (month,))
    assert await harness.rows("select count(*) from loan_events") == [(0,)]

    assert (await ask(harness, f"/periods/{period}/closing", "u-one", 409, why))["code"] == "period-unchanged"
    await ask(harness, f"/periods/{period}/reopening", "u-one", 202, why)
    assert (await ask(harness, f"/periods/{period}/approval", "u-one", 403))["code"] == "second-person-required"
    assert (await ask(harness, f"/periods/{period}/approval", "u-two", 200))["status"] == "OPEN"
    await repay(harness, loan, **back)
    assert (await look(harness, "/periods"))["items"][0]["status"] == "OPEN"


async def test_periods_are_closed_in_their_order_and_only_where_books_and_ledger_agree(harness: Harness) -> None:
    loan = await paid_out(harness)
    first = date(loan.value_date.year + 1, 1, 1)
    async with closing_runs(harness):
        for month in (1, 2, 3):
            await move_to(harness, first.replace(month=month))
            await compared(harness, first.replace(month=month) - timedelta(days=1))
    why = {"reason": "month end"}
    before = f"{loan.value_date.year}-12"
    late = await ask(harness, f"/periods/{first.year}-01/closing", "u-one", 409, why)
    assert late["code"] == "period-out-of-order"
    for period in (before, f"{first.year}-01"):
        await ask(harness, f"/periods/{period}/closing", "u-one", 202, why)
        await ask(harness, f"/periods/{period}/approval", "u-two", 200)
    early = await ask(harness, f"/periods/{before}/reopening", "u-one", 409, why)
    assert early["code"] == "period-out-of-order"
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into ledger_breaks select max(day), $1, 'SUSPENSE', 1, 2 from gl_days", (loan.loan_id,)
        )
    differs = await ask(harness, f"/periods/{first.year}-02/closing", "u-one", 409, why)
    assert differs["code"] == "period-does-not-agree"


async def test_the_chart_is_data_and_every_account_of_loans_stands_in_it(harness: Harness) -> None:
    chart = {each["code"]: each for each in (await look(harness, "/accounts"))["items"]}
    assert {code for code, each in chart.items() if each["of_loans"]} == set(Account)
    assert (await harness.client.get("/v1/accounts", headers=harness.signer.headers("collector"))).status_code == 403


async def test_a_repayment_of_a_closed_period_is_taken_back_by_contra_entries_of_the_open_one(harness: Harness) -> None:
    """R-3.25: the money is gone, whatever the books say; what was told of the closed month stays as it was."""
    loan = await paid_out(harness)
    month, following = loan.value_date, (loan.value_date.replace(day=28) + timedelta(days=8)).replace(day=1)
    paid = await repay(harness, loan, amount_minor=100_000)
    async with closing_runs(harness):
        await move_to(harness, following)
        await compared(harness, following - timedelta(days=1))
    period, why = f"{month:%Y-%m}", {"reason": "month end"}
    await ask(harness, f"/periods/{period}/closing", "u-one", 202, why)
    await ask(harness, f"/periods/{period}/approval", "u-two", 200)
    last = following - timedelta(days=1)
    before = await look(harness, f"/trial-balance?day={last}")
    entries = "select count(*) from ledger_entries where business_date < $1"
    stood = await harness.rows(entries, following)
    [(last_id,)] = await harness.rows("select max(id) from ledger_entries")

    asked = await ask(
        harness,
        f"/loans/{loan.loan_id}/repayments/{paid['repayment_id']}/reversal",
        "u-one",
        202,
        {"reason": "returned"},
    )
    await ask(harness, f"/repayment-requests/{asked['id']}/approval", "u-two", 200)
    assert await harness.rows(entries, following) == stood
    contras = "select distinct business_date, reverses is not null from ledger_entries where id > $1"
    assert await harness.rows(contras, last_id) == [(following, True)]
    assert await look(harness, f"/trial-balance?day={last}") == before
    async with closing_runs(harness):
        await move_to(harness, following + timedelta(days=1))
        await compared(harness, following)
    assert (await look(harness, f"/reconciliations/{following}"))["agrees"] is True


RENT = {
    "code": "RENT_EXPENSE",
    "number": "6602.01",
    "name_zh": "业务及管理费-租金",
    "name_en": "Rent",
    "kind": "EXPENSE",
    "reason": "the new office",
}


async def test_an_account_is_opened_by_two_people_and_journals_go_to_it_then(harness: Harness) -> None:
    lines = [{"account": "RENT_EXPENSE", "debit_minor": 5}, {"account": "OPERATING_EXPENSE", "credit_minor": 5}]
    journal = JOURNAL | {"lines": lines}
    assert (await ask(harness, "/journals", "u-one", 422, journal))["code"] == "account-unknown"
    change = await ask(harness, "/account-changes", "u-one", 202, RENT)
    assert (change["status"], change["account"]["of_loans"]) == ("REQUESTED", False)
    path = f"/account-changes/{change['id']}"
    assert (await ask(harness, f"{path}/approval", "u-one", 403))["code"] == "second-person-required"
    assert (await ask(harness, "/journals", "u-one", 422, journal))["code"] == "account-unknown"
    assert (await ask(harness, f"{path}/approval", "u-two", 200))["status"] == "MADE"
    assert (await ask(harness, f"{path}/rejection", "u-two", 409))["code"] == "account-change-decided"
    await ask(harness, "/journals", "u-one", 202, journal)
    named = RENT | {"name_en": "Rent of offices", "reason": "clearer"}
    again = await ask(harness, "/account-changes", "u-one", 202, named)
    await ask(harness, f"/account-changes/{again['id']}/rejection", "u-two", 200)
    chart = {each["code"]: each for each in (await look(harness, "/accounts"))["items"]}
    assert (chart["RENT_EXPENSE"]["number"], chart["RENT_EXPENSE"]["name_en"]) == ("6602.01", "Rent")


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"number": "6011"}, 422, "account-number-taken"),
        ({"code": "OPERATING_EXPENSE", "kind": "INCOME"}, 409, "account-kind-stays"),
        ({"code": "PENALTY_INCOME", "number": "6011.02", "kind": "INCOME", "taxable": False}, 409, "account-vat-stays"),
    ],
)
async def test_what_the_books_rest_on_is_changed_by_nobody(
    harness: Harness, changes: dict[str, Any], status: int, code: str
) -> None:
    assert (await ask(harness, "/account-changes", "u-one", status, RENT | changes))["code"] == code
    assert await harness.rows("select count(*) from account_changes") == [(0,)]


async def test_the_journals_of_a_month_are_exported_with_control_totals(harness: Harness) -> None:
    asked = await ask(harness, "/journals", "u-one", 202, JOURNAL | {"reason": "=1+1"})
    await ask(harness, "/journals", "u-one", 202, JOURNAL)  # one that nobody has released is in no file
    await ask(harness, f"/journals/{asked['id']}/approval", "u-two", 200)
    path = f"/v1/journal-files/{asked['business_date'][:7]}"
    answer = await harness.client.get(path, headers=harness.signer.headers("finance"))
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    *lines, total = [line.split(",") for line in answer.text.splitlines()[1:]]
    debit = sum(Decimal(line[6]) for line in lines)
    assert (total[0], total[2], total[3], Decimal(total[6])) == ("T", str(len(lines)), "1", debit)
    assert (
        debit
        == sum(Decimal(line[7]) for line in lines)
        == sum(each.get("debit_minor", 0) for each in JOURNAL["lines"]) / 100
    )
    assert {(line[3], line[8], line[9], line[10]) for line in lines} == {(asked["id"], "'=1+1", "u-one", "u-two")}
    empty = await harness.client.get("/v1/journal-files/2020-01", headers=harness.signer.headers("finance"))
    assert empty.text.splitlines()[1:] == ["T,2020-01,0,0,,,0.00,0.00,,,"]
