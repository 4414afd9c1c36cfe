"""The seed processes beside personal-credit, as dialogues: one for each of their branches, restarted between all steps."""

from importlib.resources import files
from typing import Any

import pytest

from loan_servicekit.core import Invalid, NotFound
from workflow_svc.domain.definitions.vocabulary import LENDING
from workflow_svc.engine import Definition, ExecutorName, ProcessEngine

WAN = 10_000 * 100  # 万元 in fen
GIVEN = {"auto_authority_minor": 5 * WAN, "committee_over_minor": 50 * WAN}
CODES = (
    "credit-checks",
    "green-loan",
    "limit-increase",
    "mortgage",
    "personal-credit-branch",
    "restructure-and-waiver",
    "sme-operating-loan",
    "write-off",
)
INCOME = {"income_confirmed": True, "purpose_confirmed": True}
INTERVIEW = {"interviewed_on": "2026-03-02"}
SOUND = {"turnover_confirmed": True, "opinion": "SOUND"}
VISIT = {"visited_on": "2026-03-03", "staff_seen": 12, "photographed": True}


class Shelf:
    """What is published."""

    def __init__(self) -> None:
        self.processes: dict[str, Definition] = {}

    def newest(self, code: str) -> Definition:
        if code not in self.processes:
            raise NotFound("process-not-found", code)
        return self.processes[code]

    def version(self, code: str, version: int) -> Definition:
        return self.newest(code)

    def decision(self, code: str, version: int | None = None) -> Any:
        raise NotFound("decision-not-found", code)


@pytest.fixture(scope="module")
def seeds() -> tuple[ProcessEngine, Shelf]:
    """The engine with all of them, each proven equal on every level."""
    shelf = Shelf()
    engine = ProcessEngine(LENDING, library=shelf)
    for code in CODES:
        bpmn = (files("workflow_svc") / "processes" / f"{code}.bpmn").read_bytes()
        published = engine.publish(bpmn, 1)
        assert (published.definition.executor, published.proof.equal) == (ExecutorName.TOKEN, True)
        shelf.processes[code] = published.definition
    return engine, shelf


class Played:
    """One case of a process."""

    def __init__(self, seeds: tuple[ProcessEngine, Shelf], dialogue: Any, code: str, wan: int) -> None:
        engine, shelf = seeds
        self.case = dialogue(engine, shelf.processes[code], restart=True)
        self.effects = self.case.start(amount_minor=wan * WAN, **GIVEN)

    def checked(self, fraud: str = "PASS", risk: str = "APPROVE", missing: bool = False) -> "Played":
        """Data, screening and assessment answer."""
        self.case.answer("external-data.collected", missing_required=missing)
        self.case.answer("fraud.screened", fraud_outcome=fraud)
        self.effects = self.case.answer("risk.assessed", risk_outcome=risk, offerable=True)
        return self

    def silent(self) -> "Played":
        """Nothing answers in time."""
        [timer] = [wait for wait in self.case.waiting if "collect_data_timeout" in wait]
        self.effects = self.case.answer(timer)
        return self

    def done(self, step: str, outcome: str = "DONE", **form: Any) -> "Played":
        """A person completes the only task of a step."""
        [wait] = [wait for wait in self.case.waiting if wait.rpartition("/")[2].startswith(f"{step}.")]
        self.effects = self.case.answer(wait, outcome=outcome, form=form)
        return self

    @property
    def steps(self) -> set[str]:
        """The steps that people have to do now."""
        found = {wait.rpartition("/")[2].rpartition(".")[0] for wait in self.case.waiting}
        return {step for step in found if not step.endswith("_timeout")}

    @property
    def result(self) -> str | None:
        return self.effects.result


@pytest.fixture
def play(seeds: tuple[ProcessEngine, Shelf], dialogue: Any) -> Any:
    return lambda code, wan=10: Played(seeds, dialogue, code, wan)


LENT = ("green-loan", "mortgage", "personal-credit-branch", "sme-operating-loan")


