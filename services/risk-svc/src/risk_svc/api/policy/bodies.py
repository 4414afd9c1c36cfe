"""What is asked about policies."""

from typing import Annotated

from fastapi import Path
from pydantic import Field

from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, JsonObject

MOST_CHARACTERS = 400_000
Version = Annotated[str, Path(pattern=r"^[A-Za-z0-9_.-]{1,100}$")]
Reason = Annotated[str, text(5, 200), Field(examples=["fewer queries than before are a reason for doubt"])]
Graph = Annotated[
    str,
    Field(
        min_length=2,
        max_length=MOST_CHARACTERS,
        pattern=r"^\s*\{[^\x00]*$",
        description="The text of the decision graph (JDM), byte for byte: its hash is its version",
    ),
]
Examples = Annotated[
    JsonObject,
    Field(description="`examples`: facts that differ from a good applicant's, outcome, and perhaps the rules hit"),
]


class PolicyCheckBody(Body):
    """A decision graph to look at."""

    content: Graph = Field(examples=['{"nodes": [], "edges": []}'])
    examples: Examples = Field(examples=[{"examples": []}])


class PolicyProposalBody(Body):
    """A decision graph that shall come into force."""

    content: Graph = Field(examples=['{"nodes": [], "edges": []}'])
    examples: Examples = Field(examples=[{"examples": []}])
    reason: Reason


class PolicyReasonBody(Body):
    """Why an older policy shall come back, or a proposal is not wanted."""

    reason: Reason
