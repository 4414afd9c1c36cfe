"""The numbers that a regulator or the institution may change (domain.md R-0.1): seeds, and those in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple, Self

from loan_contracts.values import Tenor
from loan_schedules import lpr

GRADES = ("A", "B", "C", "D", "E")
"""From best to worst; E is below the cut-off and is not lent to."""

LPR = "lpr_1y"
_HUNDRED = Decimal(100)
_CAPS = ("cap.court_financial", "cap.bank_assisted")


class ParameterSeed(NamedTuple):
    """One row to begin with. A value holds from its date until the next row of its code."""

    code: str
    value: str
    unit: str
    valid_from: date
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class InForce:
    """All numbers of an assessment on one day: rates and shares as fractions (0.072 is 7.2 %), money in minor units."""

    lpr_1y: Decimal
    rate_cap: Decimal
    spread_min_bp: int
    cost_of_funds: Decimal
    loss_given_default: Decimal
    operating_cost: Decimal
    risk_weight: Decimal
    capital_ratio: Decimal
    return_on_equity: Decimal
    profit_tax: Decimal
    margin: Decimal
    vat: Decimal
    vat_surcharge: Decimal
    pd_horizon_years: int
    debt_service_ratio_max: Decimal
    card_debt_service: Decimal  # of what is owed on cards, a month
    exposure_max_minor: int
    regulatory_max_minor: int
    unverified_income_max_minor: int
    starter_minor: int
    least_score: Mapping[str, int]  # grade -> lowest score; E has none
    income_multiple: Mapping[str, Decimal]
    risk_factor: Mapping[str, Decimal]

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        """From the values that hold on a day, by code. Raises KeyError where one is missing: numbers are not guessed.

        `lpr_1y` is the rate to be used on the day: the latest one published before it (domain.md R-2.17, `LPR`); of the
        caps on the all-in rate the lowest in force counts (domain.md §2.6).
        """

        def share(code: str) -> Decimal:
            return Decimal(values[code]) / _HUNDRED

        def fen(code: str) -> int:
            return int(Decimal(values[code]) * _HUNDRED)

        lending = GRADES[:-1]
        return cls(
            lpr_1y=share("lpr_1y"),
            rate_cap=min(share(code) for code in _CAPS if code in values or code == _CAPS[0]),
            spread_min_bp=int(values["price.spread_min"]),
            cost_of_funds=share("price.cost_of_funds"),
            loss_given_default=share("price.loss_given_default"),
            operating_cost=share("price.operating_cost"),
            risk_weight=share("price.risk_weight"),
            capital_ratio=share("price.capital_ratio"),
            return_on_equity=share("price.return_on_equity"),
            profit_tax=share("price.profit_tax"),
            margin=share("price.margin"),
            vat=share("price.vat"),
            vat_surcharge=share("price.vat_surcharge"),
            pd_horizon_years=int(values["pd.horizon"]),
            debt_service_ratio_max=share("dsr.unsecured"),
            card_debt_service=share("dsr.card_balance"),
            exposure_max_minor=fen("limit.exposure_max"),
            regulatory_max_minor=fen("online.consumer.max"),
            unverified_income_max_minor=fen("limit.unverified_income_max"),
            starter_minor=fen("limit.starter"),
            least_score={grade: int(values[f"grade.{grade.lower()}.least_score"]) for grade in lending},
            income_multiple={grade: Decimal(values[f"limit.income_multiple.{grade.lower()}"]) for grade in lending},
            risk_factor={grade: share(f"limit.risk_factor.{grade.lower()}") for grade in lending},
        )

    @property
    def cutoff_score(self) -> int:
        """The lowest score that is lent to."""
        return self.least_score[GRADES[-2]]


_START = date(2020, 1, 1)
_OURS = "own policy"

CARD_DEBT_SERVICE = (ParameterSeed("dsr.card_balance", "5", "%", _START, "domain.md §7.1: 5-10", "P"),)
"""Came after the first installations: a migration of its own adds it to theirs."""

PARAMETERS: tuple[ParameterSeed, ...] = (
    *(ParameterSeed("lpr_1y", rate, "%", day, lpr.SOURCE, "MH") for day, rate in lpr.changes(Tenor.ONE_YEAR)),
    ParameterSeed("cap.court_financial", "24", "%", date(2017, 8, 4), "法发〔2017〕22号", "MH"),
    ParameterSeed("cap.bank_assisted", "24", "%", date(2025, 10, 1), "金规〔2025〕9号", "C2"),
    ParameterSeed("online.consumer.max", "200000", "CNY", date(2020, 7, 12), "互联网贷款办法", "C2"),
    ParameterSeed("dsr.unsecured", "70", "%", _START, "domain.md R-2.10, R-11.1: 50-70", "P"),
    *CARD_DEBT_SERVICE,
    ParameterSeed("limit.exposure_max", "500000", "CNY", _START, "domain.md R-11.6, §2.2", "P"),
    ParameterSeed("limit.unverified_income_max", "20000", "CNY", _START, _OURS, "P"),
    ParameterSeed("limit.starter", "6000", "CNY", _START, _OURS, "P"),
    ParameterSeed("limit.income_multiple.a", "12", "x", _START, "domain.md R-11.5", "P"),
    ParameterSeed("limit.income_multiple.b", "9", "x", _START, "domain.md R-11.5", "P"),
    ParameterSeed("limit.income_multiple.c", "6", "x", _START, "domain.md R-11.5", "P"),
    ParameterSeed("limit.income_multiple.d", "3", "x", _START, "domain.md R-11.5", "P"),
    ParameterSeed("limit.risk_factor.a", "100", "%", _START, "domain.md R-11.7", "P"),
    ParameterSeed("limit.risk_factor.b", "100", "%", _START, "domain.md R-11.7", "P"),
    ParameterSeed("limit.risk_factor.c", "100", "%", _START, "domain.md R-11.7", "P"),
    ParameterSeed("limit.risk_factor.d", "90", "%", _START, "domain.md R-11.7", "P"),
    ParameterSeed("grade.a.least_score", "620", "score", _START, "domain.md §11.1: PD 1 % is 619.71", "P"),
    ParameterSeed("grade.b.least_score", "599", "score", _START, "domain.md §11.1: PD 2 % is 599.42", "P"),
    ParameterSeed("grade.c.least_score", "572", "score", _START, "domain.md §11.1: PD 5 % is 572.08", "P"),
    ParameterSeed("grade.d.least_score", "514", "score", _START, "set on validation rows", "P"),
    ParameterSeed("pd.horizon", "2", "year", _START, "label of the training data", "P"),
    ParameterSeed("price.spread_min", "0", "BP", _START, "domain.md §2.2", "P"),
    ParameterSeed("price.cost_of_funds", "2.0", "%", _START, "domain.md §11.3", "P"),
    ParameterSeed("price.loss_given_default", "60", "%", _START, "domain.md §11.3", "P"),
    ParameterSeed("price.operating_cost", "1.2", "%", _START, "domain.md §11.3", "P"),
    ParameterSeed("price.risk_weight", "75", "%", _START, "商业银行资本管理办法 (2023)", "MM"),
    ParameterSeed("price.capital_ratio", "10.5", "%", _START, "商业银行资本管理办法 (2023)", "MM"),
    ParameterSeed("price.return_on_equity", "12", "%", _START, "domain.md §11.3", "P"),
    ParameterSeed("price.profit_tax", "25", "%", _START, "domain.md §11.3", "P"),
    ParameterSeed("price.margin", "0.3", "%", _START, "domain.md §11.3", "P"),
    ParameterSeed("price.vat", "6", "%", _START, "domain.md §11.3", "MH"),
    ParameterSeed("price.vat_surcharge", "12", "%", _START, "domain.md §11.3", "P"),
)
"""What a new installation starts with."""


def seeds_on(day: date) -> dict[str, str]:
    """The seeds to be used on a day, by code: what the table answers before anyone has changed it."""
    since = quote_day(day)
    return {
        seed.code: seed.value
        for seed in sorted(PARAMETERS, key=lambda seed: seed.valid_from)
        if seed.valid_from <= (since if seed.code == LPR else day)
    }


def quote_day(day: date) -> date:
    """The day by which a loan prime rate was published that may be used on a day: the one before (domain.md R-2.17).

    A rate is published at 09:00; a contract of that day's first hours could not know it.
    """
    return day - timedelta(days=1)
