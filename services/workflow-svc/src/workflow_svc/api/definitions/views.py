"""What the routes of processes take and answer."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field

from loan_servicekit.http import Body
from workflow_svc.engine import Publication
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
    """A process to publish."""

    bpmn: Annotated[
        str,
        Field(
            min_length=1, max_length=1_000_000, pattern=r"^[^\x00]*$", description="BPMN 2.0 XML", examples=[SMALLEST]
        ),
    ]


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


class PublicationView(BaseModel):
    """What publication has found."""

    code: str
    version: int
    executor: str
    sha256: str

    @classmethod
    def of(cls, publication: Publication) -> "PublicationView":
        """The view of a publication."""
        d = publication.definition
        return cls(code=d.code, version=d.version, executor=d.executor, sha256=d.sha256)
