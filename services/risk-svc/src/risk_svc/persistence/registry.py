"""The registry of models and policies: artefacts with their versions, cards and who is in force."""

import json
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Cause, Clock
from loan_servicekit.db.unit_of_work import tell
from risk_svc.scoring.artefacts import CARD_FILE, MODEL_FILE, SCORECARD_FILE
from risk_svc.scoring.assessor import no_model_in_force
from risk_svc.scoring.policy import GraphPolicy
from risk_svc.scoring.scorer import Scorer

ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('registry'))"  # processes that start together register in turn
ADD_MODEL = (
    "insert into models (version, scorecard_version, model, scorecard, card, active, registered_at)"
    " values ($1, $2, $3, $4, $5::text::jsonb, true, now()) on conflict (version, scorecard_version)"
    " do update set active = true"
)
ADD_POLICY = (
    "insert into policies (version, name, content, active, registered_at) values ($1, $2, $3, true, now())"
    " on conflict (version) do update set active = true"
)


ACTOR = "risk-svc"
ACTIVE_MODEL = "select version, scorecard_version from models where active"
ACTIVE_POLICY = "select version from policies where active and name = $1"


class Registry:
    """Takes in what training has left in a folder, and gives back what is in force. Each change is in the audit log."""

    def __init__(self, engine: AsyncEngine, clock: Clock) -> None:
        self._engine, self._clock = engine, clock

    async def register_model(self, folder: Path) -> str:
        """Registers the folder's model and scorecard and puts them in force; the model's version."""
        model, scorecard = (folder / MODEL_FILE).read_bytes(), (folder / SCORECARD_FILE).read_bytes()
        card = json.loads((folder / CARD_FILE).read_bytes())
        scorer = Scorer(model, scorecard)  # refuses artefacts that cannot be loaded before they are in force
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(ONE_AT_A_TIME)
            versions = (scorer.model_version, scorer.scorecard_version)
            before = (await connection.exec_driver_sql(ACTIVE_MODEL)).first()
            if before is None or tuple(before) != versions:
                await connection.exec_driver_sql("update models set active = false where active")
                await connection.exec_driver_sql(ADD_MODEL, (*versions, model, scorecard, json.dumps(card)))
                detail = {"scorecard": scorer.scorecard_version, "before": before[0] if before else ""}
                await self._audit(connection, "model", scorer.model_version, detail)
        return scorer.model_version

    async def register_policy(self, name: str, content: bytes) -> str:
        """Registers a decision graph and puts it in force; its version."""
        policy = GraphPolicy(name, content)  # refuses a graph that approves on nothing
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(ONE_AT_A_TIME)
            before = (await connection.exec_driver_sql(ACTIVE_POLICY, (name,))).scalar()
            if before != policy.version:
                off = "update policies set active = false where active and name = $1"
                await connection.exec_driver_sql(off, (name,))
                await connection.exec_driver_sql(ADD_POLICY, (policy.version, name, content))
                await self._audit(connection, "policy", policy.version, {"before": before or ""})
        return policy.version

    async def _audit(self, connection: AsyncConnection, kind: str, version: str, detail: dict[str, str]) -> None:
        act = AuditRecorded(subject_type=kind, subject_id=version, action="put_in_force", detail=detail)
        await tell(connection, Cause(ACTOR), self._clock(), act)

    async def in_force(self, policy_name: str) -> tuple[Scorer, GraphPolicy]:
        """The active model with its scorecard, and the active policy; raises Unavailable where there is none."""
        async with self._engine.connect() as connection:
            active = "select model, scorecard from models where active"
            model: Any = (await connection.exec_driver_sql(active)).first()
            named = "select content from policies where active and name = $1"
            policy: Any = (await connection.exec_driver_sql(named, (policy_name,))).first()
        if model is None or policy is None:
            raise no_model_in_force()
        return Scorer(bytes(model[0]), bytes(model[1])), GraphPolicy(policy_name, bytes(policy[0]))
