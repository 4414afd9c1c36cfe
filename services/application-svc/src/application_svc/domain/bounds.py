"""Numbers that a regulator or the institution may change (domain.md R-0.1): seeds, and those in force on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, Self, assert_never

from loan_contracts.values import Tenor
from loan_schedules import lpr

_HUNDRED = Decimal(100)
LPR = {Tenor.ONE_YEAR: "lpr_1y", Tenor.FIVE_YEARS: "lpr_5y"}
LPR_MULTIPLE = "*lpr_1y"  # what a cap is written as that follows the loan prime rate: 4*lpr_1y


class Institution(StrEnum):
    """What kind of lender runs the system: the law binds each otherwise (domain.md §2.3, §2.6)."""

    BANK = "BANK"  # of those that the notice of 2025-03 names: policy, large, joint-stock, foreign
    PRIVATE_BANK = "PRIVATE_BANK"
    CONSUMER_FINANCE = "CONSUMER_FINANCE"
    SMALL_LOAN = "SMALL_LOAN"


class ParameterSeed(NamedTuple):
    """One row to begin with. A value holds from its date until the next row of its code."""

    code: str
    value: str
    unit: str
    valid_from: date
    source: str
    confidence: str


class Range(NamedTuple):
    """Ends included."""

    least: Decimal
    most: Decimal

    @classmethod
    def of(cls, text: str) -> Self:
        """From `1.30-1.50`."""
        least, most = text.split("-")
        return cls(Decimal(least), Decimal(most))


_START = date(2020, 1, 1)
_NOTICE = date(2025, 3, 14)  # 金融监管总局《关于发展消费金融助力提振消费的通知》
_PERSONAL = date(2024, 7, 1)  # 个人贷款管理办法 (2024)

READING = (
    ParameterSeed(
        "disclosure.forced_read_seconds",
        "10",
        "second",
        _START,
        "金规〔2026〕2号: 强制阅读时间 (domain.md R-2.21); how long is our choice",
        "P",
    ),
)
ATTEMPTS = (
    ParameterSeed(
        "registration.refusals_per_hour",
        "10",
        "count",
        date(2020, 1, 1),
        "个人信息保护法 Art. 51: measures against misuse; the number is ours",
        "P",
    ),
)
REVEALING = (
    ParameterSeed(
        "reveal.customers_per_hour",
        "20",
        "count",
        date(2020, 1, 1),
        "个人信息保护法 Art. 6 and 51: the least that the purpose needs, and measures against misuse; "
        "the number is ours",
        "P",
    ),
)

CONSENTS = (
    ParameterSeed("consent.loan_approval_days", "180", "day", _START, "domain.md §7.9: at most the application", "P"),
    ParameterSeed("consent.post_loan_days", "4000", "day", _START, "domain.md §7.9: at most the loan", "P"),
)

PAPERS = tuple(
    ParameterSeed(f"document.valid_days.{kind}", days, "day", _START, "domain.md R-9.4; own policy", "P")
    for kind, days in (
        ("ID_FRONT", "3650"),
        ("ID_BACK", "3650"),
        ("INCOME_PROOF", "90"),
        ("BANK_STATEMENT", "60"),
        ("BUSINESS_LICENCE", "365"),
        ("TAX_RETURN", "365"),
    )
)
_VALID_DAYS = "document.valid_days."

PRIME = tuple(ParameterSeed("lpr_5y", rate, "%", day, lpr.SOURCE, "MH") for day, rate in lpr.changes(Tenor.FIVE_YEARS))
REVIEWS = (ParameterSeed("review.request_days", "30", "day", date(2020, 1, 1), "PIPL 24; domain.md R-9.9", "P"),)
LIMITS = (
    ParameterSeed("institution.type", "BANK", "code", _START, "our licence; domain.md §2.3, §2.6", "P"),
    *(ParameterSeed("lpr_1y", rate, "%", day, lpr.SOURCE, "MH") for day, rate in lpr.changes(Tenor.ONE_YEAR)),
    ParameterSeed("cap.court_financial", "24", "%", date(2017, 8, 4), "法发〔2017〕22号", "MH"),
    ParameterSeed("cap.bank_assisted", "24", "%", date(2025, 10, 1), "金规〔2025〕9号", "C2"),
    ParameterSeed("cap.consumer_finance", "24", "%", _START, "window guidance (domain.md §2.6)", "MM"),
    ParameterSeed("cap.small_loan_now", "24", "%", date(2025, 12, 19), "小贷综合融资成本指引", "C2"),
    ParameterSeed("cap.small_loan_2027", "4*lpr_1y", "rule", date(2027, 12, 31), "小贷综合融资成本指引", "C2"),
    ParameterSeed("penalty.overdue_multiple_range", "1.30-1.50", "x", date(2004, 1, 1), "银发〔2003〕251号", "MH"),
    ParameterSeed("penalty.misuse_multiple_range", "1.50-2.00", "x", date(2004, 1, 1), "银发〔2003〕251号", "MH"),
    ParameterSeed("loan.consumer.max_months", "60", "month", _PERSONAL, "个人贷款管理办法 (R-2.4a)", "MH"),
    ParameterSeed("loan.consumer.max_months.temp", "84", "month", _NOTICE, "消费金融通知 (R-2.4b)", "C2"),
    ParameterSeed("loan.personal_business.max_months", "60", "month", _PERSONAL, "个人贷款管理办法 (R-2.4c)", "C2"),
    ParameterSeed(
        "loan.personal_business.max_months.long", "120", "month", _PERSONAL, "个人贷款管理办法 (R-2.4c)", "C2"
    ),
    ParameterSeed("online.consumer.max", "200000", "CNY", date(2020, 7, 12), "互联网贷款办法 (R-2.5a)", "C2"),
    ParameterSeed("online.consumer.max.temp", "300000", "CNY", _NOTICE, "消费金融通知 (R-2.5b)", "C2"),
    ParameterSeed(
        "online.consumer.bullet_max_months", "12", "month", date(2020, 7, 12), "互联网贷款办法 (R-2.5a)", "MH"
    ),
    ParameterSeed("consumer_finance.max", "200000", "CNY", date(2024, 4, 18), "消费金融公司管理办法 (R-2.11)", "MM"),
    ParameterSeed("small_loan.consumer.max", "200000", "CNY", _START, "小额贷款公司监督管理暂行办法 (R-2.11)", "MM"),
    ParameterSeed("small_loan.business.max", "10000000", "CNY", _START, "小额贷款公司监督管理暂行办法 (R-2.11)", "MM"),
    ParameterSeed("pay.entrusted.consumer_over", "300000", "CNY", _PERSONAL, "个人贷款管理办法 (R-2.6a)", "MH"),
    ParameterSeed("pay.entrusted.consumer_over.temp", "500000", "CNY", _NOTICE, "消费金融通知 (R-2.6b)", "C2"),
    ParameterSeed("pay.entrusted.business_over", "500000", "CNY", _PERSONAL, "个人贷款管理办法 (R-2.6a)", "C2"),
    ParameterSeed(
        "purpose.forbidden",
        "HOME_PURCHASE SECURITIES STOCKS BONDS FUTURES DERIVATIVES EQUITY_INVESTMENT FIXED_ASSETS",
        "codes",
        date(2020, 7, 12),
        "互联网贷款办法 (R-2.2)",
        "MH",
    ),
    ParameterSeed(
        "purpose.forbidden_words",
        "购房 买房 房款 首付 股票 炒股 证券 债券 期货 衍生品 股权 固定资产",
        "words",
        date(2020, 7, 12),
        "互联网贷款办法 (R-2.2)",
        "MH",
    ),
    ParameterSeed("committee.over", "500000", "CNY", _START, "domain.md §15.7; what the process carries out", "P"),
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """All of them on one day, for the institution that we are: rates as fractions, money in minor units.

    Where the law eases something for a while for some institutions, it is eased for them here.
    """

    institution: Institution
    forced_read_seconds: int
    review_request_days: int
    cap: Decimal
    overdue_multiple: Range
    misuse_multiple: Range
    consumer_max_months: int
    business_max_months: int
    business_max_months_long: int
    online_consumer_max_minor: int
    online_consumer_bullet_max_months: int
    consumer_max_minor: int | None
    business_max_minor: int | None
    consumer_self_paid_max_minor: int
    business_self_paid_max_minor: int
    forbidden_purposes: frozenset[str]
    forbidden_words: tuple[str, ...]
    committee_over_minor: int
    consent_days: int
    post_loan_consent_days: int
    document_valid_days: Mapping[str, int]
    reveals_per_hour: int
    refusals_per_hour: int
    lpr: Mapping[Tenor, Decimal]

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        """From the values that hold on a day, by code. Raises KeyError where one is missing: numbers are not guessed,
        ValueError where a table is to be read for no time at all.

        `lpr_1y` and `lpr_5y` are the rates to be used on the day: the latest ones published before it (R-2.17).
        """
        institution = Institution(values["institution.type"])
        eased = institution is Institution.BANK
        forced_read_seconds = int(values["disclosure.forced_read_seconds"])
        if forced_read_seconds < 1:
            raise ValueError("disclosure.forced_read_seconds is at least 1: the law asks for a time (R-2.21)")

        def value(code: str) -> str:
            return values.get(f"{code}.temp", values[code]) if eased else values[code]

        consumer_max, business_max = _of_institution(institution, values)
        return cls(
            institution=institution,
            forced_read_seconds=forced_read_seconds,
            review_request_days=int(values["review.request_days"]),
            reveals_per_hour=int(values["reveal.customers_per_hour"]),
            refusals_per_hour=int(values["registration.refusals_per_hour"]),
            lpr={tenor: Decimal(values[code]) / _HUNDRED for tenor, code in LPR.items()},
            cap=_cap(institution, values),
            overdue_multiple=Range.of(values["penalty.overdue_multiple_range"]),
            misuse_multiple=Range.of(values["penalty.misuse_multiple_range"]),
            consumer_max_months=int(value("loan.consumer.max_months")),
            business_max_months=int(values["loan.personal_business.max_months"]),
            business_max_months_long=int(values["loan.personal_business.max_months.long"]),
            online_consumer_max_minor=_fen(value("online.consumer.max")),
            online_consumer_bullet_max_months=int(values["online.consumer.bullet_max_months"]),
            consumer_max_minor=consumer_max,
            business_max_minor=business_max,
            consumer_self_paid_max_minor=_fen(value("pay.entrusted.consumer_over")),
            business_self_paid_max_minor=_fen(values["pay.entrusted.business_over"]),
            forbidden_purposes=frozenset(values["purpose.forbidden"].split()),
            forbidden_words=tuple(values["purpose.forbidden_words"].split()),
            committee_over_minor=_fen(values["committee.over"]),
            consent_days=int(values["consent.loan_approval_days"]),
            post_loan_consent_days=int(values["consent.post_loan_days"]),
            document_valid_days={
                code.removeprefix(_VALID_DAYS): int(days)
                for code, days in values.items()
                if code.startswith(_VALID_DAYS)
            },
        )


_CAPS: Mapping[Institution, tuple[str, ...]] = {
    Institution.BANK: ("cap.bank_assisted",),
    Institution.PRIVATE_BANK: ("cap.bank_assisted",),
    Institution.CONSUMER_FINANCE: ("cap.consumer_finance",),
    Institution.SMALL_LOAN: ("cap.small_loan_now", "cap.small_loan_2027"),
}


def _cap(institution: Institution, values: Mapping[str, str]) -> Decimal:
    """The lowest line in force that binds the institution; that of the courts binds all of them (domain.md §2.6)."""
    lines = ["cap.court_financial", *(code for code in _CAPS[institution] if code in values)]
    return min(_rate(values[code], values) for code in lines)


def _rate(text: str, values: Mapping[str, str]) -> Decimal:
    if text.endswith(LPR_MULTIPLE):
        return Decimal(text.removesuffix(LPR_MULTIPLE)) * Decimal(values["lpr_1y"]) / _HUNDRED
    return Decimal(text) / _HUNDRED


def _of_institution(institution: Institution, values: Mapping[str, str]) -> tuple[int | None, int | None]:
    """What a customer gets at most, for consumption and for business (R-2.11)."""
    match institution:
        case Institution.CONSUMER_FINANCE:
            return _fen(values["consumer_finance.max"]), 0  # it lends for consumption alone
        case Institution.SMALL_LOAN:
            return _fen(values["small_loan.consumer.max"]), _fen(values["small_loan.business.max"])
        case Institution.BANK | Institution.PRIVATE_BANK:
            return None, None
        case _:
            assert_never(institution)


def _fen(yuan: str) -> int:
    return int(Decimal(yuan) * _HUNDRED)


def seeds_on(day: date) -> dict[str, str]:
    """The seeds that hold on a day, by code: what the table answers before anyone has changed it."""
    rows = sorted(
        (*READING, *REVEALING, *ATTEMPTS, *LIMITS, *CONSENTS, *PAPERS, *REVIEWS, *PRIME),
        key=lambda seed: seed.valid_from,
    )
    return {seed.code: seed.value for seed in rows if seed.valid_from <= day}
