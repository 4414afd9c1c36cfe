"""Effective-dated numbers that a regulator or the institution may change (domain.md R-0.1)."""

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncEngine

from loan_servicekit.core import Clock, business_day

log = logging.getLogger(__name__)

SELECT = "select code, value, unit, valid_from, valid_to, source, confidence, approved_by from parameters"
FRESH_S = 60.0


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value and the days on which it holds."""

    code: str
    value: str
    unit: str
    valid_from: date
    valid_to: date | None
    source: str
    confidence: str
    approved_by: str


class Parameters:
    """All values of a service; a calculation picks those that hold on its date."""

    def __init__(self, rows: Iterable[Parameter] = ()) -> None:
        self._by_code: dict[str, list[Parameter]] = {}
        for row in sorted(rows, key=lambda p: p.valid_from, reverse=True):
            self._by_code.setdefault(row.code, []).append(row)

    @classmethod
    async def load(cls, engine: AsyncEngine) -> "Parameters":
        """Reads the table."""
        async with engine.connect() as connection:
            return cls(Parameter(*tuple(row)) for row in (await connection.exec_driver_sql(SELECT)).all())

    def rows(self) -> list[Parameter]:
        """Every row, by code, the newest first."""
        return [parameter for code in sorted(self._by_code) for parameter in self._by_code[code]]

    def text(self, code: str, on: date) -> str:
        """The value on a day; raises KeyError where none holds, because a missing number must not be guessed."""
        for parameter in self._by_code.get(code, ()):
            if parameter.valid_from <= on and (parameter.valid_to is None or on <= parameter.valid_to):
                return parameter.value
        raise KeyError(f"no parameter {code} on {on}")

    def decimal(self, code: str, on: date) -> Decimal:
        """The value on a day as a number."""
        return Decimal(self.text(code, on))

    def on(self, day: date) -> dict[str, str]:
        """Every value that holds on a day, by code."""
        held = {}
        for code, rows in self._by_code.items():
            for parameter in rows:
                if parameter.valid_from <= day and (parameter.valid_to is None or day <= parameter.valid_to):
                    held[code] = parameter.value
                    break
        return held


class ParameterCache:
    """The parameter table in memory, read at start and again every minute."""

    def __init__(self, engine: AsyncEngine, clock: Clock) -> None:
        self._engine, self._clock = engine, clock
        self.parameters = Parameters()
        self._today: tuple[date, dict[str, str]] | None = None

    async def refresh(self) -> None:
        """Reads the table now."""
        self.parameters, self._today = await Parameters.load(self._engine), None

    async def keep_fresh(self) -> None:
        """Reads the table again and again; an outage leaves the known values in force."""
        while True:
            await asyncio.sleep(FRESH_S)
            try:
                await self.refresh()
            except Exception as error:
                log.warning("parameters.stale", extra={"error": repr(error)})

    def today(self) -> dict[str, str]:
        """Every value that holds today, in the business time zone."""
        day = business_day(self._clock())
        if self._today is None or self._today[0] != day:
            self._today = (day, self.parameters.on(day))
        return self._today[1]
