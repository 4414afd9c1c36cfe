"""The small sources' data in the shapes of domain.md §7.2 to §7.7, made from facts. Amounts are told in yuan."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Final

import orjson

from loan_contracts.facts import (
    CollectedFacts,
    CourtFacts,
    IdentityFacts,
    RegistryFacts,
    SocialInsuranceFacts,
    TaxFacts,
    TelecomFacts,
)
from loan_contracts.money import months_later
from loan_contracts.values import Source

CHINA: Final = timezone(timedelta(hours=8))
"""Business time (domain.md R-0.6): providers tell dates of their own calendar."""

_EMPLOYER = "示例科技有限公司"
_DEMO_CODE = "91990101MA0DEM0051"
"""A unified social credit code of domain.md §6.2, for the business of a person who is asked about by his own number."""

ORGANISATION = re.compile(r"9[123][0-9A-Z]{16}", re.ASCII)
"""What the code of an organisation looks like."""

_PHOTO_DIFFERS = "03"
_TAX_POINTS = {"A": 92, "M": 75, "B": 86, "C": 60, "D": 30}  # out of 100, inside the level's range (domain.md §7.5)
_GROWTH = Decimal("1.118")


def rendered(source: Source, facts: CollectedFacts, number: str, at: datetime) -> bytes:
    """The `data` part of a source's answer about the owner of a number. The facts must have a block for the source."""
    block = getattr(facts, source.value.lower())
    told = dict(_RENDERERS[source](block, at.astimezone(CHINA).date()))
    if source in (Source.TAX, Source.REGISTRY):
        told["uscc"] = number if ORGANISATION.fullmatch(number) else _DEMO_CODE
    return orjson.dumps(told)


def _identity(facts: IdentityFacts, today: date) -> Mapping[str, object]:
    told = {"match": facts.match, "verify_level": "TWO_FACTOR", "dead_flag": facts.deceased}
    if facts.match == _PHOTO_DIFFERS:
        told |= {"verify_level": "TWO_FACTOR_FACE", "photo_match_score": 41.7, "liveness": "PASS"}
    return told


def _telecom(facts: TelecomFacts, today: date) -> Mapping[str, object]:
    return {
        "three_factor": facts.three_factor,
        "online_months_band": facts.online_months_band,
        "state": "正常" if facts.in_service else "停机",
        "portability": False,
        "reassigned": False,
        "monthly_bill_band": "50-100",
        "city_match": "SAME_CITY",
    }


def _social_insurance(facts: SocialInsuranceFacts, today: date) -> Mapping[str, object]:
    last_month = months_later(today, -1, day=1)
    deposit = Decimal(facts.monthly_income_minor * 24).scaleb(-4)  # 12 % by each side
    return {
        "social": {
            "city": "990100",
            "employer": _EMPLOYER,
            "status": "参保缴费",
            "months_total": facts.months_continuous + 6,
            "months_continuous": facts.months_continuous,
            "base": _yuan(facts.monthly_income_minor),
            "last_month": last_month.isoformat()[:7],
        },
        "fund": {
            "open_month": months_later(last_month, -facts.months_continuous).isoformat()[:7],
            "status": "缴存",
            "personal_ratio": 0.12,
            "employer_ratio": 0.12,
            "monthly_deposit": _number(deposit),
            "balance": _number(deposit * min(facts.months_continuous, 60)),
            "paid_through": last_month.isoformat()[:7],
            "has_hf_loan": False,
        },
    }


def _court(facts: CourtFacts, today: date) -> Mapping[str, object]:
    filed = months_later(today, -9)
    first, each = 0, 0
    if facts.enforcement:
        each, rest = divmod(facts.enforcement_amount_minor, facts.enforcement)
        first = each + rest
    return {
        "zhixing": [
            {
                "case_no": f"（{filed.year}）示0101执{1234 + number}号",
                "court": "示例区人民法院",
                "filed": filed.isoformat(),
                "amount": _yuan(each if number else first),
                "status": "在执",
                "match_by": "NAME_ID",
            }
            for number in range(facts.enforcement)
        ],
        "shixin": _cases(facts.dishonest, filed, "执"),
        "limit_consume": _cases(facts.spending_restricted, filed, "执"),
        "zhongben": _cases(facts.enforcement_ended, filed, "执"),
        "judgments": [
            {**case, "cause": "买卖合同纠纷", "role": "被告", "amount": 52000}
            for case in _cases(facts.judgments, filed, "民初")
        ],
    }


def _cases(count: int, filed: date, kind: str) -> list[Mapping[str, object]]:
    return [
        {"case_no": f"（{filed.year}）示0101{kind}{88 + number}号", "match_by": "NAME_ID"} for number in range(count)
    ]


def _tax(facts: TaxFacts, today: date) -> Mapping[str, object]:
    # Months without an invoice come first; the last month takes what is left over from even shares.
    idle = facts.zero_invoice_months_12m
    share, rest = divmod(facts.sales_12m_minor, 12 - idle) if idle < 12 else (0, facts.sales_12m_minor)
    months = [
        {
            "m": months_later(today, number - 12, day=1).isoformat()[:7],
            "sales": _yuan(share * (number >= idle) + (rest if number == 11 else 0)),
            "vat_paid": _yuan(share * (number >= idle) // 40),
            "invoices": 0 if number < idle else 40,
            "red_ratio": 0.01,
            "top5_buyer_share": 0.4,
        }
        for number in range(12)
    ]
    return {
        "credit_level": facts.credit_level,
        "score": _TAX_POINTS[facts.credit_level],
        "arrears": _yuan(facts.arrears_minor),
        "illegal_cases": 0,
        "vat_type": "一般纳税人",
        "monthly": months,
        "last24m_sales": _yuan(facts.sales_12m_minor + int(facts.sales_12m_minor / _GROWTH)),
        "yoy": _number(_GROWTH - 1),
        "gap_months_12m": idle,
        "assets": 5_800_000,
        "liabilities": 2_400_000,
    }


def _registry(facts: RegistryFacts, today: date) -> Mapping[str, object]:
    return {
        "name": "示例机电有限公司",
        "state": facts.state,
        "legal_rep": "李演示",
        "found": months_later(today, -facts.months_operating).isoformat(),
        "capital": 3_000_000,
        "paid_in": 1_200_000,
        "industry": "C3441",
        "scope": "通用设备制造；机电设备销售",
        "abnormal": facts.abnormal,
        "serious_illegal": facts.serious_illegal,
        "shareholders": [{"name": "李演示", "ratio": 0.7}, {"name": "王范例", "ratio": 0.3}],
        "changes": [],
        "equity_pledge": 0,
        "chattel_mortgage": 0,
        "penalties": [],
        "branches": 0,
        "social_insured": 18,
    }


_RENDERERS: Mapping[Source, Callable[[Any, date], Mapping[str, object]]] = {
    Source.IDENTITY: _identity,
    Source.TELECOM: _telecom,
    Source.SOCIAL_INSURANCE: _social_insurance,
    Source.COURT: _court,
    Source.TAX: _tax,
    Source.REGISTRY: _registry,
}


def _yuan(minor: int) -> orjson.Fragment:
    return _number(Decimal(minor).scaleb(-2))


def _number(value: Decimal) -> orjson.Fragment:
    return orjson.Fragment(format(value, "f"))
