"""Keys of partners: whatever an id looks like, the evidence takes it."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from integration_gateway.domain.partners.partner import Partner, PartnerKey, PartnerStatus, Terms
from loan_contracts.operations import AuditRecorded

NOW = datetime(2026, 11, 30, tzinfo=UTC)
TERMS = Terms("渠道", ("PCL-ONLINE",), (), 100, 60)


@pytest.mark.parametrize("drawn", ["0123456789" * 3 + "01", "a123456789012345678b" + "c" * 12, "abcdef01" * 4])
def test_a_key_is_recorded_though_its_id_may_look_like_a_number_of_somebody(drawn: str) -> None:
    partner = Partner(uuid4(), PartnerStatus.ACTIVE, TERMS)
    partner.issue_key(PartnerKey(f"pk_{drawn}", "sealed", "u-1", NOW), timedelta(days=7))
    [recorded] = partner.take_facts()
    assert isinstance(recorded, AuditRecorded) and recorded.detail["key_id"].replace("-", "") == f"pk_{drawn}"
