"""What the relay of an outbox is made of: the bus as it sees it, and the rows that it is handed."""
