"""Changes of loans through the doors: by two people, in the books and the history; figures are example E1."""

from datetime import date, timedelta
from typing import Any

import pytest
from bank_counter import a_signing, close_day, closing_runs, disbursed, move_to, repay, shown

from loan_contracts.lending import LoanChanged, LoanDisbursed
from loan_servicekit.testing import Harness, sent

MANAGER, APPROVER = ("risk-officer", "u-manager"), ("approver", "u-approver")


async def asked(
    harness: Harness, path: str, who: tuple[str, str], expect: int, body: dict[str, Any] | None = None
) -> dict[str, Any]:
    role, subject = who
    answer = await harness.client.post(path, headers=harness.signer.headers(role, subject=subject), json=body)
    assert answer.status_code == expect, answer.text
    return answer.json()


async def request(harness: Harness, loan: LoanDisbursed, expect: int = 202, **change: Any) -> dict[str, Any]:
    value_date = change.pop("value_date", None)
    body = {"change": change, "reason": "agreed with the borrower"} | ({"value_date": value_date} if value_date else {})
    return await asked(harness, f"/v1/loans/{loan.loan_id}/changes", MANAGER, expect, body)


async def changed(harness: Harness, loan: LoanDisbursed, **change: Any) -> dict[str, Any]:
    asked_for = await request(harness, loan, **change)
    return await asked(harness, f"/v1/loan-changes/{asked_for['id']}/approval", APPROVER, 200)


async def schedule(harness: Harness, loan: LoanDisbursed) -> list[dict[str, Any]]:
    answer = await harness.client.get(f"/v1/loans/{loan.loan_id}/schedule", headers=harness.signer.headers("finance"))
    return answer.json()["instalments"]


async def versions(harness: Harness, loan: LoanDisbursed) -> list[dict[str, Any]]:
    """All of them, a page of one at a time."""
    found: list[dict[str, Any]] = []
    query = "?limit=1"
    while query:
        path = f"/v1/loans/{loan.loan_id}/schedule-versions{query}"
        shown = (await harness.client.get(path, headers=harness.signer.headers("finance"))).json()
        found += shown["items"]
        query = f"?limit=1&cursor={shown['next_cursor']}" if shown["next_cursor"] else ""
    return found


async def planned(harness: Harness, loan: LoanDisbursed, number: int) -> list[dict[str, Any]]:
    path = f"/v1/loans/{loan.loan_id}/schedule-versions/{number}"
    return (await harness.client.get(path, headers=harness.signer.headers("finance"))).json()["instalments"]


async def breaks(harness: Harness, day: date) -> list[Any]:
    """What does not agree on a day, in the ledger and of the loans."""
    return await harness.rows(
        f"select account from reconciliations where day = '{day}' and loans_minor <> ledger_minor"
        f" union all select account from ledger_breaks where day = '{day}'"
    )


