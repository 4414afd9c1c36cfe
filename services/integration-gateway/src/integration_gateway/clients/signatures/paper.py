"""Contracts as files, set by typst (docs/decisions/0042): they name the parties and quote the hash of the content."""

from pathlib import Path

from integration_gateway.domain.signatures.signing import Signer, ToSign
from loan_papers import Press, Printed
from loan_servicekit.core import business_day

TEMPLATE = Path(__file__).parent / "contract.typ"
CODE_LENGTH = 16  # of the hash of the content


class ContractPaper:
    """Implements `Paper`."""

    def __init__(self) -> None:
        self._template = TEMPLATE.read_bytes()
        self._presses: dict[str, Press] = {}

    async def contract(self, contract: ToSign, signer: Signer) -> bytes:
        """A PDF: the same bytes for the same contract and signer."""
        lender = str(contract.content["lender"])
        press = self._presses.setdefault(lender, Press(lender))
        who = {"borrower": signer.name, "identity_number": signer.identity_number, "hash": contract.contract_hash}
        at = contract.drawn_up_at
        code = contract.contract_hash[:CODE_LENGTH]
        printed = Printed(contract.contract_no, code, business_day(at), at, contract.content | who)
        return await press.pdf(self._template, printed)
