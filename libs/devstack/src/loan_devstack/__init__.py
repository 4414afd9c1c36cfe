"""The whole system from pip packages alone: PostgreSQL, Apache Kafka, sign-in, one origin, every service, supervised.

`loan_devstack.running.control.System` starts all of it or a part of it; `python -m loan_devstack` is the same for
people.
"""
