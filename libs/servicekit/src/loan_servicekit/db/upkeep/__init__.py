"""What operations look at and mend: messages that could not be handled, consumers, the outbox."""
