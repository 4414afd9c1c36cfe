"""Who may do what: one table of roles (domain.md §15.7, docs/decisions/0024). Whatever else knows roles reads it from
here.

A permission is `<noun>.<verb>`. A role gives its permissions for every branch, or for the branch of the person who
holds it (claim `branch`). Roles of persons and roles of clients are apart: `channel` is the institution's own front
end, which signs borrowers in and acts for each of them, so no other client may hold it. `borrower` is neither staff nor
client: who holds it has permissions that no other role gives, for his own records alone (`OWNER_CLAIM`). `partner` is a
platform that brings applications: it signs its requests with a key and has no token (docs/decisions/0053).

The table says who may be given a task (`TASK_ROLES`: the vocabulary of processes, the parameters `authority.<role>`),
and with `make docs` what the realm of the identity provider holds and docs/permissions.md shows. To add a role is to
add a row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Sees(StrEnum):
    """For which records a role gives its permissions: those of branches, or of the one customer who holds it."""

    OWN_BRANCH = "own branch"
    ALL_BRANCHES = "all branches"
    OWN_RECORDS = "own records"


@dataclass(frozen=True, slots=True)
class Role:
    """A row of the table. `title` is what the institution calls who holds the role.

    `client` is the client that holds it in the place of persons, `OTHER_CLIENTS` stands for those that no row names.
    `every_inbox` is for who reads the tasks of all roles, not of his own alone.
    """

    name: str
    title: str
    sees: Sees
    permissions: frozenset[str]
    client: str | None = None
    every_inbox: bool = False


OTHER_CLIENTS = "*"
DIRECTORY = "identity-provider"
"""The client of whoever signs people in: it tells who works here, and carries out what two persons have decided."""
FOR_ALL_STAFF = " live.read"
"""What each member of staff may: be told what has just happened, as far as his other permissions go."""


def _role(
    name: str, title: str, sees: Sees, permissions: str, client: str | None = None, every_inbox: bool = False
) -> Role:
    if client is None and sees is not Sees.OWN_RECORDS:
        permissions += FOR_ALL_STAFF
    return Role(name, title, sees, frozenset(permissions.split()), client, every_inbox)


OWN, ALL = Sees.OWN_BRANCH, Sees.ALL_BRANCHES
ADMINISTRATORS = ("system-administrator", "security-administrator", "audit-administrator")
CUSTOMER_MANAGER, RISK_OFFICER = "customer-manager", "risk-officer"
OWNER_CLAIM = "customer_id"
"""The claim that says whose records are a borrower's own; a newcomer has none yet, and registers under it."""
APPROVER, COMMITTEE_MEMBER, CHANNEL, BORROWER = "approver", "committee-member", "channel", "borrower"
PARTNER = "partner"
MANAGEMENT = "management"
SPEAKS_FOR_THE_BORROWER = frozenset({CHANNEL, BORROWER})
"""Who asks and signs as the borrower: he himself, or the front end that acts for him. Staff are kept apart."""

_READ_BUSINESS = (
    "application.read customer.read case.read loan.read assessment.read screening.read model.read review.read"
    " product.read offer.read timeline.read authority.read "
)

