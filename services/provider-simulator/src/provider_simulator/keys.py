"""What providers sign with and whom they know, made at the first start and kept in a folder."""

from dataclasses import dataclass
from pathlib import Path

from provider_simulator.acp.chain import Chain
from provider_simulator.esign.envelope import EsignAccount
from provider_simulator.tencent.envelope import Account
from provider_simulator.vendors.registers import VendorAccounts


@dataclass(frozen=True, slots=True)
class Keys:
    """Of all providers that have some."""

    chain: Chain
    account: Account
    esign: EsignAccount
    vendors: VendorAccounts

    @classmethod
    def of(cls, folder: Path) -> "Keys":
        """Those of a folder; made there first where there are none."""
        return cls(Chain.of(folder), Account.of(folder), EsignAccount.of(folder), VendorAccounts.of(folder))
