"""Which collected fact stands behind which fact of the policy: one table, by which the policy's facts are made.

The list of all collected facts and of the rules that read them (docs/facts.md) is generated from it.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from loan_contracts.facts import CollectedFacts
from loan_contracts.message import JsonObject


class Derived(NamedTuple):
    """A fact of the policy that is computed from several of a block."""

    facts: tuple[str, ...]
    compute: Callable[..., Any]


AS_TOLD: Mapping[str, Mapping[str, str]] = {
    "identity": {"identity_match": "match", "deceased": "deceased"},
    "telecom": {"mobile_three_factor": "three_factor", "mobile_in_service": "in_service"},
    "social_insurance": {"insured_months": "months_continuous"},
    "court": {
        "court_dishonest": "dishonest",
        "court_enforcement": "enforcement",
        "court_enforcement_ended": "enforcement_ended",
        "court_spending_restricted": "spending_restricted",
        "court_judgments": "judgments",
        "court_enforced_minor": "enforcement_amount_minor",
    },
    "credit_bureau": {
        name: name
        for name in (
            "current_overdue_minor",
            "overdue_accounts",
            "late_run_24m",
            "late_4plus_24m",
            "late_months_60m",
            "worst_12m",
            "worst_24m",
            "worst_60m",
            "unknown_months_24m",
            "bad_debts",
            "recovered_debts",
            "recovered_debts_ended",
            "bad_class_accounts",
            "watched_accounts",
            "enforced_accounts",
            "restricted_accounts",
            "bad_transactions",
            "eased_transactions",
            "guarantee_balance_minor",
            "bad_guarantees",
            "doubtful_guarantees",
            "tax_arrears_records",
            "judgment_records",
            "enforcement_records",
            "penalty_records",
            "unknown_codes",
            "queries_1m",
            "queries_3m",
        )
    },
    "tax": {
        "tax_credit_level": "credit_level",
        "tax_arrears_minor": "arrears_minor",
        "sales_12m_minor": "sales_12m_minor",
        "zero_invoice_months_12m": "zero_invoice_months_12m",
    },
    "registry": {
        "business_state": "state",
        "business_months": "months_operating",
        "business_abnormal": "abnormal",
        "business_serious_illegal": "serious_illegal",
    },
}
"""By block of the collected facts: the policy's name of a fact, and the block's."""

COMPUTED: Mapping[str, Mapping[str, Derived]] = {
    "credit_bureau": {
        "late_24m": Derived(("late_1_24m", "late_2_24m", "late_3_24m", "late_4plus_24m"), lambda *months: sum(months)),
        "cards_overdrawn": Derived(("card_used_minor", "card_limit_minor"), lambda used, limit: used > limit),
    }
}
"""The same for what is computed."""

_READERS = {block: (tuple(names), attrgetter(*names.values())) for block, names in AS_TOLD.items()}
_COMPUTERS = [
    (block, name, attrgetter(*each.facts), each.compute)
    for block, derived in COMPUTED.items()
    for name, each in derived.items()
]


def told(collected: CollectedFacts) -> JsonObject:
    """The policy's facts that the outside sources told; None where a source told nothing."""
    found: JsonObject = {}
    for block, (names, read) in _READERS.items():
        facts = getattr(collected, block)
        if facts is None:
            found.update(dict.fromkeys(names))
        elif len(names) == 1:
            found[names[0]] = read(facts)
        else:
            found.update(zip(names, read(facts), strict=True))
    for block, name, read, compute in _COMPUTERS:
        facts = getattr(collected, block)
        found[name] = None if facts is None else compute(*read(facts))
    return found
