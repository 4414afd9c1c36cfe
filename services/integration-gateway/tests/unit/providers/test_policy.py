"""How providers are chosen: what a policy may say, who is asked first, and what holds where nobody has decided."""

from decimal import Decimal
from fractions import Fraction

import pytest

from integration_gateway.domain.providers.policy import Policies, Policy, code_of, in_order, kinds, read_policy
from loan_servicekit.core.parameters import ParameterCatalogue

OFFERED = {"identity": ["tencent", "nciic"], "credit_bureau": ["pboc"], "payments": ["unionpay"]}


@pytest.mark.parametrize(
    ("capability", "text", "why"),
    [
        ("identity", "priority 1", "Invalid JSON"),
        ("identity", '{"priority": 0}', "priority: Input should be greater"),
        ("identity", '{"prioritty": 1}', "prioritty: Extra inputs"),
        ("identity", '{"cost_yuan": "0.00001"}', "cost_yuan"),
        ("identity", '{"products": ["lower case"]}', "products.0"),
        ("payments", '{"hedge_after_ms": 50}', "hedge_after_ms: of sources alone"),
        ("payments", '{"priority": 2, "serves": false}', "priority, serves: of sources alone"),
        ("credit_bureau", '{"hedge_after_ms": 50}', "no hedging, no comparison"),
        ("credit_bureau", '{"shadow_percent": 1}', "no hedging, no comparison"),
        ("credit_bureau", '{"reuse_hours": 241}', "ten days at most"),
    ],
)
def test_what_is_no_policy_is_refused_with_why(capability: str, text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_policy(capability, text)
    code = code_of(capability, OFFERED[capability][0])
    catalogue = ParameterCatalogue(kinds(OFFERED))
    with pytest.raises(Exception, match=code) as refusal:
        catalogue.check(code, text, "JSON")
    assert getattr(refusal.value, "code", "") == "parameter-value"


def test_what_is_not_written_is_built_in_and_values_hold_from_the_next_look_on() -> None:
    values: dict[str, str] = {}
    policies = Policies(OFFERED, {}, lambda: values)
    assert {name: each.serves for name, each in policies.of("identity").items()} == {"tencent": True, "nciic": False}
    assert policies.of("credit_bureau")["pboc"].reuse_hours == 240 and policies.budget_ms == 25_000
    chosen = Policies(OFFERED, {"identity": "nciic"}, lambda: values)
    assert [name for name, each in chosen.of("identity").items() if each.serves] == ["nciic"]
    values = {
        code_of("identity", "nciic"): '{"priority": 2, "cost_yuan": "0.3"}',
        "provider.collection_budget_ms": "9000",
    }
    assert policies.of("identity")["nciic"] == Policy(priority=2, cost_yuan=Decimal("0.3"))
    assert policies.of("identity")["tencent"].serves and policies.budget_ms == 9_000


def test_the_lowest_priority_is_first_then_share_or_price_and_a_product_has_its_own() -> None:
    policies = {
        "dear": Policy(cost_yuan=Decimal(2)),
        "cheap": Policy(cost_yuan=Decimal(1)),
        "last": Policy(priority=2),
        "idle": Policy(serves=False),
        "cars": Policy(priority=1, products=("CAR_LOAN",)),
    }
    assert in_order(policies, None, Fraction(0)) == ["cheap", "dear", "last"]
    assert in_order(policies, "CAR_LOAN", Fraction(0)) == ["cars", "cheap", "dear", "last"]
    shares = {"a": Policy(weight=1), "b": Policy(weight=3, cost_yuan=Decimal(9)), "c": Policy(priority=3)}
    assert [in_order(shares, None, Fraction(draw, 8))[0] for draw in range(8)] == ["a"] * 2 + ["b"] * 6
    assert in_order(shares, None, Fraction(9, 10)) == ["b", "a", "c"]
    assert in_order({}, None, Fraction(1, 2)) == []
