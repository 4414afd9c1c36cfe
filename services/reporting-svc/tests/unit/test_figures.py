"""What the timeline shows of each message."""

import json
from pathlib import Path

import pytest

from loan_contracts.messages import MESSAGES
from reporting_svc.domain.evidence.figures import FIGURES, figures_of

SAMPLES = Path(__file__).parents[4] / "libs" / "contracts" / "samples"
NOT_FIELDS = {"statuses"}  # of the collected facts
TYPED_BY_PEOPLE_OR_ABOUT_PERSONS = {
    "person_token",
    "mobile_token",
    "card_token",
    "device_token",
    "declared",
    "parameters",
}


def test_every_message_says_which_of_its_fields_are_shown() -> None:
    assert FIGURES.keys() == MESSAGES.keys()
    for type, names in FIGURES.items():
        assert set(names) <= MESSAGES[type].model_fields.keys() | NOT_FIELDS, type
        assert not set(names) & TYPED_BY_PEOPLE_OR_ABOUT_PERSONS, type


@pytest.mark.parametrize("type", sorted(MESSAGES))
def test_the_figures_of_every_sample_are_those_of_the_wire(type: str) -> None:
    wire = json.loads((SAMPLES / f"{type}.json").read_text())
    shown = json.loads(figures_of(MESSAGES[type].from_json(json.dumps(wire))))
    for name, value in shown.items():
        if name == "reasons":
            assert value == [reason["code"] if isinstance(reason, dict) else reason for reason in wire["reasons"]]
        elif name == "statuses":
            assert value == wire["facts"]["statuses"]
        elif not name.endswith("_at"):
            assert str(value) == str(wire.get(name, MESSAGES[type].model_fields[name].default)), name
