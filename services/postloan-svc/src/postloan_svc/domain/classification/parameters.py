"""The parameters `class.*`, `dpd.*` and `bureau.*`: what their values may be."""

import re

from loan_servicekit.core.parameters import ParameterKind, number

CODES = re.compile(r"[A-Z0-9-]{1,40}")
NONE = "NONE"


def codes_of(text: str) -> list[str]:
    """A list of codes; NONE is none. Raises ValueError."""
    words = text.split()
    if not words or any(CODES.fullmatch(word) is None for word in words):
        raise ValueError("codes with a space between them, or NONE")
    return [] if words == [NONE] else words


CLASSIFICATION: dict[str, ParameterKind] = {
    "class.doubtful_dpd_gt": number("day", "risk", "Days past due after which a loan is doubtful", "1", "720"),
    "class.loss_dpd_gt": number("day", "risk", "Days past due after which a loan is a loss", "1", "1080"),
    "class.technical_days": number(
        "day", "risk", "Days past due that an error of ours or of a bank excuses", "0", "30"
    ),
    "class.ecl_doubtful": number("%", "risk", "Assessed loss from which an impaired loan is doubtful", "1", "100", 2),
    "class.ecl_loss": number("%", "risk", "Assessed loss from which an impaired loan is a loss", "1", "100", 2),
    "class.cross_overdue_share": number(
        "%",
        "risk",
        "Share of a debtor's debts at all banks, overdue for > 90 days, above which it is substandard",
        "0",
        "100",
        2,
    ),
    "class.debtor_npl_share": number(
        "%", "risk", "Share of a debtor's debts with us, non-performing, above which all of them are", "0", "100", 2
    ),
    "class.non_retail_products": ParameterKind(
        "codes", "risk", "Products whose debtors are classified as a whole (R-4.7)", "product codes, or NONE", codes_of
    ),
    "dpd.tolerance": number("fen", "risk", "Unpaid of an instalment, up to which it is not past due", "0", "100000"),
    "dpd.materiality": number("%", "risk", "Arrears, of the balance, up to which nothing is past due", "0", "5", 4),
    "bureau.late_in_month": number("flag", "risk", "Whether the bureau's specification knows the code M", "0", "1"),
    "ecl.riskier_ratio": number(
        "x", "risk", "Probability of default, times that of the beginning: stage 2", "1", "100", 2
    ),
    "ecl.riskier_points": number("%", "risk", "And by so many points above it: stage 2", "0", "100", 2),
}
