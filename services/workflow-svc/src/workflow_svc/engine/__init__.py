"""The process engine: BPMN 2.0 checked at publication, run by SpiffWorkflow or by an equal table of tokens. No I/O."""

from workflow_svc.engine.bpmn import standing
from workflow_svc.engine.conditions import Fault, Scalar
from workflow_svc.engine.decisions.checks import checked as check_decision
from workflow_svc.engine.decisions.content import Content
from workflow_svc.engine.decisions.content import parsed as parse_decision
from workflow_svc.engine.decisions.content import read as read_decision
from workflow_svc.engine.decisions.decision import PublishedDecision
from workflow_svc.engine.difference import Change
from workflow_svc.engine.engine import ProcessEngine, Publication
from workflow_svc.engine.findings import refusal
from workflow_svc.engine.inside.library import Decision, Evaluation
from workflow_svc.engine.inside.moving import Moved
from workflow_svc.engine.proof import Proof
from workflow_svc.engine.simulation import Facts, Played, play
from workflow_svc.engine.steps import Definition, ExecutorName
from workflow_svc.engine.values import Effects, HumanTask, Request, State, Turn

__all__ = [
    "Change",
    "Content",
    "Decision",
    "Definition",
    "Effects",
    "Evaluation",
    "ExecutorName",
    "Facts",
    "Fault",
    "HumanTask",
    "Moved",
    "Played",
    "ProcessEngine",
    "Proof",
    "Publication",
    "PublishedDecision",
    "Request",
    "Scalar",
    "State",
    "Turn",
    "check_decision",
    "parse_decision",
    "play",
    "read_decision",
    "refusal",
    "standing",
]
