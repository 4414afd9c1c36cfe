"""The recipes lead where they say: each change takes as many files as docs/recipes.md counts, and what was added works."""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # importlib mode does not let tests share a module otherwise

from recipes import EVENT, Copy, add_event, add_operation, add_repayment_method

RECIPES: dict[str, Callable[[Copy], None]] = {
    "event": add_event,
    "HTTP operation": add_operation,
    "repayment method": add_repayment_method,
}
SEEN_IN_THE_COPY = r"""
import asyncio, json
from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from uuid import UUID

from antifraud_svc.messaging.subscriptions import subscriptions
from antifraud_svc.operations import Operations
from loan_contracts.assessment import LimitGranted, RiskAssessmentRequested, RiskOutcome
from loan_contracts.catalogue.grants import Grant, grants
from loan_contracts.values import RepaymentMethod
from loan_schedules.schedule import generate_schedule
from loan_schedules.terms import ScheduleTerms
from reporting_svc.domain.evidence.figures import figures_of
from risk_svc.domain.assessment.record import AssessmentRecord
from risk_svc.operations import Operations as RiskOperations
from risk_svc.use_cases.assessment.doubt_assessment import DoubtAssessment

NOW = datetime(2027, 1, 2, tzinfo=UTC)
told = []
uow = SimpleNamespace(emit=told.append)

# the event: recorded by its sender, sent on the wire, taken by its receiver, shown on the timeline
request = RiskAssessmentRequested.from_json(open("libs/contracts/samples/risk-assessment.requested.json").read())
versions = SimpleNamespace(model="m", scorecard="s", policy="p")
found = SimpleNamespace(
    outcome=RiskOutcome.APPROVE, pd=Decimal("0.01"), score=620, grade="A", limit_minor=7, annual_rate=Decimal("0.07"),
    reasons=[], triggers=[], hits=(), versions=versions, facts_used=dict, scorecard_score=600, limit_set_by="PRODUCT",
    debt_service_ratio=None,
)
facts = AssessmentRecord.of(UUID(int=1), request, found, NOW).take_facts()
[sent] = [fact for fact in facts if isinstance(fact, LimitGranted)]
assert sent.sequence == 2
row = subscriptions(Operations(SimpleNamespace(screening_basis=None))).find("limit.granted")
command = row.read(None, sent.to_json())
asyncio.run(row.operation.use_case(command, uow, NOW))
assert [(m.action, m.subject_id) for m in told] == [("note_limit", str(request.application_id))]
assert json.loads(figures_of(sent)) == {"assessment_id": str(UUID(int=1)), "limit_minor": 7}
assert Grant("risk-svc", "TOPIC", "limit.granted", "WRITE") in grants()
assert Grant("antifraud-svc", "TOPIC", "limit.granted", "READ") in grants()

# the operation
told.clear()
asyncio.run(RiskOperations().doubt_assessment.use_case(DoubtAssessment(UUID(int=3)), uow, NOW))
assert [(m.action, m.subject_id) for m in told] == [("doubt_assessment", str(UUID(int=3)))]

# the repayment method
terms = ScheduleTerms(10_000_000, Decimal("0.12"), 12, RepaymentMethod("ONE_SUM"), date(2026, 1, 21))
[instalment] = generate_schedule(terms)
assert (instalment.due_on, instalment.principal_minor, instalment.interest_minor) == (date(2027, 1, 21), 10_000_000, 1_216_667)
"""


@dataclass(frozen=True, slots=True)
class Followed:
    """The copy after all recipes, and the files that each took."""

    copy: Copy
    files: dict[str, set[str]]


@pytest.fixture(scope="module")
def followed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Followed:
    copy, files = Copy.of(root, tmp_path_factory.mktemp("copy")), {}
    for name, follow in RECIPES.items():
        copy.by_hand = set()
        follow(copy)
        files[name] = copy.by_hand
    copy.make_docs()
    return Followed(copy, files)


def counted(root: Path) -> dict[str, int]:
    """How many files a change takes by hand, as the recipes' first table says."""
    page = (root / "docs" / "recipes.md").read_text(encoding="utf-8")
    return {
        name: int(count) for name, count in re.findall(r"^\| \[([^\]]+)\]\(#[^)]+\) \| (\d+) \|", page, re.MULTILINE)
    }


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_takes_as_many_files_as_it_says(root: Path, followed: Followed, name: str) -> None:
    assert len(followed.files[name]) == counted(root)[name], sorted(followed.files[name])


def test_every_kind_of_change_has_its_recipe(root: Path) -> None:
    page = (root / "docs" / "recipes.md").read_text(encoding="utf-8")
    kinds = {"event", "HTTP operation", "provider", "repayment method", "role", "report", "process step", "permission"}
    assert counted(root).keys() == kinds
    headings = {heading.lower() for heading in re.findall(r"^## (.+)$", page, re.MULTILINE)}
    assert {kind.lower() for kind in kinds} <= headings


def test_what_was_added_works(followed: Followed) -> None:
    followed.copy.run("-c", SEEN_IN_THE_COPY)


def test_what_is_generated_tells_of_it(followed: Followed) -> None:
    root = followed.copy.root

    def told(path: str) -> str:
        return (root / path).read_text(encoding="utf-8")

    assert (root / "libs" / "contracts" / "schemas" / f"{EVENT}.json").exists()
    assert f"## {EVENT}" in told("docs/messages.md") and EVENT in told("docs/asyncapi.json")
    accepted, emitted = (told(f"services/{name}/README.md").split("## Emits") for name in ("antifraud-svc", "risk-svc"))
    assert f"| `{EVENT}` | risk-svc |" in accepted[0]
    assert f"| `{EVENT}` | antifraud-svc, reporting-svc |" in emitted[1]
    assert "POST /v1/assessments/{assessment_id}/doubts" in told("docs/permissions.md")
    assert "ONE_SUM" in told("libs/contracts/schemas/application.submitted.json")


def test_the_rules_of_the_house_still_hold(followed: Followed) -> None:
    """The catalogue, the samples and what both services promise, by the copy's own tests."""
    contracts = ["libs/contracts/tests/test_samples.py", "libs/contracts/tests/test_catalogue.py"]
    promises = ["tests/architecture/test_services.py", "tests/architecture/test_operations.py"]
    quietly = ["-p", "no:cacheprovider", "-p", "no:xdist", "--import-mode=importlib", "-q"]
    followed.copy.run(
        "-m",
        "pytest",
        *quietly,
        *contracts,
        *promises,
        "-k",
        "test_samples or test_catalogue or risk-svc or antifraud-svc",
    )
