"""The registry of models and policies: artefacts with their versions, cards and who is in force."""

import json
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from risk_svc.scoring.artefacts import CARD_FILE, MODEL_FILE, SCORECARD_FILE
from risk_svc.scoring.assessor import no_model_in_force
from risk_svc.scoring.policy import GraphPolicy
from risk_svc.scoring.scorer import Scorer

ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('registry'))"  # processes that start together register in turn
ADD_MODEL = (
    "insert into models (version, scorecard_version, model, scorecard, card, active, registered_at)"
    " values ($1, $2, $3, $4, $5::text::jsonb, true, now()) on conflict (version, scorecard_version)"
    " do update set active = true returning xmax = 0"
)
ADD_POLICY = (
    "insert into policies (version, name, content, active, registered_at) values ($1, $2, $3, true, now())"
    " on conflict (version) do update set active = true"
)


class Registry:
    """Takes in what training has left in a folder, and gives back what is in force."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def register_model(self, folder: Path) -> str:
        """Registers the folder's model and scorecard and puts them in force; the model's version."""
        model, scorecard = (folder / MODEL_FILE).read_bytes(), (folder / SCORECARD_FILE).read_bytes()
        card = json.loads((folder / CARD_FILE).read_bytes())
        scorer = Scorer(model, scorecard)  # refuses artefacts that cannot be loaded before they are in force
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(ONE_AT_A_TIME)
            await connection.exec_driver_sql("update models set active = false where active")
            values = (scorer.model_version, scorer.scorecard_version, model, scorecard, json.dumps(card))
            await connection.exec_driver_sql(ADD_MODEL, values)
        return scorer.model_version

    async def register_policy(self, name: str, content: bytes) -> str:
        """Registers a decision graph and puts it in force; its version."""
        policy = GraphPolicy(name, content)  # refuses a graph that approves on nothing
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(ONE_AT_A_TIME)
            await connection.exec_driver_sql("update policies set active = false where active and name = $1", (name,))
            await connection.exec_driver_sql(ADD_POLICY, (policy.version, name, content))
        return policy.version

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
