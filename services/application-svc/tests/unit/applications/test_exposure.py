"""What a customer has from us already, by kind, and what it costs him a month (domain.md R-2.5a, R-11.1, R-11.6)."""

from decimal import Decimal
from importlib.resources import files
from uuid import uuid4

import orjson
import pytest

from application_svc.domain.applications.exposure import Bound, Exposure, owed, room_minor
from application_svc.domain.applications.offer import ContractStatus
from application_svc.domain.applications.wish import Owed
from application_svc.domain.products.product import Product

SEED = orjson.loads(files("application_svc").joinpath("products/PCL-ONLINE.json").read_bytes())
PRODUCTS = {
    code: Product.model_validate(SEED | {"code": code} | changed)
    for code, changed in {
        "ONLINE": {},
        "BRANCH": {"channel": "OFFLINE"},
        "OWNER": {"customer_type": "SME_OWNER"},
        "HOME": {"secured": "MORTGAGE"},
        "BACKED": {"secured": "GUARANTEE"},
    }.items()
}
RATE = Decimal("0.06")


def had(*exposures: Exposure) -> Owed:
    return owed(exposures, lambda code, version: PRODUCTS[code])


def test_only_online_consumption_credit_uses_up_its_cap_and_what_has_security_counts_for_neither() -> None:
    found = had(*(Exposure(code, 1, 1_200_000 + at, 12, RATE) for at, code in enumerate(PRODUCTS)))
    assert found.unsecured_minor == 1_200_000 + 1_200_001 + 1_200_002
    assert found.online_consumer_minor == 1_200_000
    assert had() == Owed(0, 0, 0)


def test_every_loan_costs_its_instalment_whatever_its_security() -> None:
    # 12,000 yuan over 12 months at 6 %: 1,032.80 (domain.md §3.1)
    for code in PRODUCTS:
        assert had(Exposure(code, 1, 1_200_000, 12, RATE)).debt_service_minor == 103_280
    assert had(*[Exposure("ONLINE", 1, 1_200_000, 12, RATE)] * 3).debt_service_minor == 3 * 103_280


def test_what_is_not_decided_yet_costs_what_the_highest_rate_of_its_product_would() -> None:
    undecided, dearest = Exposure("ONLINE", 1, 1_200_000, 12), Exposure("ONLINE", 1, 1_200_000, 12, Decimal("0.24"))
    assert had(undecided) == had(dearest)


def test_an_approval_without_an_offer_binds_nothing() -> None:
    assert had(Exposure("ONLINE", 1, 0, 12)) == Owed(0, 0, 0)


@pytest.mark.parametrize(
    ("status", "bound"),
    [(None, Bound.ASKED), ("DRAFTED", Bound.OFFERED), ("DISCLOSED", Bound.OFFERED), ("SIGNED", Bound.SIGNED),
     ("EFFECTIVE", Bound.SIGNED)],
)  # fmt: skip
def test_a_contract_binds_from_its_signature_on(status: str | None, bound: Bound) -> None:
    assert Bound.by(status and ContractStatus(status)) is bound


def test_room_is_the_cap_less_what_others_bind_as_far_of_online_consumption_credit() -> None:
    ids = [uuid4() for _ in range(6)]
    amounts = dict(zip(ids, [
        Exposure("ONLINE", 1, 7, 12, RATE, Bound.ASKED), Exposure("ONLINE", 1, 70, 12, RATE, Bound.OFFERED),
        Exposure("ONLINE", 1, 700, 12, RATE, Bound.SIGNED), Exposure("BRANCH", 1, 9, 12, RATE, Bound.SIGNED),
        Exposure("OWNER", 1, 9, 12, RATE, Bound.SIGNED), Exposure("ONLINE", 1, 9, 12, RATE, Bound.SIGNED),
    ], strict=True))  # fmt: skip

    def room(bound: Bound, cap: int) -> int:
        return room_minor(amounts, ids[-1], bound, cap, lambda code, version: PRODUCTS[code])

    assert [room(bound, 10_000) for bound in Bound] == [9_223, 9_230, 9_300]
    assert room(Bound.OFFERED, 769) == 0
