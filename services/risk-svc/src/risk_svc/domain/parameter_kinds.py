"""What the numbers of an assessment may be, each and together."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from loan_servicekit.core.parameters import ParameterCatalogue, ParameterKind, number
from risk_svc.domain.parameters import GRADES, PARAMETERS

_RISK = "risk"
_LENDING = [grade.lower() for grade in GRADES[:-1]]


def _share(meaning: str, least: str = "0", most: str = "100") -> ParameterKind:
    return number("%", _RISK, meaning, least, most, 4)


def _money(meaning: str, most: str) -> ParameterKind:
    return number("CNY", _RISK, meaning, "0", most)


_KINDS = {
    "lpr_1y": _share("Loan prime rate of one year", "0.01", "36"),
    "cap.court_financial": _share("Highest all-in rate a court grants a financial institution", "0.01", "36"),
    "cap.bank_assisted": _share("Highest all-in rate of a bank's assisted internet loans", "0.01", "36"),
    "online.consumer.max": _money("The regulator's most for consumption credit over the internet", "1000000"),
    "dsr.card_balance": _share("Part of what is owed on cards that is debt service a month", "5", "10"),
    "dsr.unsecured": _share("Highest debt service ratio without security", "1", "70"),
    "limit.exposure_max": _money("Most that a person may owe without security", "5000000"),
    "limit.unverified_income_max": _money("Most without proof of income", "200000"),
    "limit.starter": _money("Least line that a proven income opens", "200000"),
    **{
        f"limit.income_multiple.{g}": number("x", _RISK, f"Times the income, grade {g.upper()}", "0", "36", 2)
        for g in _LENDING
    },
    **{f"limit.risk_factor.{g}": _share(f"Share of the limit, grade {g.upper()}") for g in _LENDING},
    **{
        f"grade.{g}.least_score": number("score", _RISK, f"Lowest score of grade {g.upper()}", "300", "900")
        for g in _LENDING
    },
    "pd.horizon": number("year", _RISK, "Years that a probability of default is about", "1", "5"),
    "price.spread_min": number("BP", _RISK, "Least spread over the loan prime rate", "-300", "3000"),
    "price.cost_of_funds": _share("Cost of funds", "0", "20"),
    "price.loss_given_default": _share("Loss given default"),
    "price.operating_cost": _share("Operating cost", "0", "20"),
    "price.risk_weight": _share("Risk weight", "0", "1250"),
    "price.capital_ratio": _share("Capital ratio"),
    "price.return_on_equity": _share("Return on equity"),
    "price.profit_tax": _share("Profit tax", "0", "99"),
    "price.margin": _share("Margin", "0", "20"),
    "price.vat": _share("Value added tax"),
    "policy.approval_min": _share("Share of a back-test's borrowers that a policy approves at least"),
    "policy.approval_max": _share("Share of a back-test's borrowers that a policy approves at most"),
    "policy.bad_rate_max": _share("Defaults among the approved, against those among all, at most", "0", "200"),
    "price.vat_surcharge": _share("Surcharge on value added tax"),
}


def _together(values: Mapping[str, str]) -> None:
    """Better grades ask for higher scores and lend no less; a day before the first values of all says nothing."""
    if not values.keys() >= {seed.code for seed in PARAMETERS if seed.code.startswith(("grade.", "limit."))}:
        return
    if Decimal(values.get("policy.approval_min", "0")) > Decimal(values.get("policy.approval_max", "100")):
        raise ValueError("policy.approval_min must not be above policy.approval_max")
    for better, worse in pairwise(_LENDING):
        if int(values[f"grade.{better}.least_score"]) <= int(values[f"grade.{worse}.least_score"]):
            raise ValueError(f"grade {better.upper()} must ask for a higher score than grade {worse.upper()}")
        for of in ("limit.income_multiple", "limit.risk_factor"):
            if Decimal(values[f"{of}.{better}"]) < Decimal(values[f"{of}.{worse}"]):
                raise ValueError(f"{of} of grade {better.upper()} must not be lower than that of {worse.upper()}")


CATALOGUE = ParameterCatalogue(_KINDS, _together)
