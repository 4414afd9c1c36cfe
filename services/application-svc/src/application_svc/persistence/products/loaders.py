"""What operations on products have loaded for a batch."""

from collections.abc import Sequence

from application_svc.domain.products.product import Product
from application_svc.use_cases.products.decide_product import DecideProduct
from application_svc.use_cases.products.ports import Versions
from application_svc.use_cases.products.propose_product import ProposeProduct
from loan_servicekit.db.tables import load_json
from loan_servicekit.db.unit_of_work import UnitOfWork

VERSIONS = "select content::text from product_versions where code = any($1::text[]) order by code, version"


async def proposals(uow: UnitOfWork, commands: Sequence[DecideProduct]) -> None:
    """The proposals that the commands name."""
    await uow.product_proposals.preload([command.proposal_id for command in commands])


async def versions(uow: UnitOfWork, commands: Sequence[ProposeProduct | DecideProduct]) -> Versions:
    """The proposals that the commands name, and every version of the products that are proposed or decided on."""
    deciding = [command for command in commands if isinstance(command, DecideProduct)]
    await proposals(uow, deciding)
    decided = [await uow.product_proposals.find(command.proposal_id) for command in deciding]
    codes = {proposal.code for proposal in decided if proposal is not None}
    codes |= {command.product.code for command in commands if isinstance(command, ProposeProduct)}
    found: Versions = {}
    for row in await uow.read(VERSIONS, list(codes)):
        product = Product.model_validate(load_json(row[0]))
        found.setdefault(product.code, []).append(product)
    return found
