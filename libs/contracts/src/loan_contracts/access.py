"""Who may do what: roles of domain.md §15.7 to permissions, one readable table for every service.

A permission is `<noun>.<verb>`. `WIDE` roles see every branch; the others see their own (claim `branch`). `channel` is the
institution's own front end, which signs borrowers in and acts for each of them: no other client may hold it.
"""

READ_BUSINESS = frozenset({"application.read", "customer.read", "case.read", "loan.read", "assessment.read", "screening.read",
                           "model.read", "review.read", "product.read", "offer.read", "timeline.read"})  # fmt: skip

ROLES: dict[str, frozenset[str]] = {
    "customer-manager": frozenset({
        "customer.register", "customer.read", "consent.grant", "consent-text.read", "application.submit", "application.read", "application.withdraw",
        "document.upload", "document.read", "offer.read", "product.read", "loan.read", "case.read", "timeline.read",
        "assessment.read", "review.request", "review.read",
    }),
    "channel": frozenset({
        "customer.register", "customer.read", "consent.grant", "consent-text.read", "application.submit", "application.read", "application.withdraw",
        "document.upload", "offer.read", "disclosure.confirm", "contract.sign", "product.read", "loan.read",
        "review.request", "review.read",
    }),
    "risk-officer": READ_BUSINESS | {"document.read", "task.read", "task.work", "watch-list.change", "customer.reveal",
                                     "parameter.read", "parameter.propose", "parameter.approve", "risk-parameter.change",
                                     "product-parameter.change", "product.approve", "product-proposal.read", "consent-text.read",
                                     "consent-text.approve", "policy.propose", "policy.approve"},
    "approver": READ_BUSINESS | {"document.read", "task.read", "task.work", "customer.reveal"},
    "committee-member": READ_BUSINESS | {"document.read", "task.read", "task.work"},
    "contract-officer": frozenset({
        "application.read", "customer.read", "offer.read", "document.read", "document.upload", "disclosure.certify", "contract.sign",
        "product.read", "loan.read", "timeline.read",
    }),
    "finance": frozenset({"loan.read", "payment.read", "repayment.record", "pay-out.retry", "business-day.close", "application.read", "product.read"}),
    "collector": frozenset({"loan.read", "customer.read", "customer.reveal"}),
    "product-manager": frozenset({"product.read", "product.propose", "product.approve", "product-proposal.read", "parameter.read",
                                  "parameter.propose", "parameter.approve", "product-parameter.change", "consent-text.read",
                                  "consent-text.propose", "consent-text.approve"}),
    "management": READ_BUSINESS | {"funnel.read", "policy.approve", "product-proposal.read", "parameter.read", "parameter.approve",
                                   "risk-parameter.change", "authority-parameter.change", "calendar-parameter.change",
                                   "product-parameter.change"},
    "auditor": READ_BUSINESS | {"audit.read", "audit.verify", "funnel.read", "task.read", "payment.read", "dead-letter.read",
                                "parameter.read", "document.read", "product-proposal.read", "consent-text.read"},
    "system-administrator": frozenset({"parameter.read", "provider.read"}),
    "security-administrator": frozenset({"parameter.read"}),
    "audit-administrator": frozenset({"audit.read", "audit.verify"}),
    "process-designer": frozenset({"process.read", "process.publish", "parameter.read", "parameter.propose",
                                   "authority-parameter.change", "calendar-parameter.change"}),
    "operations": frozenset({"dead-letter.read", "dead-letter.replay", "dead-letter.discard", "consumer.resume", "outbox.replay",
                             "provider.read", "trace.read", "timeline.read",
                             "funnel.read", "process.read"}),
    "service": frozenset(),
    "identity-reader": frozenset({"customer.identify"}),
}  # fmt: skip

WIDE: frozenset[str] = frozenset({
    "channel", "risk-officer", "approver", "committee-member", "finance", "product-manager", "management", "auditor", "system-administrator",
    "security-administrator", "audit-administrator", "process-designer", "operations", "identity-reader",
})  # fmt: skip

CLIENTS: dict[str, str] = {"channel": "channel", "integration-gateway": "identity-reader"}
"""The roles of clients that are no persons: who asks the outside world may read who a customer is, no other service may."""


def role_of_client(client: str) -> str:
    """The one role of a confidential client."""
    return CLIENTS.get(client, "service")


def permissions_of(roles: list[str]) -> frozenset[str]:
    """All permissions of a person's roles; an unknown role gives none."""
    return frozenset().union(*(ROLES.get(role, frozenset()) for role in roles))


def permissions_everywhere(roles: list[str]) -> frozenset[str]:
    """Those permissions that one of the roles gives for all branches; the others hold for the person's own branch."""
    return permissions_of([role for role in roles if role in WIDE])
