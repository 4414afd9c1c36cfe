"""What the numbers of the law and of the institution may be, each and together."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from application_svc.domain.bounds import (
    ATTEMPTS,
    CONSENTS,
    LIMITS,
    LPR_MULTIPLE,
    PAPERS,
    PRIME,
    READING,
    REVEALING,
    Bounds,
    Institution,
    Range,
)
from loan_servicekit.core.parameters import NUMBER, ParameterCatalogue, ParameterKind, number

_PRODUCT = "product"
_LPR_MULTIPLE = re.compile(r"[1-9]" + re.escape(LPR_MULTIPLE))
_CODES = re.compile(r"[A-Z][A-Z0-9_]{1,39}( [A-Z][A-Z0-9_]{1,39}){0,39}")
_WORDS = re.compile(r"\w{1,20}( \w{1,20}){0,39}")


def _matching(unit: str, meaning: str, allowed: str, fits: Callable[[str], object]) -> ParameterKind:
    def read(text: str) -> str:
        if not fits(text):
            raise ValueError(allowed)
        return text

    return ParameterKind(unit, _PRODUCT, meaning, allowed, read)


def _rate(meaning: str) -> ParameterKind:
    return number("%", _PRODUCT, meaning, "0.01", "36", 4)


def _months(meaning: str) -> ParameterKind:
    return number("month", _PRODUCT, meaning, "1", "360")


def _money(meaning: str) -> ParameterKind:
    return number("CNY", _PRODUCT, meaning, "1", "1000000000")


def _multiples(meaning: str) -> ParameterKind:
    return _matching("x", meaning, "two multiples from 1 to 10, the lower first, like 1.30-1.50", _is_range)


def _is_range(text: str) -> bool:
    ends = text.split("-")
    if len(ends) != len(Range._fields) or not all(NUMBER.fullmatch(end) for end in ends):
        return False
    least, most = Range.of(text)
    return Decimal(1) <= least <= most <= Decimal(10)


_KINDS = {
    "review.request_days": number(
        "day", _PRODUCT, "How long after a decision its borrower may ask about it", "1", "365"
    ),
    "disclosure.forced_read_seconds": number(
        "second", _PRODUCT, "How long a cost disclosure is read before it is confirmed", "1", "3600"
    ),
    "reveal.customers_per_hour": number(
        "count", _PRODUCT, "Of how many customers a person sees protected values within an hour", "1", "1000"
    ),
    "registration.refusals_per_hour": number(
        "count", _PRODUCT, "How many registrations of one person may be refused within an hour", "1", "1000"
    ),
    "institution.type": _matching(
        "code", "What kind of lender we are", f"one of {', '.join(Institution)}", Institution.__members__.__contains__
    ),
    "lpr_1y": _rate("Loan prime rate of one year, from the day of its publication"),
    "lpr_5y": _rate("Loan prime rate of five years and longer, from the day of its publication"),
    "cap.court_financial": _rate("Highest all-in rate a court grants a financial institution"),
    "cap.bank_assisted": _rate("Highest all-in rate of a bank's assisted internet loans"),
    "cap.consumer_finance": _rate("Highest all-in rate of consumer-finance companies"),
    "cap.small_loan_now": _rate("Highest all-in rate of small-loan companies"),
    "cap.small_loan_2027": _matching(
        "rule",
        "Highest all-in rate of small-loan companies by the loan prime rate",
        "a multiple like 4*lpr_1y",
        _LPR_MULTIPLE.fullmatch,
    ),
    "penalty.overdue_multiple_range": _multiples("Overdue rate over contract rate"),
    "penalty.misuse_multiple_range": _multiples("Rate of what was misused over contract rate"),
    "loan.consumer.max_months": _months("Longest loan for consumption"),
    "loan.consumer.max_months.temp": _months("The same, eased for a while for a BANK"),
    "loan.personal_business.max_months": _months("Longest loan for a business"),
    "loan.personal_business.max_months.long": _months("The same, where cash comes in late"),
    "online.consumer.max": _money("Most that a borrower gets over the internet for consumption without security"),
    "online.consumer.max.temp": _money("The same, eased for a while for a BANK"),
    "online.consumer.bullet_max_months": _months("Longest such loan that is repaid in one sum"),
    "consumer_finance.max": _money("Most that a customer of a consumer-finance company gets"),
    "small_loan.consumer.max": _money("Most that a small-loan company lends for consumption"),
    "small_loan.business.max": _money("Most that a small-loan company lends for business"),
    "pay.entrusted.consumer_over": _money("Above it the counterparty is paid: consumption"),
    "pay.entrusted.consumer_over.temp": _money("The same, eased for a while for a BANK"),
    "pay.entrusted.business_over": _money("Above it the counterparty is paid: business"),
    "purpose.forbidden": _matching("codes", "Purposes of no loan", "codes, blanks between them", _CODES.fullmatch),
    "purpose.forbidden_words": _matching(
        "words", "Words that no purpose's wording has", "words, blanks between them", _WORDS.fullmatch
    ),
    "consent.loan_approval_days": number("day", _PRODUCT, "Longest consent for an application", "1", "366"),
    "consent.post_loan_days": number("day", _PRODUCT, "Longest consent for a loan", "1", "12000"),
    **{
        seed.code: number("day", _PRODUCT, "How long a paper of this kind serves again; 0: never", "0", "7300")
        for seed in PAPERS
    },
    "committee.over": _money("Above it the process asks the expert committee"),
}


def _together(values: Mapping[str, str]) -> None:
    """Bounds can be made of them; a day before the first values of all says nothing."""
    later = {"cap.small_loan_2027"}
    if (
        values.keys()
        >= {seed.code for seed in (*READING, *REVEALING, *ATTEMPTS, *LIMITS, *CONSENTS, *PAPERS, *PRIME)} - later
    ):
        Bounds.of(values)


CATALOGUE = ParameterCatalogue(_KINDS, _together)
"""Every parameter of application-svc."""