@pytest.mark.parametrize("code", LENT)
@pytest.mark.parametrize(("fraud", "risk"), [("DECLINE", "APPROVE"), ("PASS", "DECLINE")])
def test_what_screening_or_assessment_declines_is_declined(play: Any, code: str, fraud: str, risk: str) -> None:
    assert play(code).checked(fraud, risk).result == "DECLINED"


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("green-loan", {"green_review"}),
        ("mortgage", {"valuation", "interview"}),
        ("personal-credit-branch", {"verify"}),
        ("sme-operating-loan", {"investigate"}),
    ],
)
def test_people_look_first_also_where_no_data_came(play: Any, code: str, first: set[str]) -> None:
    assert play(code).checked().steps == first
    assert play(code).silent().steps == first


def reviewed(play: Any, code: str, wan: int = 10) -> Played:
    """Plays up to the approver's review."""
    case: Played = play(code, wan).checked()
    if code == "personal-credit-branch":
        case.done("verify", **INCOME).done("interview", **INTERVIEW, interview_by="VIDEO")
    elif code == "mortgage":
        case.done("valuation", valued_on="2026-01-01", value_minor=wan * WAN * 2).done("interview", **INTERVIEW)
    elif code == "sme-operating-loan":
        case.done("investigate", **SOUND).done("investigate", **SOUND).done("visit", **VISIT)
    else:
        case.done("green_review", green="NOT_GREEN")
    return case


@pytest.mark.parametrize("code", LENT)
def test_an_approver_decides_asks_for_more_or_hands_on(play: Any, code: str) -> None:
    assert reviewed(play, code).done("review", "APPROVE").result == "APPROVED"
    assert reviewed(play, code).done("review", "DECLINE").result == "DECLINED"
    assert reviewed(play, code).done("review", "COMMITTEE").steps == {"committee_review"}
    asked = reviewed(play, code).done("review", "SUPPLEMENT")
    assert [request.topic for request in asked.effects.requests] == ["supplement.requested"]
    asked.effects = asked.case.answer("application.supplemented")
    assert [request.topic for request in asked.effects.requests] == ["external-data.requested"]  # all is checked anew
    late = reviewed(play, code).done("review", "SUPPLEMENT")
    late.effects = late.case.answer("supplement_timeout.1")
    assert late.steps == {"review"}


@pytest.mark.parametrize(("code", "wan"), [("mortgage", 60), ("personal-credit-branch", 60), ("green-loan", 60)])
def test_above_the_products_line_an_approvers_yes_is_an_opinion(play: Any, code: str, wan: int) -> None:
    case = reviewed(play, code, wan).done("review", "APPROVE")
    assert case.steps == {"committee_review"}
    assert case.done("committee_review", "APPROVE").result == "APPROVED"


@pytest.mark.parametrize(
    ("wan", "committee", "members"), [(300, "committee_review", 3), (301, "credit_committee_review", 5)]
)
@pytest.mark.parametrize("outcome", ["APPROVE", "DECLINE"])
def test_a_large_business_loan_goes_from_the_visit_to_the_committee(
    play: Any, wan: int, committee: str, members: int, outcome: str
) -> None:
    case = play("sme-operating-loan", wan).checked().done("investigate", **SOUND).done("investigate", **SOUND)
    case.done("visit", **VISIT)
    assert [(task.node_id, task.quorum) for task in case.effects.tasks] == [(committee, members)]
    assert case.done(committee, outcome).result == {"APPROVE": "APPROVED", "DECLINE": "DECLINED"}[outcome]


def test_two_people_investigate_one_after_the_other_and_doubts_of_the_first_are_enough(play: Any) -> None:
    case = play("sme-operating-loan").checked()
    assert [task.wait_id for task in case.effects.tasks] == ["investigate.1[1]/investigate.1"]
    case.done("investigate", **SOUND)
    assert [task.wait_id for task in case.effects.tasks] == ["investigate.1[2]/investigate.1"]
    doubted = play("sme-operating-loan").checked().done("investigate", turnover_confirmed=False, opinion="DOUBTFUL")
    assert doubted.steps == {"review"}


