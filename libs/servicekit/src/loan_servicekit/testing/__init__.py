"""What tests of services share: a database of their own, signed tokens, delivery of messages, a look at the outbox.

Nothing here is faked: PostgreSQL, the transaction, the routes and the verification of tokens are the real ones. Only
the bus is left out, so that a test can say which message arrives when; the bus has tests of its own in servicekit.
"""

from loan_servicekit.testing.databases import Databases, provisioned
from loan_servicekit.testing.harness import Harness, Signer, sent

__all__ = ["Databases", "Harness", "Signer", "provisioned", "sent"]
