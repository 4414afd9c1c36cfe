"""Every fact that is collected about a person is read by a rule, and the list of them is current (docs/facts.md)."""

from dataclasses import fields

import pytest

from integration_gateway.clients.sources.registers import ENDED, OTHER, RUNNING
from loan_contracts.facts import CollectedFacts
from loan_reference.facts import BLOCKS, DOCUMENT, document, facts, readers, rules_by_policy_fact
from risk_svc.domain.policy.catalogue import FACTS
from risk_svc.domain.policy.rules import PolicyFacts


@pytest.mark.parametrize(("block", "name"), list(facts()), ids=".".join)
def test_a_collected_fact_has_a_reader(block: str, name: str) -> None:
    assert readers(block, name)


def test_the_list_knows_every_source() -> None:
    assert set(CollectedFacts.model_fields) - {"collected_at", "statuses"} == set(BLOCKS)


def test_no_fact_reaches_the_policy_without_a_rule_that_reads_it() -> None:
    assert {name for name, rules in rules_by_policy_fact().items() if not rules} == set()
    assert set(rules_by_policy_fact()) == {each.name for each in fields(PolicyFacts)}


def test_the_list_is_current() -> None:
    assert DOCUMENT.read_text() == document(), "run `make facts`"


def test_a_policy_may_name_the_states_of_a_business_that_the_gateway_tells_and_no_others() -> None:
    assert set(FACTS["business_state"].values) == {*ENDED, *RUNNING, OTHER}
