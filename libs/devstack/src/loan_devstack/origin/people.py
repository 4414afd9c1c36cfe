"""Who can sign in to a development system as staff: invented persons, at least one a role, without passwords."""

from collections.abc import Iterator
from dataclasses import dataclass

from loan_contracts.access import TABLE, Sees

HEAD_OFFICE = "100000-00"
SHANGHAI, SHENZHEN = "310000-01", "440300-01"


@dataclass(frozen=True, slots=True)
class Person:
    """One user. `id` is what one types and the subject of the tokens; `branch` is the organisation code of the desk."""

    id: str
    name: str
    roles: tuple[str, ...]
    branch: str
    customer_id: str | None = None  # of a borrower: whose records are his own

    def get_user_id(self) -> str:
        """The id, as authlib asks for it."""
        return self.id


NAMED = (
    Person("manager", "周客户经理", ("customer-manager",), SHANGHAI),
    Person("manager-2", "吴客户经理", ("customer-manager",), SHENZHEN),
    Person("risk", "郑风控专员", ("risk-officer",), HEAD_OFFICE),
    Person("risk-2", "孙风控专员", ("risk-officer",), HEAD_OFFICE),
    Person("approver", "王审批主管", ("approver",), HEAD_OFFICE),
    Person("approver-2", "冯审批主管", ("approver",), HEAD_OFFICE),
    Person("committee-1", "陈评审委员", ("committee-member",), HEAD_OFFICE),
    Person("committee-2", "褚评审委员", ("committee-member",), HEAD_OFFICE),
    Person("committee-3", "卫评审委员", ("committee-member",), HEAD_OFFICE),
    Person("committee-4", "谢评审委员", ("committee-member",), HEAD_OFFICE),
    Person("committee-5", "潘评审委员", ("committee-member",), HEAD_OFFICE),
    Person("contract", "吕合同岗", ("contract-officer",), SHANGHAI),
    Person("finance", "蒋财务", ("finance",), HEAD_OFFICE),
    Person("finance-2", "华财务", ("finance",), HEAD_OFFICE),
    Person("collector", "沈催收员", ("collector",), SHANGHAI),
    Person("product", "孔产品经理", ("product-manager",), HEAD_OFFICE),
    Person("product-2", "曹产品经理", ("product-manager",), HEAD_OFFICE),
    Person("management", "韩管理层", ("management",), HEAD_OFFICE),
    Person("auditor", "杨审计", ("auditor",), HEAD_OFFICE),
    Person("system-admin", "朱系统管理员", ("system-administrator",), HEAD_OFFICE),
    Person("security-admin", "秦安全管理员", ("security-administrator",), HEAD_OFFICE),
    Person("audit-admin", "尤审计管理员", ("audit-administrator",), HEAD_OFFICE),
    Person("designer", "许流程设计师", ("process-designer",), HEAD_OFFICE),
    Person("operations", "何运维", ("operations",), HEAD_OFFICE),
    Person("operations-2", "施运维", ("operations",), HEAD_OFFICE),
)


def _everybody() -> Iterator[Person]:
    """Those with names, then somebody for each role of persons that none of them holds."""
    yield from NAMED
    held = {role for person in NAMED for role in person.roles}
    for role in TABLE:
        if role.client is None and role.sees is not Sees.OWN_RECORDS and role.name not in held:
            branch = HEAD_OFFICE if role.sees is Sees.ALL_BRANCHES else SHANGHAI
            yield Person(role.name, role.title, (role.name,), branch)


PEOPLE: dict[str, Person] = {person.id: person for person in _everybody()}
