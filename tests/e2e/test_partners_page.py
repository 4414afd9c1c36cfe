"""docs/partners.md, pasted block by block into a shell as a partner's engineer would."""

import pytest
from conftest import REPOSITORY
from pasted import pasted
from world import World

pytestmark = [pytest.mark.stack, pytest.mark.xdist_group("system"), pytest.mark.timeout(300)]


async def test_a_partner_comes_from_nothing_to_its_first_webhook(world: World) -> None:
    shown = await pasted(REPOSITORY / "docs" / "partners.md", world)
    assert '{"hit":false}' in shown and '200 {"hit":false}' in shown, shown
    assert '"stage":"OFFERED"' in shown and '"apr_irr_nominal"' in shown, shown
    assert "of the client: OFFERED" in shown, shown
    assert "the signature is ours" in shown and '"type":"application.decided"' in shown, shown
    assert "urn:xinliu:problem" not in shown, f"a command was refused: {shown}"
