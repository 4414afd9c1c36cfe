"""How one reaches the broker, and what the broker has to know of us: users and what each of them may do.

Light on purpose: what starts systems and makes topics uses it without a service's database and door.
"""

from loan_servicekit.broker.access import BrokerAccess

__all__ = ["BrokerAccess"]
