"""The portfolio by the handbook's micro-portfolios (domain.md §4.2, §4.5), through the doors."""

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from bank_counter import a_signing, closing_runs, disbursed, move_to, open_day, repay
from test_classification import look

from loan_servicekit.testing import Harness

VECTORS = json.loads((Path(__file__).parents[4] / "docs" / "domain_vectors.json").read_text())
FIRST, LAST = date(2031, 2, 28), date(2031, 3, 31)
PAID_OUT = date(2031, 1, 21)
RECORD = (
    "insert into loan_days (day, loan_id, branch, product_code, value_date, principal_minor, outstanding_minor,"
    " overdue_minor, dpd, terms, bucket, risk_class, stage, pd, lgd, exposure_minor, loss_minor)"
    " values ($1, $2, '310000-01', 'PCL-ONLINE', date '2030-06-01', 1000000000, $3, 0, $4, 0, least(7, ($4 + 29) / 30),"
    " $5, $6, 0.01, 0.6, $3, 0)"
)


async def record(harness: Harness, day: date, loans: list[tuple[UUID, int, int, int]]) -> None:
    """A day: loans with their balances, days past due and classes."""
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("select month_of_days($1)", (day,))
        for loan_id, balance, dpd, risk_class in loans:
            stage = 1 if risk_class == 1 else 2 if risk_class == 2 else 3
            await connection.exec_driver_sql(RECORD, (day, loan_id, balance, dpd, risk_class, stage))
        await connection.exec_driver_sql("insert into days_recorded values ($1, now())", (day,))


def rows(found: Any, key: str) -> dict[str, Any]:
    return {each[key]: each for each in found}


async def test_the_ratios_of_the_handbook(harness: Harness) -> None:
    npl = VECTORS["NPL"]
    balances = [npl["normal"], npl["sm"], npl["sub"], npl["doubt"], npl["loss"]]
    dpds = [0, 31, 120, 300, 400]
    await record(harness, FIRST, [(uuid4(), balance, dpds[k], k + 1) for k, balance in enumerate(balances)])
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into gl_entries (business_date, branch, account, debit_minor, credit_minor, entries, source, booked_at)"
            " values ($1, '310000-01', 'IMPAIRMENT_LOSS', 320, 0, 1, 'PROVISION', now()),"
            " ($1, '310000-01', 'LOAN_LOSS_ALLOWANCE', 0, 320, 1, 'PROVISION', now())",
            (FIRST,),
        )
    found = await look(harness, "/portfolio")
    assert (f"{found['npl_ratio']}%", f"{found['coverage']}%", f"{found['provision_ratio']}%") == (
        npl["npl_ratio"], npl["coverage"], npl["provision_ratio"])  # fmt: skip
    assert (found["day"], found["loans"], found["outstanding_minor"], found["allowance_minor"]) == (
        str(FIRST), 5, npl["total"], npl["allowance"])  # fmt: skip
    assert found["overdue_90_to_npl"] == "100.00"
    assert (await look(harness, "/portfolio?branch=310000-02"))["loans"] == 0
    assert (await look(harness, f"/portfolio?day={LAST}", 404))["code"] == "day-not-recorded"
    await look(harness, "/portfolio", 403, role="collector")


async def test_roll_rates_of_the_handbook(harness: Harness) -> None:
    million = 100_000_000
    before = [
        (uuid4(), 10 * million, 0, 1),
        (uuid4(), 40_000_000, 10, 2),
        (uuid4(), 15_000_000, 40, 2),
        (uuid4(), 9_000_000, 70, 2),
    ]
    after = [
        (before[0][0], 38_000_000, 9, 2),
        (before[1][0], 16_000_000, 40, 2),
        (before[2][0], 10_500_000, 70, 2),
        (before[3][0], 7_200_000, 100, 3),
    ]
    await record(harness, FIRST, before)
    await record(harness, LAST, after)
    found = await look(harness, f"/portfolio/roll-rates?first={FIRST}&last={LAST}")
    rates = {bucket: each["gross_rate"] for bucket, each in rows(found["buckets"], "bucket").items()}
    roll = VECTORS["ROLL"]
    assert [Decimal(rates[bucket]) for bucket in ("M1", "M2", "M3", "M4")] == [
        Decimal(str(roll[key])) for key in ("M0->M1", "M1->M2", "M2->M3", "M3->M4")]  # fmt: skip
    assert Decimal(found["m0_to_m4"]) == Decimal(str(roll["M0->M4"]))
    assert rows(found["buckets"], "bucket")["M2"]["net_rate"] == "0.400000"
    moves = await look(harness, f"/portfolio/migration?first={FIRST}&last={LAST}")
    assert moves["downgraded"]["NORMAL"] == "1.000000"
    await look(harness, f"/portfolio/roll-rates?first={FIRST}&last={LAST + timedelta(days=1)}", 404)


