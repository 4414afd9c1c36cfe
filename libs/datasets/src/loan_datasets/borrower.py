"""One real borrower of "Give Me Some Credit", in our words."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Borrower:
    """A row of the data set. Money is in whole currency units as in the source; None is a missing value."""

    row: int  # 0-based position in the source file: the borrower's identity in this repository
    defaulted: bool  # SeriousDlqin2yrs
    age: int
    revolving_utilisation: Decimal
    late_30_59: int
    late_60_89: int
    late_90: int
    debt_ratio: Decimal  # monthly obligations over income; the amount itself where income is missing
    monthly_income: int | None
    open_accounts: int
    mortgage_accounts: int
    dependents: int | None
