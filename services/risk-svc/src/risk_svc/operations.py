"""What risk-svc can do."""

from loan_servicekit.db.operation import Operation
from risk_svc.persistence.policy.loaders import policies_in_force
from risk_svc.use_cases.assessment.assess_risk import assess_risk
from risk_svc.use_cases.policy.change_policy import approve_policy, propose_policy, reject_policy, withdraw_policy


class Operations:
    """The table: each use case with what loads for it."""

    def __init__(self) -> None:
        self.assess_risk = Operation(assess_risk)
        self.propose_policy = Operation(propose_policy, policies_in_force)
        self.approve_policy = Operation(approve_policy, policies_in_force)
        self.reject_policy = Operation(reject_policy)
        self.withdraw_policy = Operation(withdraw_policy)
