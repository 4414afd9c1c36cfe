"""How far recording has come, as its consumers and dead letters say."""

from loan_servicekit.db.upkeep.consumers import Consumers, ConsumerState
from loan_servicekit.db.upkeep.dead_letters import DeadLetters
from reporting_svc.domain.evidence.recording import Recorder, Recording, recording


class Recorders:
    """Implements `HowFar`."""

    def __init__(self, consumers: Consumers, letters: DeadLetters) -> None:
        self._consumers, self._letters = consumers, letters

    async def how_far(self) -> Recording:
        """What the living consumers come to together."""
        recorders = [
            Recorder(c.state is ConsumerState.RUNNING, c.state is ConsumerState.STOPPED, c.lag, c.reason)
            for c in await self._consumers.living()
        ]
        return recording(recorders, sum((await self._letters.counts()).values()))
