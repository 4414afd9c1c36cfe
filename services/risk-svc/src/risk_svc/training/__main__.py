"""`python -m risk_svc.training`: trains model and scorecard, back-tests the policy in force, says how good they are."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from loan_datasets import gmsc
from loan_datasets.splits import SEED, splits
from risk_svc.domain.parameters import InForce, seeds_on
from risk_svc.scoring.artefacts import BACKTEST_FILE, CALIBRATION_FILE, MODEL_FILE, SCORECARD_FILE
from risk_svc.scoring.policy.decision_graph import GraphPolicy
from risk_svc.scoring.scorer import Scorer
from risk_svc.training.backtest import backtest
from risk_svc.training.train import train

_POLICY = Path(__file__).resolve().parents[3] / "policies" / "personal-credit.json"


def main() -> int:
    """Runs the command; 1 where the data set cannot be had."""
    parser = argparse.ArgumentParser(
        prog="python -m risk_svc.training", description="Train and back-test the credit model"
    )
    parser.add_argument("--out", type=Path, default=Path("var/models"), help="folder for the artefacts (%(default)s)")
    parser.add_argument("--policy", type=Path, default=_POLICY, help="decision graph in force")
    parser.add_argument("--seed", type=int, default=SEED, help="seed of the row sets and of training (%(default)s)")
    parser.add_argument("--created-at", type=datetime.fromisoformat, help="time of training for the model card (now)")
    parser.add_argument("--backtest-only", action="store_true", help="judge the artefacts that are there already")
    chosen = parser.parse_args()
    try:
        data = gmsc.load()
    except gmsc.DataSetUnavailable as missing:
        print(missing, file=sys.stderr)
        return 1
    created_at = chosen.created_at or datetime.now(UTC)
    if not chosen.backtest_only:
        artefacts = train(data, chosen.seed, created_at)
        artefacts.write(chosen.out)
        metrics = artefacts.card["metrics"]
        for name in ("model", "scorecard"):
            found = metrics[name]
            print(f"{name:9} {artefacts.card[name + '_version']}  AUC {found['auc']:.4f}  KS {found['ks']:.4f}")
    scorer = Scorer(
        (chosen.out / MODEL_FILE).read_bytes(),
        (chosen.out / SCORECARD_FILE).read_bytes(),
        (chosen.out / CALIBRATION_FILE).read_bytes(),
    )
    policy = GraphPolicy(chosen.policy.stem, chosen.policy.read_bytes())
    numbers = InForce.of(seeds_on(created_at.date()))
    found = backtest(data, splits(data, chosen.seed).backtest.tolist(), scorer, policy, numbers, chosen.seed)
    (chosen.out / BACKTEST_FILE).write_text(json.dumps(found.as_json(), indent=1) + "\n")
    print(
        f"back-test {found.versions.policy}: of {found.rows:,} borrowers {found.approval_rate:.1%} approved,"
        f" {found.manual_rate:.1%} to a person, {found.decline_rate:.1%} declined;"
        f" bad {found.bad_rate_approved:.2%} of the approved, {found.bad_rate_all:.2%} of all"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
