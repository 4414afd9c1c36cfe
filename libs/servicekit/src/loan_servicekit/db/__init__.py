"""Database side of a service: set-based unit of work, outbox, inbox, migrations, field encryption."""
