"""What a borrower asks for: the source has no amounts and terms, so these are made up, by seed."""

from hashlib import blake2b

from loan_datasets.borrower import Borrower

SMALLEST, LARGEST, STEP = 5_000, 200_000, 100  # yuan: the online personal credit product (domain.md §2.2)
TERMS = (6, 12, 18, 24, 36)
TYPICAL_INCOME = 5_400  # median of the source, for who states none
LEAST, MOST = 1, 6  # months of income that are asked for
BEARABLE = 4  # a quarter of the income is what people plan to repay a month


def requested(borrower: Borrower, seed: int) -> tuple[int, int]:
    """The amount asked for, in minor units, and the term in months: the same for the same row and seed, always.

    The amount is one to six months' income (a typical one where none is known), evenly spread, in steps of 100 yuan
    and inside the product's range. The term is one of those that spread the amount over parts of at most a quarter of
    that income, each as likely as another; the longest where none does. Nothing of it depends on whether the borrower
    defaulted.
    """
    lot = int.from_bytes(blake2b(f"{seed}:{borrower.row}".encode(), digest_size=8).digest())
    lot, share = divmod(lot, 10_001)
    income = borrower.monthly_income or 0
    income = income if income > 1 else TYPICAL_INCOME
    asked = income * (LEAST * 10_000 + (MOST - LEAST) * share) // 10_000
    yuan = min(max(asked // STEP * STEP, SMALLEST), LARGEST)
    bearable = [term for term in TERMS if yuan * BEARABLE <= income * term] or [TERMS[-1]]
    return yuan * 100, bearable[lot % len(bearable)]
