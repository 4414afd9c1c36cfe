"""Makes the topics that the broker lacks: every message type and the dead letters of every service.

usage: create_topics.py BOOTSTRAP PARTITIONS
"""

import asyncio
import sys

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import TopicAlreadyExistsError, for_code

from loan_contracts.messages import TOPICS


async def create_topics(bootstrap: str, partitions: int) -> list[str]:
    """Makes what is absent, names what it made; raises KafkaError where the broker refuses."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        absent = sorted(set(TOPICS) - set(await admin.list_topics()))
        answer = await admin.create_topics([NewTopic(name, partitions, 1) for name in absent])
        for name, code, *_ in answer.topic_errors if absent else ():
            if (error := for_code(code)) is not TopicAlreadyExistsError and code:
                raise error(name)
        return absent
    finally:
        await admin.close()


if __name__ == "__main__":
    made = asyncio.run(create_topics(sys.argv[1], int(sys.argv[2])))
    sys.stdout.write(f"{len(made)} topics made\n")
