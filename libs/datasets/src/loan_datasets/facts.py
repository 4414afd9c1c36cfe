"""From a row of the data set to what the form and the outside sources say: the ground truth of the demonstration.

The simulator renders these facts in the providers' shapes, the gateway's adapters read them back, and the model is
trained on the very same facts, so that a decision in the running system rests on what a real borrower's row says.

How a row is read (all money in yuan as it stands in the source):

- Obligations a month are debt ratio x income; where the income is missing or at most 1, the source's "ratio" is the
  amount itself. The source counts alimony and living costs among them, so half of the amount is debt service: 5 % of
  what is owed on cards (domain.md §7.1), and the rest of the half the dues of loans that the credit report tells. All
  else is household expense on the form. Dues and expense add up to the row's amount, to the fen.
- Income comes from social insurance and housing fund where the row has one; where it is missing, that source has no
  record (MISS) and the form states no income either.
- Payments late 30-59, 60-89 and 90+ days are months with status 2, 3 and 4 in the last 24 months, of which the largest
  row has 19. They are scattered, the worst of them longest ago: six fit into the first year without two in a row. The
  codes 96 and 98 (269 rows) are no counts: the months are unknown and none is reported as late.
- Utilisation is kept to six decimals by a card limit in whole ten-thousands of yuan: about three months' income, at
  least 10,000 yuan. The limit is made up, since the source has only the ratio; what is drawn on cards is the
  unsecured exposure.
- Made up and the same for all: identity matches, mobile number of more than two years, no court record, no recent
  queries, nothing overdue today, months of social insurance from the age.
"""

from datetime import datetime
from decimal import ROUND_HALF_EVEN, Decimal

from loan_contracts.facts import (
    BureauFacts,
    CollectedFacts,
    CourtFacts,
    DeclaredFacts,
    IdentityFacts,
    SocialInsuranceFacts,
    TelecomFacts,
)
from loan_contracts.money import half_up
from loan_contracts.values import Source, SourceStatus
from loan_datasets.borrower import Borrower
from loan_datasets.splits import CODES_FROM

_FEN = 100
_TEN_THOUSAND_YUAN = 1_000_000  # fen: a limit in this step carries six decimals of utilisation exactly
_MILLIONTH = Decimal("0.000001")
_INCOMES_A_LIMIT = 3
_CARD_SERVICE_PERCENT = 5
_MONTHS = 24
_APART_IN_A_YEAR = 6  # months of twelve that can be late without two in a row

_CLEAN_IDENTITY = IdentityFacts(match="00")
_OLD_NUMBER = TelecomFacts(three_factor="1", online_months_band="24+")
_NO_COURT_RECORD = CourtFacts()
_SOURCES = (Source.IDENTITY, Source.TELECOM, Source.CREDIT_BUREAU, Source.COURT)


def obligations_minor(borrower: Borrower) -> int:
    """All a borrower has to pay a month, in minor units rounded half up."""
    income = borrower.monthly_income
    amount = borrower.debt_ratio * income if income is not None and income > 1 else borrower.debt_ratio
    numerator, denominator = amount.as_integer_ratio()
    return half_up(numerator * _FEN, denominator)


def declared_facts(borrower: Borrower) -> DeclaredFacts:
    """What the borrower states on the form."""
    return DeclaredFacts(
        age=borrower.age,
        dependents=borrower.dependents,
        monthly_income_minor=None if borrower.monthly_income is None else borrower.monthly_income * _FEN,
        monthly_expense_minor=obligations_minor(borrower) - _loan_dues(borrower),
    )


def collected_facts(borrower: Borrower, at: datetime) -> CollectedFacts:
    """What the outside sources of the personal credit product answer about the borrower at a point in time."""
    income = borrower.monthly_income
    statuses = dict.fromkeys(_SOURCES, SourceStatus.HIT)
    statuses[Source.SOCIAL_INSURANCE] = SourceStatus.MISS if income is None else SourceStatus.HIT
    insured = None
    if income is not None:
        months = min(max(borrower.age - 22, 1) * 12, 240)
        insured = SocialInsuranceFacts(monthly_income_minor=income * _FEN, months_continuous=months)
    return CollectedFacts(
        collected_at=at,
        statuses=statuses,
        identity=_CLEAN_IDENTITY,
        telecom=_OLD_NUMBER,
        credit_bureau=bureau_facts(borrower),
        social_insurance=insured,
        court=_NO_COURT_RECORD,
    )


def bureau_facts(borrower: Borrower) -> BureauFacts:
    """What the credit report says."""
    tens, utilisation, used = _cards(borrower)
    late = "4" * _count(borrower.late_90) + "3" * _count(borrower.late_60_89) + "2" * _count(borrower.late_30_59)
    worst_first = late[:_MONTHS]
    worst = int(worst_first[:1] or 0)
    return BureauFacts(
        open_accounts=borrower.open_accounts,
        mortgage_accounts=borrower.mortgage_accounts,
        card_limit_minor=tens * _TEN_THOUSAND_YUAN,
        card_used_minor=used,
        card_balance_minor=used,
        revolving_utilisation=utilisation,
        monthly_debt_service_minor=_loan_dues(borrower),
        late_2_24m=worst_first.count("2"),
        late_3_24m=worst_first.count("3"),
        late_4plus_24m=worst_first.count("4"),
        late_run_24m=max(worst, _shortest_run(len(worst_first))),
        late_months_60m=len(worst_first),
        worst_12m=int(worst_first[_APART_IN_A_YEAR : _APART_IN_A_YEAR + 1] or 0),
        worst_24m=worst,
        worst_60m=worst,
        unknown_codes=0,
        unsecured_exposure_minor=used,
    )


def _cards(borrower: Borrower) -> tuple[int, Decimal, int]:
    """Tens of thousands of yuan of limit, the share of it that is drawn, and what that is in minor units."""
    utilisation = borrower.revolving_utilisation.quantize(_MILLIONTH, ROUND_HALF_EVEN)
    tens = max(1, (borrower.monthly_income or 0) * _INCOMES_A_LIMIT * _FEN // _TEN_THOUSAND_YUAN)
    return tens, utilisation, int(utilisation * _TEN_THOUSAND_YUAN) * tens


def _loan_dues(borrower: Borrower) -> int:
    return max(obligations_minor(borrower) // 2 - half_up(_cards(borrower)[2] * _CARD_SERVICE_PERCENT, 100), 0)


def _shortest_run(late: int) -> int:
    """The shortest longest run that so many late months of 24 can have."""
    run = 0
    while _MONTHS - _MONTHS // (run + 1) < late:
        run += 1
    return run


def _count(value: int) -> int:
    return 0 if value >= CODES_FROM else value
