"""Changes of what cases run on, beside new versions of processes: decisions, which version who starts on, versions that
are retired, running cases that go to another version. One person proposes each, another puts it in force."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from loan_contracts.message import JsonObject
from loan_servicekit.core import Caller
from workflow_svc.domain.proposals.proposed import Proposed


class ChangeKind(StrEnum):
    """What is changed; `code` of a change is that of the decision or of the process."""

    DECISION = "DECISION"
    BINDING = "BINDING"
    RETIREMENT = "RETIREMENT"
    MIGRATION = "MIGRATION"


@dataclass(eq=False, kw_only=True)
class DefinitionChange(Proposed):
    """`content` is what was proposed, `report` what was found of it when it was, and what came of it."""

    AUDITED_AS = "definition-change"

    kind: ChangeKind
    code: str
    name: str
    content: JsonObject
    sha256: str
    report: JsonObject = field(default_factory=dict)

    def said(self) -> dict[str, str]:
        """What is audited of it."""
        return {"kind": self.kind.value, "code": self.code, "sha256": self.sha256}

    def put_in_force(self, by: Caller, reason: str | None, report: JsonObject, now: datetime) -> None:
        """Raises Forbidden `second-person-required`, Conflict `proposal-decided`."""
        self.report = self.report | report
        self.approve(by, reason, now)
