"""Three changes as docs/recipes.md describes them, followed on a copy of the tree: what is written by hand, and nothing else."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

FOLDERS = ("libs", "services", "docs", "deploy", "tests", "web")
FILES = ("pyproject.toml", "conftest.py", "README.md")
NOT_COPIED = shutil.ignore_patterns("__pycache__", "node_modules", "dist", ".*_cache", "*.egg-info", "var", "pictures")


@dataclass
class Copy:
    """A copy of the repository, and the files of it that were written by hand."""

    root: Path
    by_hand: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, source: Path, target: Path) -> "Copy":
        """Copies what the packages, their tests and the generated pages need."""
        for folder in FOLDERS:
            shutil.copytree(source / folder, target / folder, ignore=NOT_COPIED)
        for file in FILES:
            shutil.copy(source / file, target / file)
        return cls(target)

    def create(self, path: str, text: str) -> None:
        """A new file."""
        file = self.root / path
        assert not file.exists(), f"{path} is there already"
        file.write_text(text, encoding="utf-8")
        self.by_hand.add(path)

    def insert(self, path: str, before: str, text: str) -> None:
        """A few lines before those that stand in the file once."""
        file = self.root / path
        held = file.read_text(encoding="utf-8")
        assert held.count(before) == 1, f"{path} has {held.count(before)} times: {before}"
        file.write_text(held.replace(before, text + before), encoding="utf-8")
        self.by_hand.add(path)

    def run(self, *arguments: str) -> str:
        """What Python says when it runs in the copy, on the copy's packages."""
        sources = [str(path) for path in sorted(self.root.glob("*/*/src"))]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sources)}
        done = subprocess.run(
            [sys.executable, *arguments], cwd=self.root, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{arguments}: {done.stdout[-4000:]}{done.stderr[-4000:]}"
        return done.stdout

    def make_docs(self) -> None:
        """What `make docs` does."""
        self.run("-m", "loan_contracts.catalogue", "write")
        self.run("-m", "loan_reference", "write")


EVENT = "limit.granted"
EVENT_CLASS = '''class LimitGranted(ApplicationMessage):
    """An assessment leaves the applicant a limit."""

    TYPE = "limit.granted"
    assessment_id: Shown[UUID]
    limit_minor: Shown[Minor] = Field(description="What may be lent at most")
    assessed_at: datetime


'''
EVENT_SAMPLE = {
    "sequence": 2,
    "application_id": "019bd906-1280-798f-a429-4925d566d08d",
    "assessment_id": "019bd906-1a50-7a51-9c5e-8a3d2c1b0f55",
    "limit_minor": 12_000_000,
    "assessed_at": "2026-01-19T02:00:04Z",
}
EVENT_TOLD = """        record.record(
            LimitGranted,
            application_id=request.application_id,
            assessment_id=id,
            limit_minor=found.limit_minor,
            assessed_at=now,
        )
"""
EVENT_USE_CASE = '''"""Keeps in the audit that an applicant has a limit."""

from datetime import datetime
from typing import Protocol

from loan_contracts.assessment import LimitGranted
from loan_contracts.operations import AuditRecorded


class UnitOfWork(Protocol):
    """One transaction."""

    def emit(self, message: AuditRecorded) -> None:
        """Tells something."""


async def note_limit(command: LimitGranted, uow: UnitOfWork, now: datetime) -> None:
    """A trace of the limit."""
    id = str(command.application_id)
    uow.emit(AuditRecorded(subject_type="application", subject_id=id, action="note_limit"))
'''


def add_event(copy: Copy) -> None:
    """risk-svc tells of a limit; antifraud-svc reacts to it."""
    contracts, risk, antifraud = (
        "libs/contracts/src/loan_contracts",
        "services/risk-svc/src/risk_svc",
        "services/antifraud-svc/src/antifraud_svc",
    )
    copy.insert(f"{contracts}/assessment.py", "MESSAGES: Family = (\n", EVENT_CLASS)
    copy.insert(f"{contracts}/assessment.py", "    RiskAssessed,\n)", "    LimitGranted,\n")
    copy.insert(f"{contracts}/catalogue/flows.py", '    "risk.assessed":', f'    "{EVENT}": _flow(RISK, ANTIFRAUD),\n')
    copy.create(f"libs/contracts/samples/{EVENT}.json", json.dumps(EVENT_SAMPLE, indent=2) + "\n")
    record = f"{risk}/domain/assessment/record.py"
    copy.insert(record, "        return record\n", EVENT_TOLD)
    copy.insert(record, "from loan_contracts.values", "from loan_contracts.assessment import LimitGranted\n")
    copy.create(f"{antifraud}/use_cases/note_limit.py", EVENT_USE_CASE)
    imported = "from antifraud_svc.use_cases.note_limit import note_limit\n"
    copy.insert(f"{antifraud}/operations.py", "from loan_servicekit.db.operation", imported)
    row = "        self.note_limit = Operation(note_limit)\n"
    copy.insert(f"{antifraud}/operations.py", "        self.propose_watch_entry =", row)
    table = f"{antifraud}/messaging/subscriptions.py"
    copy.insert(table, "from loan_servicekit.kafka", "from loan_contracts.assessment import LimitGranted\n")
    copy.insert(table, "        on(FraudScreeningRequested", "        on(LimitGranted, operations.note_limit),\n")


METHOD = '''"""一次性还本付息: principal and all interest in one sum at the end of the term."""

from collections.abc import Sequence
from datetime import date

from loan_schedules.due_dates import whole_months
from loan_schedules.interest import interest_between
from loan_schedules.methods.method import Amounts, Method
from loan_schedules.terms import ScheduleTerms


def _dates(terms: ScheduleTerms) -> Sequence[date]:
    return whole_months(terms.value_date, terms.term_months)[-1:]


def _amounts(terms: ScheduleTerms, dates: Sequence[date]) -> list[Amounts]:
    principal, rate = terms.principal_minor, terms.annual_rate
    return [(principal, interest_between(principal, rate, terms.value_date, dates[0], terms.day_count))]


METHOD = Method(_dates, _amounts)
'''


def add_repayment_method(copy: Copy) -> None:
    """Everything in one sum at the end."""
    schedules = "libs/schedules/src/loan_schedules"
    copy.create(f"{schedules}/methods/one_sum.py", METHOD)
    copy.insert(
        f"{schedules}/schedule.py", "from loan_schedules.methods.method", "from loan_schedules.methods import one_sum\n"
    )
    row = "    RepaymentMethod.ONE_SUM: one_sum.METHOD,\n"
    copy.insert(f"{schedules}/schedule.py", "    RepaymentMethod.INTEREST_FIRST:", row)
    named = '    ONE_SUM = "ONE_SUM"  # 一次性还本付息\n'
    copy.insert("libs/contracts/src/loan_contracts/values.py", "    INTEREST_FIRST =", named)


OPERATION_USE_CASE = '''"""Notes in the audit that somebody doubts an assessment."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from loan_contracts.operations import AuditRecorded


@dataclass(frozen=True, slots=True)
class DoubtAssessment:
    """Which assessment."""

    assessment_id: UUID


class UnitOfWork(Protocol):
    """One transaction."""

    def emit(self, message: AuditRecorded) -> None:
        """Tells something."""


async def doubt_assessment(command: DoubtAssessment, uow: UnitOfWork, now: datetime) -> None:
    """A trace of the doubt."""
    id = str(command.assessment_id)
    uow.emit(AuditRecorded(subject_type="assessment", subject_id=id, action="doubt_assessment"))
'''
OPERATION_ROUTE = '''
@router.post("/assessments/{assessment_id}/doubts", operation_id="doubt_assessment", responses=problems(404))
async def doubt_assessment_route(
    assessment_id: UUID, context: Annotated[Context, requires("model.read")]
) -> Response:
    """Notes that somebody doubts an assessment."""
    command = DoubtAssessment(assessment_id)
    return await context.perform(context.ports.operations.doubt_assessment, command, lambda done: None)
'''


def add_operation(copy: Copy) -> None:
    """Staff may doubt an assessment at risk-svc."""
    risk = "services/risk-svc/src/risk_svc"
    copy.create(f"{risk}/use_cases/assessment/doubt_assessment.py", OPERATION_USE_CASE)
    imported = "from risk_svc.use_cases.assessment.doubt_assessment import doubt_assessment\n"
    copy.insert(f"{risk}/operations.py", "from risk_svc.use_cases.policy", imported)
    row = "        self.doubt_assessment = Operation(doubt_assessment)\n"
    copy.insert(f"{risk}/operations.py", "        self.propose_policy =", row)
    routes = f"{risk}/api/assessment/routes.py"
    imports = (
        "from fastapi import Response\n\nfrom risk_svc.use_cases.assessment.doubt_assessment import DoubtAssessment\n"
    )
    copy.insert(routes, "from loan_servicekit.core import", imports)
    file = copy.root / routes
    file.write_text(file.read_text(encoding="utf-8") + "\n" + OPERATION_ROUTE, encoding="utf-8")