def test_a_home_loan_is_valued_and_interviewed_in_any_order_and_kept_within_its_value(play: Any) -> None:
    case = play("mortgage", 100).checked().done("interview", **INTERVIEW)
    assert case.steps == {"valuation"}
    assert case.done("valuation", valued_on="2026-01-01", value_minor=125 * WAN).steps == {"review"}  # 80 %
    above = play("mortgage", 100).checked().done("interview", **INTERVIEW)
    assert above.done("valuation", valued_on="2026-01-01", value_minor=124 * WAN).steps == {"committee_review"}


def test_a_video_will_not_do_for_a_home_loan(play: Any) -> None:
    with pytest.raises(Invalid, match="interview_by is no field"):
        play("mortgage").checked().done("interview", **INTERVIEW, interview_by="VIDEO")


@pytest.mark.parametrize(("outcome", "result"), [("APPROVE", "APPROVED"), ("DECLINE", "DECLINED")])
def test_what_is_green_has_an_approval_of_its_own(play: Any, outcome: str, result: str) -> None:
    case = play("green-loan").checked().done("green_review", green="GREEN", carbon_saved_t=120)
    assert case.steps == {"green_approval"}
    assert case.done("green_approval", outcome).result == result
    handed = play("green-loan").checked().done("green_review", green="GREEN").done("green_approval", "COMMITTEE")
    assert handed.steps == {"committee_review"}


LIFE = {
    "limit-increase": ("assess_usage", {"used_percent": 80, "overdue_seen": False}),
    "restructure-and-waiver": ("assess_hardship", {"cause": "ILLNESS", "able_minor": 100_000}),
    "write-off": ("assess_recovery", {"recovery_done": True, "expected_minor": 0}),
}


def begun(play: Any, code: str, wan: int = 10) -> Played:
    """A higher limit is a new decision to lend, which is checked like the first one."""
    case: Played = play(code, wan)
    return case.checked() if code == "limit-increase" else case


@pytest.mark.parametrize("code", LIFE)
def test_what_changes_a_loan_is_looked_at_before_anybody_approves(play: Any, code: str) -> None:
    step, form = LIFE[code]
    case = begun(play, code)
    assert case.steps == {step}
    assert begun(play, code).done(step, "DECLINE", **form).result == "DECLINED"
    with pytest.raises(Invalid):
        begun(play, code).done(step, "DONE")
    assert case.done(step, **form).steps == ({"committee_review"} if code == "write-off" else {"review"})


@pytest.mark.parametrize("code", ["limit-increase", "restructure-and-waiver"])
def test_an_approver_changes_a_loan_within_the_line_and_a_committee_above_it(play: Any, code: str) -> None:
    step, form = LIFE[code]
    assert begun(play, code).done(step, **form).done("review", "APPROVE").result == "APPROVED"
    assert begun(play, code).done(step, **form).done("review", "DECLINE").result == "DECLINED"
    assert begun(play, code, 60).done(step, **form).done("review", "APPROVE").steps == {"committee_review"}
    assert begun(play, code, 301).done(step, **form).done("review", "COMMITTEE").steps == {"credit_committee_review"}


def test_who_was_late_gets_a_higher_limit_from_a_committee_alone(play: Any) -> None:
    assert begun(play, "limit-increase").done("assess_usage", used_percent=5, overdue_seen=True).steps == {
        "committee_review"
    }


@pytest.mark.parametrize(("wan", "committee"), [(1, "committee_review"), (301, "credit_committee_review")])
def test_nothing_is_written_off_by_one_person(play: Any, wan: int, committee: str) -> None:
    step, form = LIFE["write-off"]
    assert begun(play, "write-off", wan).done(step, **form).done(committee, "APPROVE").result == "APPROVED"
    assert begun(play, "write-off", wan).done(step, **form).done(committee, "DECLINE").result == "DECLINED"


def test_the_checks_are_called_alone(seeds: tuple[ProcessEngine, Shelf]) -> None:
    assert not seeds[1].processes["credit-checks"].startable