async def test_a_term_is_extended_by_two_people_and_not_beyond_the_cap(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    beyond = await request(harness, loan, 409, kind="EXTENSION", months=13)
    assert (beyond["code"], beyond["errors"][0]["pointer"]) == ("extension-beyond-cap", "/change/months")
    asked_for = await request(harness, loan, kind="EXTENSION", months=12)
    approval = f"/v1/loan-changes/{asked_for['id']}/approval"
    same = await asked(harness, approval, ("risk-officer", "u-manager"), 403)
    assert same["code"] == "second-person-required"
    assert len(await schedule(harness, loan)) == 12
    assert (await asked(harness, approval, APPROVER, 200))["status"] == "APPROVED"
    rows = await schedule(harness, loan)
    assert (len(rows), rows[0]["total_minor"]) == (24, 470_735)  # 100,000 over 24 months at 1 %
    fact = await sent(harness, LoanChanged)
    assert (fact.kind, fact.schedule_version, str(fact.change_id)) == ("EXTENSION", 2, asked_for["id"])
    first, second = await versions(harness, loan)
    assert (first["number"], first["made_by"], len(await planned(harness, loan, 1))) == (1, None, 12)
    assert (second["number"], second["effective_from"]) == (2, str(loan.value_date))
    made_by = second["made_by"]
    assert [made_by[each] for each in ("event_id", "kind", "change")] == [asked_for["id"], "CHANGE", "EXTENSION"]
    assert [row["due_on"] for row in await planned(harness, loan, 2)] == [row["due_on"] for row in rows]
    finance = harness.signer.headers("finance")
    missing = await harness.client.get(f"/v1/loans/{loan.loan_id}/schedule-versions/3", headers=finance)
    assert (missing.status_code, missing.json()["code"]) == (404, "schedule-version-not-found")
    assert (await asked(harness, approval, APPROVER, 409))["code"] == "loan-change-decided"
    assert (await request(harness, loan, 409, kind="EXTENSION", months=1))["code"] == "extension-count-exceeded"
    view = await shown(harness, loan)
    assert view["maturity_date"] == rows[-1]["due_on"]


async def test_another_rate_is_agreed_as_of_a_day_that_has_passed_and_taken_back(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
        await move_to(harness, loan.first_due_date + timedelta(days=10))
        await repay(harness, loan, amount_minor=900_000)
        before, books = await schedule(harness, loan), await shown(harness, loan)
        made = await changed(harness, loan, kind="RATE", annual_rate="0.06", value_date=str(loan.value_date))
        after = await schedule(harness, loan)
        assert (after[0]["interest_minor"], after[0]["total_minor"]) == (50_000, 860_664)
        assert (await shown(harness, loan))["annual_rate"] == "0.06"
        today = await close_day(harness)
        assert await breaks(harness, today - timedelta(days=1)) == []
        reversal = await asked(
            harness, f"/v1/loans/{loan.loan_id}/changes/{made['id']}/reversal", MANAGER, 202, {"reason": "wrong loan"}
        )
        await asked(harness, f"/v1/loan-changes/{reversal['id']}/approval", APPROVER, 200)
        assert await schedule(harness, loan) == before
        assert (await shown(harness, loan))["annual_rate"] == books["annual_rate"] == "0.12"
        today = await close_day(harness)
        assert await breaks(harness, today - timedelta(days=1)) == []
    listed = await harness.client.get(f"/v1/loans/{loan.loan_id}/changes", headers=harness.signer.headers("finance"))
    assert [(each["kind"], each["reverses"]) for each in listed.json()["items"]] == [
        ("RATE", None), ("RATE", made["id"])]  # fmt: skip


async def test_the_days_of_a_period_with_another_rate_and_a_pause_accrue_at_what_they_bear(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    start = loan.value_date
    async with closing_runs(harness):
        await move_to(harness, start + timedelta(days=10))
        await changed(harness, loan, kind="RATE", annual_rate="0.06")
        await move_to(harness, start + timedelta(days=15))
        await changed(harness, loan, kind="INTEREST_PAUSE", until=str(start + timedelta(days=20)))
        for days, minor in ((16, 41_667), (19, 41_667), (22, 45_000)):  # 333.33 + 83.33, a pause, two days more
            await move_to(harness, start + timedelta(days=days))
            assert await breaks(harness, start + timedelta(days=days - 1)) == []
            [(total,)] = await harness.rows("select on_minor from accrual_totals")
            assert total == minor
            assert (await shown(harness, loan))["accrued_interest_minor"] == minor


async def test_a_loan_is_written_off_and_its_recovery_is_booked_and_all_agrees(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date + timedelta(days=100))
        refused = await request(harness, loan, 422, kind="WRITE_OFF", months=3)
        assert refused["code"] == "request-invalid"
        await changed(harness, loan, kind="WRITE_OFF")
        view = await shown(harness, loan)
        assert (view["status"], view["outstanding_principal_minor"]) == ("WRITTEN_OFF", 10_000_000)
        today = await close_day(harness)
        assert await breaks(harness, today - timedelta(days=1)) == []
        await repay(harness, loan, amount_minor=250_000)
        await close_day(harness)
        assert await breaks(harness, today) == []
    books = dict(await harness.rows("select account, balance_minor from account_balances"))
    assert (books["LOAN_PRINCIPAL"], books["ALLOWANCE_USED"], books["WRITTEN_OFF_PRINCIPAL"]) == (
        0, 9_750_000, 9_750_000)  # fmt: skip
    ledger = dict(
        await harness.rows("select account, sum(debit_minor - credit_minor)::bigint from gl_entries group by 1")
    )
    assert ledger["ALLOWANCE_USED"] == 9_750_000 and sum(ledger.values()) == 0


async def test_a_claim_is_sold_and_the_loan_is_out_of_the_books(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date + timedelta(days=30))
        await changed(harness, loan, kind="TRANSFER", price_minor=4_000_000, transferee="AMC-01")
        assert (await shown(harness, loan))["status"] == "TRANSFERRED"
        today = await close_day(harness)
        assert await breaks(harness, today - timedelta(days=1)) == []
    assert (await repay(harness, loan, 409, amount_minor=100))["code"] == "loan-not-repayable"


async def test_one_person_waives_alone_within_the_parameter(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date + timedelta(days=17))
    beyond = await request(harness, loan, 409, kind="WAIVER", penalty_minor=999_999)
    assert beyond["code"] == "waiver-beyond-debt"
    by_two = await request(harness, loan, kind="WAIVER", penalty_minor=100)
    assert by_two["status"] == "REQUESTED"


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"kind": "EXTENSION", "months": 0}, 422, "request-invalid"),
        ({"kind": "MAGIC"}, 422, "request-invalid"),
        ({"kind": "RATE", "annual_rate": "1e-999999999"}, 422, "request-invalid"),
        ({"kind": "RATE", "annual_rate": "0.25"}, 409, "rate-beyond-cap"),
        ({"kind": "ACCELERATION", "value_date": "2020-01-01"}, 422, "change-date-invalid"),
    ],
)
async def test_bad_input_has_its_code_and_leaves_nothing(
    harness: Harness, change: dict[str, Any], status: int, code: str
) -> None:
    loan = await disbursed(harness, a_signing())
    assert (await request(harness, loan, status, **change))["code"] == code
    assert await harness.rows("select count(*) from loan_changes") == [(0,)]


