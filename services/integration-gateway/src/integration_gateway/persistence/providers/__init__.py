"""Days of the ledger, and answers in quarantine."""
