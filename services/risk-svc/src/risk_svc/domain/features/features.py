"""The figures that model and scorecard read, computed from the facts of an application in this one place.

Training, back-test and serving all call `features`, so that what a model learned is what it is shown.
"""

from decimal import Decimal

from loan_contracts.facts import CollectedFacts, DeclaredFacts

FEATURES = (
    "age",
    "dependents",
    "verified_income_minor",
    "obligations_minor",
    "obligations_to_income",
    "revolving_utilisation",
    "open_accounts",
    "mortgage_accounts",
    "late_2_24m",
    "late_3_24m",
    "late_4plus_24m",
    "late_over_30_24m",
)
"""Names in the order of the values. Neither gender nor ethnicity nor religion is among them (domain.md §11.1)."""

Features = tuple[int | Decimal | None, ...]

LEAST_INCOME_MINOR = 100
"""An income of one yuan or less is an empty field and proves nothing: no ratio and no limit are made of it."""

_MILLION = 1_000_000


def features(declared: DeclaredFacts, collected: CollectedFacts) -> Features | None:
    """The values of FEATURES, None for what is not known; no features at all without a credit report.

    Obligations are what lenders get (credit report) and household expense (form); they are set against the income that
    social insurance or housing fund show, never against a merely stated one.
    """
    bureau = collected.credit_bureau
    if bureau is None:
        return None
    income = collected.social_insurance.monthly_income_minor if collected.social_insurance else None
    obligations = bureau.monthly_debt_service_minor + (declared.monthly_expense_minor or 0)
    return (
        declared.age,
        declared.dependents,
        income,
        obligations,
        _ratio(obligations, income),
        bureau.revolving_utilisation,
        bureau.open_accounts,
        bureau.mortgage_accounts,
        bureau.late_2_24m,
        bureau.late_3_24m,
        bureau.late_4plus_24m,
        bureau.late_2_24m + bureau.late_3_24m + bureau.late_4plus_24m,
    )


def _ratio(obligations_minor: int, income_minor: int | None) -> Decimal | None:
    if income_minor is None or income_minor <= LEAST_INCOME_MINOR:
        return None
    return Decimal(obligations_minor * _MILLION // income_minor).scaleb(-6)