async def test_who_may_not_change_loans_is_refused(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    body = {"change": {"kind": "ACCELERATION"}, "reason": "because"}
    await asked(harness, f"/v1/loans/{loan.loan_id}/changes", ("finance", "u-finance"), 403, body)
    made = await request(harness, loan, kind="RATE", annual_rate="0.1")
    await asked(harness, f"/v1/loan-changes/{made['id']}/approval", ("finance", "u-finance"), 403)
    rejected = await asked(harness, f"/v1/loan-changes/{made['id']}/rejection", APPROVER, 200)
    assert (rejected["status"], rejected["decided_by"]) == ("REJECTED", "u-approver")


async def test_what_the_payer_names_is_paid_first_also_when_it_is_worked_out_anew(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date + timedelta(days=40))
    unknown = await repay(harness, loan, 422, amount_minor=100, designated=[13])
    assert (unknown["code"], unknown["errors"][0]["pointer"]) == ("designation-unknown", "/designated")
    paid = await repay(harness, loan, amount_minor=300_000, designated=[2])
    assert {line["instalment_no"] for line in paid["lines"]} == {2}
    await repay(harness, loan, amount_minor=1_000, received_on=str(loan.first_due_date))
    rows = await schedule(harness, loan)
    left = [row["unpaid_minor"] for row in rows[:2]]
    assert left[0] == 888_488 - 1_000 and left[1] < 888_488


async def test_a_judgment_is_enforced_at_the_daily_rate_of_the_law(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date + timedelta(days=40))
        today = str(loan.first_due_date + timedelta(days=40))
        await changed(harness, loan, kind="ENFORCEMENT", costs_minor=50_000, delayed_since=today)
        await move_to(harness, loan.first_due_date + timedelta(days=50))
        beyond = await repay(harness, loan, 409, amount_minor=12_000_000)
        all_of_it = int(beyond["detail"].partition("can cost ")[2].partition(" ")[0])
        paid = await repay(harness, loan, amount_minor=all_of_it)
    double = [line["amount_minor"] for line in paid["lines"] if line["component"] == "DELAY"]
    assert double == [17_500] and paid["profile"] == "C"  # ten days of 100,000 at 0.0175 %
    assert (await shown(harness, loan))["status"] == "SETTLED"
