"""What the routes of processes take and answer."""

from base64 import b64decode, b64encode
from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, Field

from loan_servicekit.core import FieldError, Invalid
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body
from workflow_svc.domain.definitions.proposal import ProcessProposal, ProposalStatus
from workflow_svc.engine import standing
from workflow_svc.use_cases.definitions.ports import ProcessVersion


def _end(id: str, result: str) -> str:
    told = f'<camunda:properties><camunda:property name="result" value="{result}"/></camunda:properties>'
    return f'<endEvent id="{id}"><extensionElements>{told}</extensionElements></endEvent>'


# The smallest process that may be published: one question, what its answer means, and what its silence means.
SMALLEST = (
    '<definitions id="d" targetNamespace="urn:xinliu" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="screening-only" isExecutable="true">'
    '<startEvent id="submitted"/><serviceTask id="screening" camunda:topic="fraud-screening.requested"/>'
    '<boundaryEvent id="silence" attachedToRef="screening"><timerEventDefinition><timeDuration>PT5M</timeDuration>'
    "</timerEventDefinition></boundaryEvent>"
    + _end("approved", "APPROVED")
    + _end("declined", "DECLINED")
    + '<sequenceFlow id="a" sourceRef="submitted" targetRef="screening"/>'
    '<sequenceFlow id="b" sourceRef="screening" targetRef="approved"/>'
    '<sequenceFlow id="c" sourceRef="silence" targetRef="declined"/></process></definitions>'
)


class ProcessBody(Body):
    """A process to publish: its text, or the file as it was saved, in whatever encoding it declares."""

    bpmn: Annotated[
        str | None,
        Field(
            min_length=1, max_length=1_000_000, pattern=r"^[^\x00]*$", description="BPMN 2.0 XML", examples=[SMALLEST]
        ),
    ] = None
    file: Annotated[
        str | None,
        Field(
            min_length=4,
            max_length=1_000_000,
            pattern=r"^[A-Za-z0-9+/]+={0,2}$",
            description="In the place of `bpmn`: the bytes of the file in base64 (RFC 4648 §4)",
            examples=[b64encode(SMALLEST.encode()).decode()],
        ),
    ] = None

    def document(self) -> bytes:
        """The file; text has no encoding but the one that it is sent in. Raises Invalid `process-not-publishable`."""
        if (self.bpmn is None) == (self.file is None):
            detail = "send either bpmn or file"
            raise Invalid("process-not-publishable", detail, [FieldError("/bpmn", "bpmn-unreadable", detail)])
        if self.bpmn is not None:
            return standing(self.bpmn).encode()
        try:
            return b64decode(self.file or "", validate=True)
        except ValueError as error:
            detail = "the file is not in base64"
            raise Invalid(
                "process-not-publishable", detail, [FieldError("/file", "bpmn-unreadable", detail)]
            ) from error


class ProcessView(BaseModel):
    """A published version; `executor` is `token` where it was proven equal to SpiffWorkflow, else `spiff`."""

    code: str
    version: int
    name: str
    executor: str
    sha256: str
    published_by: str
    published_at: datetime
    proof: dict[str, Any]

    @classmethod
    def of(cls, p: ProcessVersion) -> "ProcessView":
        """The view of a version."""
        return cls.model_validate(p, from_attributes=True)


class ProposalDecisionBody(Body):
    """Why; it stays with the proposal."""

    reason: Annotated[Annotated[str, text(1, 1000)] | None, Field(examples=["As agreed for the branches"])] = None


class ProposalView(BaseModel):
    """A proposed process and what became of it."""

    id: UUID
    code: str
    name: str
    sha256: str
    status: ProposalStatus
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None
    published_version: int | None

    @classmethod
    def of(cls, p: ProcessProposal) -> Self:
        """The view of a proposal."""
        return cls.model_validate(p, from_attributes=True)


class DrawnProposalView(ProposalView):
    """A proposed process as it was drawn."""

    bpmn: str = Field(description="BPMN 2.0 XML")
