"""docs/quick-start.md, pasted block by block into a shell as somebody new would."""

import pytest
from conftest import REPOSITORY
from pasted import pasted
from world import World

pytestmark = [pytest.mark.stack, pytest.mark.xdist_group("system"), pytest.mark.timeout(300)]


async def test_the_quick_start_carries_an_invented_borrower_to_his_money(world: World) -> None:
    shown = await pasted(REPOSITORY / "docs" / "quick-start.md", world)
    assert '"status":"ACTIVE"' in shown, shown
    assert "'amount_minor': 6000000" in shown and "'code': '00'" in shown, shown
    assert '"next_due":{"number":1,' in shown and '"account":"信流示范银行' in shown, shown
    assert "%PDF-1.7" in shown, shown
    assert "urn:xinliu:problem" not in shown, f"a command was refused: {shown}"