TABLE: tuple[Role, ...] = (
    _role(
        CUSTOMER_MANAGER,
        "客户经理",
        OWN,
        "customer.register customer.read consent.grant consent-text.read application.submit application.read"
        " application.withdraw document.upload document.read offer.read product.read loan.read case.read timeline.read"
        " assessment.read review.request review.read loan-change.request purpose.check paper.issue"
        " credit-line.draw credit-line.freeze communication.read communication.add"
        " visit.keep visit.read visit.confirm",
    ),
    _role(
        CHANNEL,
        "借款人渠道",
        ALL,
        "customer.register customer.read consent.grant consent-text.read application.submit application.read"
        " application.withdraw document.upload offer.read disclosure.confirm contract.sign product.read loan.read"
        " review.request review.read sign-in.check",
        client=CHANNEL,
    ),
    _role(
        BORROWER,
        "借款人",
        Sees.OWN_RECORDS,
        "offering.read own-person.read own-person.keep own-application.read own-application.make own-offer.accept"
        " own-review.request own-review.read own-loan.read own-loan.pay own-loan.draw",
    ),
    _role(PARTNER, "合作平台", Sees.OWN_RECORDS, "partner-application.submit partner-application.read"),
    _role(
        RISK_OFFICER,
        "风控专员",
        ALL,
        _READ_BUSINESS + "document.read task.read task.work watch-list.change customer.reveal parameter.read"
        " parameter.propose parameter.approve risk-parameter.change product-parameter.change product.approve"
        " product-proposal.read consent-text.read consent-text.approve policy.propose policy.approve"
        " retention-parameter.change loan-change.request loan-change.approve"
        " classification.request classification.decide portfolio.read purpose.check credit-line.freeze"
        " visit.keep visit.read visit.confirm",
    ),
    _role(
        APPROVER,
        "审批主管",
        ALL,
        _READ_BUSINESS + "document.read task.read task.work customer.reveal loan-change.approve classification.decide"
        " credit-line.freeze visit.read",
    ),
    _role(COMMITTEE_MEMBER, "评审委员", ALL, _READ_BUSINESS + "document.read task.read task.work visit.read"),
    _role(
        "contract-officer",
        "合同岗",
        OWN,
        "application.read customer.read offer.read document.read document.upload disclosure.certify condition.check"
        " contract.sign product.read loan.read timeline.read pay-out.prepare",
    ),
    _role(
        "finance",
        "财务",
        ALL,
        "loan.read payment.read repayment.record repayment.release pay-out.retry pay-out.prepare pay-out.release"
        " business-day.close application.read"
        " product.read ledger.read journal.record journal.release portfolio.read period.change period.release"
        " paper.issue settlement.clear debit.freeze debit.resume",
    ),
    _role(
        "collector",
        "催收员",
        OWN,
        "loan.read customer.read customer.reveal loan-change.request debit.freeze communication.read communication.add",
    ),
    _role(
        "product-manager",
        "产品经理",
        ALL,
        "product.read product.propose product.approve product-proposal.read parameter.read parameter.propose"
        " parameter.approve product-parameter.change consent-text.read consent-text.propose consent-text.approve"
        " partner.read partner.propose partner.approve partner.suspend partner.connect",
    ),
    _role(
        MANAGEMENT,
        "管理层",
        ALL,
        _READ_BUSINESS + "funnel.read ledger.read policy.approve process.read process.approve product-proposal.read"
        " authority.propose authority.approve"
        " parameter.read parameter.approve portfolio.read"
        " risk-parameter.change authority-parameter.change calendar-parameter.change product-parameter.change"
        " retention-parameter.change retention.read legal-hold.place legal-hold.release"
        " partner.read partner.approve partner.suspend staff.read staff.approve",
    ),
    _role(
        "auditor",
        "审计",
        ALL,
        _READ_BUSINESS
        + "audit.read audit.verify funnel.read ledger.read task.read payment.read dead-letter.read parameter.read"
        " document.read product-proposal.read consent-text.read retention.read portfolio.read partner.read"
        " communication.read visit.read staff.read provider.read quarantine.read"
        " source-access.read",
        every_inbox=True,
    ),
    _role("system-administrator", "系统管理员", ALL, "parameter.read provider.read staff.read staff.propose"),
    _role("security-administrator", "安全管理员", ALL, "parameter.read staff.read staff.approve"),
    _role(
        "audit-administrator",
        "审计管理员",
        ALL,
        "audit.read audit.verify retention.read legal-hold.place legal-hold.release staff.read",
    ),
    _role(
        "process-designer",
        "流程设计师",
        ALL,
        "process.read process.propose process.approve parameter.read parameter.propose authority-parameter.change"
        " authority.read authority.propose"
        " calendar-parameter.change",
    ),
    _role(
        "operations",
        "运维",
        ALL,
        "dead-letter.read dead-letter.replay dead-letter.discard consumer.resume outbox.replay provider.read trace.read"
        " provider.switch parameter.read parameter.propose parameter.approve provider-parameter.change quarantine.read"
        " quarantine.open quarantine.close"
        " timeline.read funnel.read process.read partner.read partner.suspend partner.connect",
    ),
    _role("directory", "身份目录", ALL, "staff.report", client=DIRECTORY),
    _role("service", "服务", OWN, "", client=OTHER_CLIENTS),
    _role(
        "identity-reader",
        "身份读取",
        ALL,
        "customer.identify partner-application.enter partner-loan.read signature.record",
        client="integration-gateway",
    ),
)

ROLES: dict[str, frozenset[str]] = {role.name: role.permissions for role in TABLE}
OF_CUSTOMERS: frozenset[str] = frozenset(role.name for role in TABLE if role.sees is Sees.OWN_RECORDS)
"""Roles of customers: no member of staff and no client holds one."""
STAFF_ROLES: frozenset[str] = frozenset(role.name for role in TABLE if role.client is None) - OF_CUSTOMERS
"""Roles of persons who work here: those that two persons give and take (`staff.propose`, `staff.approve`)."""
WIDE: frozenset[str] = frozenset(role.name for role in TABLE if role.sees is Sees.ALL_BRANCHES)
TASK_ROLES: frozenset[str] = frozenset(role.name for role in TABLE if "task.work" in role.permissions)
EVERY_INBOX: frozenset[str] = frozenset(role.name for role in TABLE if role.every_inbox)
CLIENTS: dict[str, str] = {role.client: role.name for role in TABLE if role.client is not None}
"""The roles of clients that are no persons: who asks the outside world may read who a customer is, no other service
may."""


APART: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    *((frozenset({each}), STAFF_ROLES - {each}) for each in ADMINISTRATORS),
    (frozenset({CUSTOMER_MANAGER}), frozenset({APPROVER, COMMITTEE_MEMBER, RISK_OFFICER})),
)
"""What no one person holds together: the three administrators' work is of three persons and of nobody who does business
(三员分立), and who brings an application in does not decide it (审贷分离, R-9.10)."""


def held_apart(roles: Sequence[str]) -> tuple[str, str] | None:
    """Two of the roles that no one person holds together."""
    held = set(roles)
    return next(((min(held & one), min(held & other)) for one, other in APART if held & one and held & other), None)


def role_of_client(client: str) -> str:
    """The one role of a confidential client."""
    return CLIENTS.get(client, CLIENTS[OTHER_CLIENTS])


def permissions_of(roles: Sequence[str]) -> frozenset[str]:
    """All permissions of a person's roles; an unknown role gives none."""
    return frozenset().union(*(ROLES.get(role, frozenset()) for role in roles))


def permissions_everywhere(roles: Sequence[str]) -> frozenset[str]:
    """Those permissions that one of the roles gives for all branches; the others hold for the person's own branch."""
    return permissions_of([role for role in roles if role in WIDE])
