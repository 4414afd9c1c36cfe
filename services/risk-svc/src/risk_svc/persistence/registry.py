"""The registry of models and policies: artefacts with their versions, cards, and which are in force."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from loan_contracts.message import JsonObject
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Cause, Clock
from loan_servicekit.db.unit_of_work import tell
from risk_svc.domain.monitoring.model_gate import model_refusals
from risk_svc.domain.policy.finding import Finding
from risk_svc.scoring.artefacts import (
    CALIBRATION_FILE,
    CARD_FILE,
    MODEL_FILE,
    SAMPLE_FILE,
    SCORECARD_FILE,
    tenths_of,
)
from risk_svc.scoring.assessor import no_model_in_force
from risk_svc.scoring.policy.checks import check_policy
from risk_svc.scoring.policy.decision_graph import GraphPolicy, UnsafePolicy
from risk_svc.scoring.policy.sampling import Sample
from risk_svc.scoring.scorer import Scorer

# Processes that start together register in turn, however long the one before takes.
ONE_AT_A_TIME = "select set_config('lock_timeout', '0', true), pg_advisory_xact_lock(hashtext('registry'))"
ADD_MODEL = (
    "insert into models"
    " (version, scorecard_version, model, scorecard, card, calibration, sample, active, registered_at)"
    " values ($1, $2, $3, $4, $5::text::jsonb, $6, $7, true, now()) on conflict (version, scorecard_version)"
    " do update set active = true, card = excluded.card, sample = excluded.sample"
)
ADD_POLICY = (
    "insert into policies (version, name, content, examples, active, registered_at, approved_by)"
    " values ($1, $2, $3, $4::text::jsonb, true, now(), $5)"
    " on conflict (version) do update"
    " set active = true, examples = excluded.examples, approved_by = excluded.approved_by"
)
OFF = "update policies set active = false where active and name = $1 returning version"
ACTOR = "risk-svc"
SEED = "seed"
ACTIVE_MODEL = "select version, scorecard_version from models where active"
ACTIVE_POLICY = "select version, approved_by from policies where active and name = $1"
THE_MODEL = "select model, scorecard, calibration, sample from models where active"
THE_POLICY = "select content, examples::text from policies where active and name = $1"
OF_VERSION = "select content, examples::text from policies where version = $1"


class UnfitModel(ValueError):
    """A model that tells too little, or whose probabilities are not true, must not come into force."""


@dataclass(frozen=True, slots=True)
class InForceNow:
    """What decides now; `sample` is None for a model that was registered before models came with one."""

    scorer: Scorer
    policy: GraphPolicy
    sample: Sample | None
    names: tuple[str, str, str]


class Registry:
    """Takes in what training and installation have left, and gives back what is in force. Each change is audited."""

    def __init__(self, engine: AsyncEngine, clock: Clock) -> None:
        self._engine, self._clock = engine, clock

    async def register_model(self, folder: Path) -> str:
        """Registers the folder's model and scorecard and puts them in force; the model's version. Raises UnfitModel."""
        model, scorecard = (folder / MODEL_FILE).read_bytes(), (folder / SCORECARD_FILE).read_bytes()
        card = json.loads((folder / CARD_FILE).read_bytes())
        calibration, sample = _optional(folder / CALIBRATION_FILE), _optional(folder / SAMPLE_FILE)
        scorer = Scorer(
            model, scorecard, calibration
        )  # refuses artefacts that cannot be loaded before they are in force
        if refusals := model_gate(scorer, card):
            raise UnfitModel(
                f"{scorer.model_version} may not decide: {'; '.join(refusals)}. `make train` makes another"
            )
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(ONE_AT_A_TIME)
            versions = (scorer.model_version, scorer.scorecard_version)
            before = (await connection.exec_driver_sql(ACTIVE_MODEL)).first()
            if before is None or tuple(before) != versions:
                await connection.exec_driver_sql("update models set active = false where active")
                values = (*versions, model, scorecard, json.dumps(card), calibration, sample)
                await connection.exec_driver_sql(ADD_MODEL, values)
                detail = {"scorecard": scorer.scorecard_version, "before": before[0] if before else ""}
                await self._audit(connection, "model", scorer.model_version, detail)
        return scorer.model_version

    async def install_policy(self, name: str, content: bytes, examples: JsonObject) -> str:
        """Puts the policy that the installation brings in force, unless persons have decided on another one; the
        version in force. Raises UnsafePolicy for one that fails its checks."""
        policy = GraphPolicy(name, content)
        refuse_unsafe(policy.version, check_policy(content, examples))
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(ONE_AT_A_TIME)
            before: Any = (await connection.exec_driver_sql(ACTIVE_POLICY, (name,))).first()
            if before is not None and (before[1] != SEED or before[0] == policy.version):
                return str(before[0])
            await connection.exec_driver_sql(OFF, (name,))
            values = (policy.version, name, content, json.dumps(examples), SEED)
            await connection.exec_driver_sql(ADD_POLICY, values)
            detail = {"before": before[0] if before else "", "approved_by": SEED}
            await self._audit(connection, "policy", policy.version, detail)
        return policy.version

    async def _audit(self, connection: AsyncConnection, kind: str, version: str, detail: dict[str, str]) -> None:
        act = AuditRecorded(subject_type=kind, subject_id=version, action="put_in_force", detail=detail)
        await tell(connection, Cause(ACTOR), self._clock(), act)

    async def names_in_force(self, policy_name: str) -> tuple[str, str, str] | None:
        """The versions of model, scorecard and policy in force; None where one is missing."""
        async with self._engine.connect() as connection:
            model: Any = (await connection.exec_driver_sql(ACTIVE_MODEL)).first()
            policy: Any = (await connection.exec_driver_sql(ACTIVE_POLICY, (policy_name,))).first()
        return (model[0], model[1], policy[0]) if model and policy else None

    async def in_force(self, policy_name: str, check: bool = False) -> InForceNow:
        """What is in force; raises Unavailable where nothing is, and, if it is to be checked, UnsafePolicy for a policy
        that this release of the service cannot run as it was meant."""
        async with self._engine.connect() as connection:
            model: Any = (await connection.exec_driver_sql(THE_MODEL)).first()
            policy: Any = (await connection.exec_driver_sql(THE_POLICY, (policy_name,))).first()
        if model is None or policy is None:
            raise no_model_in_force()
        graph = GraphPolicy(policy_name, bytes(policy[0]))
        if check:
            refuse_unsafe(graph.version, check_policy(bytes(policy[0]), json.loads(policy[1])))
        scorer = Scorer(bytes(model[0]), bytes(model[1]), bytes(model[2]) if model[2] else None)
        names = (scorer.model_version, scorer.scorecard_version, graph.version)
        return InForceNow(scorer, graph, Sample(bytes(model[3])) if model[3] else None, names)

    async def policy_of(self, version: str) -> tuple[str, JsonObject] | None:
        """The graph and the examples of a version that was registered."""
        async with self._engine.connect() as connection:
            found: Any = (await connection.exec_driver_sql(OF_VERSION, (version,))).first()
        return (bytes(found[0]).decode(), json.loads(found[1])) if found else None


def model_gate(scorer: Scorer, card: JsonObject) -> list[str]:
    """Why a model may not decide, by its card; the card must be of this very model."""
    if card.get("model_version") != scorer.model_version or card.get("scorecard_version") != scorer.scorecard_version:
        return [f"its card is of {card.get('model_version')} and {card.get('scorecard_version')}"]
    try:
        auc = Decimal(str(card["metrics"]["model"]["auc"]))
        return model_refusals(tenths_of(card), auc, scorer.calibration.knots, scorer.scorecard)
    except (KeyError, TypeError, AttributeError, InvalidOperation, ArithmeticError) as error:
        return [f"its card cannot be read: {error!r}"]


def refuse_unsafe(version: str, findings: Sequence[Finding]) -> None:
    """Raises UnsafePolicy where there are findings, with all of them in words."""
    if findings:
        told = "; ".join(f"{each.place}: {each.code}: {each.detail}" for each in findings)
        raise UnsafePolicy(f"{version} fails its checks: {told}")


def _optional(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None