async def test_migration_cures_and_what_has_ended(harness: Harness) -> None:
    stays, worse, cured, ended = (uuid4() for _ in range(4))
    await record(harness, FIRST, [(stays, 600, 0, 1), (worse, 300, 0, 1), (cured, 200, 20, 2), (ended, 100, 50, 2)])
    await record(harness, LAST, [(stays, 500, 0, 1), (worse, 300, 31, 2), (cured, 150, 0, 1)])
    found = await look(harness, f"/portfolio/migration?first={FIRST}&last={LAST}")
    assert [(each["from_class"], each["to_class"], each["loans"], each["now_minor"]) for each in found["moves"]] == [
        ("NORMAL", "NORMAL", 1, 500), ("NORMAL", "SPECIAL_MENTION", 1, 300),
        ("SPECIAL_MENTION", "NORMAL", 1, 150), ("SPECIAL_MENTION", None, 1, 0),
    ]  # fmt: skip
    assert found["downgraded"]["NORMAL"] == "0.375000"  # 300 of 900 less 100 that were repaid
    cures = rows((await look(harness, f"/portfolio/cures?first={FIRST}&last={LAST}"))["buckets"], "bucket")
    assert (cures["M1"]["cure_rate"], cures["M2"]["cure_rate"]) == ("1.000000", "1.000000")


async def test_vintages_and_payment_defaults_of_loans_that_live(harness: Harness) -> None:
    await open_day(harness, PAID_OUT)
    never = await disbursed(harness, a_signing())
    late = await disbursed(harness, a_signing())
    good = await disbursed(harness, a_signing(amount_minor=20_000_000))
    due = never.first_due_date  # 2031-02-21
    async with closing_runs(harness):
        await move_to(harness, date(2031, 2, 1))
        await move_to(harness, due)
        await repay(harness, good, amount_minor=1_776_976)
        await move_to(harness, date(2031, 3, 1))  # 7 days past due at the end of February
        await repay(harness, late, amount_minor=900_000)
        await move_to(harness, due + timedelta(days=29))  # records 28 days after
        await repay(harness, good, amount_minor=1_776_976)
        await move_to(harness, due + timedelta(days=31))
        await move_to(harness, date(2031, 4, 1))
    curves = await look(harness, "/portfolio/vintages?first=2031-01&last=2031-01&dpd_over=30")
    [cohort] = curves["cohorts"]
    assert (cohort["cohort"], cohort["lent_minor"], cohort["loans"]) == ("2031-01", 40_000_000, 3)
    assert [(each["mob"], each["bad_minor"], each["rate"]) for each in cohort["points"]] == [
        (0, 0, "0.000000"), (1, 0, "0.000000"), (2, 10_000_000, "0.250000")]  # fmt: skip
    [fpd7] = (await look(harness, "/portfolio/payment-defaults?days=7"))["products"]
    assert (fpd7["loans"], fpd7["unpaid"], fpd7["rate"]) == (3, 2, "0.666667")
    [fpd30] = (await look(harness, "/portfolio/payment-defaults?days=30"))["products"]
    assert (fpd30["loans"], fpd30["unpaid"], fpd30["unpaid_minor"]) == (3, 1, 10_000_000)
    [spd7] = (await look(harness, "/portfolio/payment-defaults?days=10&instalment=2"))["products"]
    assert spd7["loans"] == 3
    assert (await look(harness, f"/portfolio/payment-defaults?day={date(2031, 2, 28)}&days=30"))["products"] == []
    whole = await look(harness, "/portfolio")
    [[provided]] = await harness.rows("select sum(loss_minor)::bigint from loan_days where day = $1", date(2031, 3, 31))
    assert whole["expected_loss_minor"] == whole["allowance_minor"] == provided > 0
    ever = "/portfolio/ever-vintages?first=2031-01&last=2031-01"
    [known] = (await look(harness, ever))["cohorts"]
    assert [(each["mob"], each["bad_loans"], each["bad_minor"]) for each in known["points"]] == [
        (0, 0, 0), (1, 0, 0), (2, 1, 10_000_000)]  # fmt: skip
    for loan, amount in ((never, 1_900_000), (late, 1_000_000)):  # in time again: what ever was stays
        await repay(harness, loan, amount_minor=amount)
    async with closing_runs(harness):
        await move_to(harness, date(2031, 5, 1))
    [known] = (await look(harness, ever))["cohorts"]
    assert (known["points"][3]["bad_loans"], known["points"][3]["rate"]) == (1, "0.250000")
    [now] = (await look(harness, "/portfolio/vintages?first=2031-01&last=2031-01&dpd_over=30"))["cohorts"]
    assert now["points"][3]["bad_loans"] == 0
    [worse] = (await look(harness, f"{ever}&dpd_over=60"))["cohorts"]
    assert {each["bad_loans"] for each in worse["points"]} == {0}
