"""Loans live through months on the service's own clock: who stops paying is seen in arrears, and the books balance."""

from dataclasses import replace
from decimal import Decimal

import pytest
from world import World

from loan_contracts.money import months_later
from loan_datasets.borrower import Borrower
from loan_replay.life.living import Life, Told
from loan_replay.life.portfolio import portfolio, summary

pytestmark = [pytest.mark.stack, pytest.mark.xdist_group("system"), pytest.mark.timeout(300)]

SOLID = Borrower(1, False, 40, Decimal("0.1"), 0, 0, 0, Decimal("0.2"), 9_000, 4, 1, 0)
MONTHS = 5


async def test_who_stops_paying_is_in_arrears_after_months_and_the_books_balance(world: World) -> None:
    borrowers = {}
    for whose in (SOLID, replace(SOLID, row=2, defaulted=True)):
        application_id = await world.applies(world.somebody(yuan=20_000, months=12))
        await world.stands(application_id, "APPROVED", "CONDITIONAL")
        await world.accepts(application_id)
        await world.is_paid_out(application_id)
        borrowers[application_id] = whose
    finance, days = await world.staff("finance"), []
    life = Life(finance, seed=1, told=lambda so_far: days.append(so_far.day))
    until = months_later(await life.open_day(), MONTHS)
    loans = await life.meet(borrowers, until)
    lived: Told = await life.live(loans, until)
    assert (lived.day, len(days)) == (until, lived.days) and lived.payments >= MONTHS - 1

    found = await portfolio(finance, loans)
    solid, bad = (next(each for each in found.loans if each["id"] == loan.loan_id) for loan in loans)
    assert (solid["status"], solid["dpd"]) == ("ACTIVE", 0)
    assert bad["dpd"] > 90 and bad["due_minor"] > solid["due_minor"] and bad["non_accrual_since"] is not None
    figures = summary(found)
    assert found.classes[bad["id"]]["risk_class"] in ("SUBSTANDARD", "DOUBTFUL", "LOSS")
    assert found.classes[solid["id"]]["risk_class"] == "NORMAL"
    losses = {name: line["expected_loss_minor"] for name, line in figures["classes"].items()}
    assert losses["NORMAL"] > 0 and figures["expected_loss_minor"] == sum(losses.values()) > losses["NORMAL"]
    assert figures["defaulters"] == {"loans": 1, "non_performing": 1}
    assert figures["balances"] and figures["debit_minor"] == figures["credit_minor"] > 0
    assert figures["income_minor"]["INTEREST_INCOME"] > 0
