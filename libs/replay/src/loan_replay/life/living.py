"""Lets loans live: every day borrowers pay as is their habit, then the business day is closed."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loan_contracts.message import JsonObject
from loan_datasets.borrower import Borrower
from loan_replay.api import Api
from loan_replay.life.habits import Habits, habits

SERVICE = "postloan-svc"
AT_ONCE = 32
LOOK_S, LATER = 0.02, 1.25  # when a closing is looked at first, and how much later each time


@dataclass(slots=True)
class Lived:
    """A loan, whose it is, what he does about it, and what falls due by day."""

    loan_id: str
    loan_no: str
    borrower: Borrower
    habits: Habits
    planned: dict[date, int]

    @property
    def as_planned(self) -> bool:
        """Whether each payment is what falls due on its day, so that nobody has to ask."""
        paid = self.habits.pays_on
        return self.habits.part_on is None and paid == list(self.planned)[: len(paid)]


@dataclass(slots=True)
class Told:
    """How far it is."""

    day: date
    days: int = 0
    payments: int = 0
    paid_minor: int = 0
    missed: int = 0


class Life:
    """Two years, or any months, of a portfolio; `told` hears of each day that is over.

    The clock is the service's own: business days are closed one after the other through its public API, as finance
    closes them, and run ahead of the calendar (`DAYS_RUN_AHEAD`).
    """

    def __init__(self, finance: Api, seed: int, told: Callable[[Told], None]) -> None:
        self._api, self._seed, self._told = finance, seed, told
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def open_day(self) -> date:
        """The open business day."""
        found = await self._api.get(SERVICE, "/v1/business-day")
        return date.fromisoformat(found["business_date"])

    async def meet(self, borrowers: dict[str, Borrower], until: date) -> list[Lived]:
        """The loans of applications, each with the habits of its borrower."""

        async def one(application_id: str, borrower: Borrower) -> Lived:
            async with self._slots:
                page = await self._api.get(SERVICE, "/v1/loans", application_id=application_id)
                loan = page["items"][0]
                schedule = await self._api.get(SERVICE, f"/v1/loans/{loan['id']}/schedule")
                rows = [each for each in schedule["instalments"] if each["number"]]
                planned = {date.fromisoformat(each["payable_on"]): int(each["total_minor"]) for each in rows}
                found = habits(borrower, list(planned), until, self._seed)
                return Lived(loan["id"], loan["loan_no"], borrower, found, planned)

        return list(await asyncio.gather(*(one(*each) for each in borrowers.items())))

    async def live(self, loans: Sequence[Lived], until: date) -> Told:
        """Day by day, from the open one to the day before `until`. Raises Refused."""
        acts: dict[date, list[Lived]] = defaultdict(list)
        for loan in loans:
            for day in loan.habits.days:
                acts[day].append(loan)
        told = Told(await self.open_day())
        while told.day < until:
            paid = await asyncio.gather(*(self._act(loan, told.day) for loan in acts[told.day]))
            told.payments += sum(amount > 0 for amount in paid)
            told.paid_minor += sum(paid)
            told.missed += await self._close(told.day)
            told.days += 1
            told.day += timedelta(days=1)
            self._told(told)
        return told

    async def _act(self, loan: Lived, today: date) -> int:
        """What a borrower pays today, in minor units."""
        async with self._slots:
            paid = await self._pay(loan, today, await self._due(loan, today)) if today in loan.habits.pays_on else 0
            if today == loan.habits.ends_on:
                paid += await self._pay_quoted(loan, today, {})
            elif today == loan.habits.part_on:
                paid += await self._pay_quoted(loan, today, {"principal_minor": await self._half(loan)})
            return paid

    async def _due(self, loan: Lived, today: date) -> int:
        if loan.as_planned:
            return loan.planned[today]
        found = await self._api.get(SERVICE, f"/v1/loans/{loan.loan_id}")
        return int(found["due_minor"])

    async def _half(self, loan: Lived) -> int:
        found = await self._api.get(SERVICE, f"/v1/loans/{loan.loan_id}")
        return int(found["outstanding_principal_minor"]) // 200 * 100

    async def _pay(self, loan: Lived, today: date, amount_minor: int, quote: JsonObject | None = None) -> int:
        if amount_minor == 0:
            return 0
        body = {
            "amount_minor": amount_minor,
            "source": "TRANSFER",
            "reference": f"{loan.loan_no}-{today}{'-early' if quote else ''}",
        } | ({"quote_id": quote["id"]} if quote else {})
        await self._api.post(SERVICE, f"/v1/loans/{loan.loan_id}/repayments", body, str(body["reference"]))
        return amount_minor

    async def _pay_quoted(self, loan: Lived, today: date, wish: JsonObject) -> int:
        quote = await self._api.post(SERVICE, f"/v1/loans/{loan.loan_id}/prepayment-quotes", wish)
        return await self._pay(loan, today, quote["total_minor"], quote)

    async def _close(self, day: date) -> int:
        """Closes a day and waits until the calendar has moved; how many instalments were missed on it."""
        path = f"/v1/business-days/{day}/closing"
        closing, pause = await self._api.post(SERVICE, path), LOOK_S
        while closing["status"] != "DONE":
            await asyncio.sleep(pause)
            pause *= LATER
            closing = await self._api.get(SERVICE, path)
        return int(closing["missed"])
