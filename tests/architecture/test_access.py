"""Permissions: what knows no branch is for roles that see all branches, and all that knows roles has them from one table."""

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from loan_contracts.access import EVERY_INBOX, ROLES, TABLE, TASK_ROLES, WIDE
from workflow_svc.domain.definitions.vocabulary import LENDING
from workflow_svc.domain.parameters import AUTHORITY, CATALOGUE

# Screenings, the watch list, traces and funnels know no branch; the chain as a whole and models belong to none.
WITHOUT_BRANCH = ("screening.read", "watch-list.change", "trace.read", "funnel.read", "audit.read", "audit.verify",
                  "model.read", "process.read")  # fmt: skip
APPLICANTS = ("application.read", "customer.read", "case.read", "assessment.read", "screening.read", "document.read",
              "timeline.read", "offer.read", "loan.read")  # fmt: skip
FIRST = "TABLE: tuple[Role, ...] = (\n"
ADDED = '    _role("appeals-officer", "申诉岗", ALL, "task.read task.work case.read"),\n'
WHAT_FOLLOWS = """
import json
from loan_contracts.access import permissions_everywhere
from loan_devstack.origin.people import PEOPLE
from loan_reference.permissions import roles
from loan_reference.realm import realm
from workflow_svc.domain.definitions.vocabulary import LENDING
from workflow_svc.domain.parameters import CATALOGUE
print(json.dumps({
    "vocabulary": sorted(LENDING.roles),
    "authorities": sorted(code for code in CATALOGUE.kinds if code.startswith("authority.")),
    "everywhere": sorted(permissions_everywhere(["appeals-officer"])),
    "people": {person.id: [person.name, *person.roles] for person in PEOPLE.values()},
    "realm": json.loads(realm()),
    "page": roles(),
}))
"""


def test_what_knows_no_branch_is_held_by_roles_of_all_branches_alone() -> None:
    held = {(role, p) for role, permissions in ROLES.items() for p in WITHOUT_BRANCH if p in permissions}
    assert {(role, p) for role, p in held if role not in WIDE} == set()
    assert {p for _, p in held} == set(WITHOUT_BRANCH)  # none of the names is out of date


def test_who_designs_processes_sees_no_applicant() -> None:
    assert ROLES["process-designer"] & set(APPLICANTS) == set()


def test_a_role_has_one_row_and_a_client_one_role() -> None:
    assert len({role.name for role in TABLE}) == len(TABLE)
    clients = [role.client for role in TABLE if role.client is not None]
    assert len(set(clients)) == len(clients)


def test_who_works_on_tasks_sees_his_inbox() -> None:
    assert TASK_ROLES and all("task.read" in ROLES[role] for role in TASK_ROLES | EVERY_INBOX)


def test_processes_and_authorities_name_the_roles_that_may_work_on_tasks() -> None:
    assert LENDING.roles == TASK_ROLES
    assert {code for code in CATALOGUE.kinds if code.startswith(AUTHORITY)} == {AUTHORITY + role for role in TASK_ROLES}


def test_no_service_writes_the_name_of_a_role_out(root: Path) -> None:
    """Names that mean something else as well (a channel, a service, finance) are left out."""
    names = {role.name for role in TABLE if "-" in role.name} | {"approver", "auditor", "collector"}
    found = [
        f"{path.relative_to(root)}:{node.lineno}"
        for folder in ("services", "libs/servicekit")
        for path in sorted((root / folder).rglob("src/**/*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in names
    ]
    assert found == []


@pytest.fixture(scope="module")
def followed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What everything that knows roles holds after one row was added to a copy of the table, and nothing else changed."""
    copy = tmp_path_factory.mktemp("contracts")
    shutil.copytree(root / "libs" / "contracts" / "src", copy, dirs_exist_ok=True)
    table = copy / "loan_contracts" / "access.py"
    text = table.read_text()
    assert text.count(FIRST) == 1
    table.write_text(text.replace(FIRST, FIRST + ADDED))
    path = os.pathsep.join([str(copy), *sys.path])
    told = subprocess.run(
        [sys.executable, "-c", WHAT_FOLLOWS],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(told.stdout))


def test_adding_a_role_edits_one_file_beside_generated_ones(followed: dict[str, Any]) -> None:
    assert "appeals-officer" in followed["vocabulary"] and "authority.appeals-officer" in followed["authorities"]
    assert followed["everywhere"] == ["case.read", "live.read", "task.read", "task.work"]
    assert followed["people"]["appeals-officer"] == ["申诉岗", "appeals-officer"]
    assert {"name": "appeals-officer"} in followed["realm"]["roles"]["realm"]
    users = {user["id"]: user["realmRoles"] for user in followed["realm"]["users"]}
    assert users["appeals-officer"] == ["appeals-officer"]
    assert any(line.startswith("| `appeals-officer` | all branches |") for line in followed["page"])
