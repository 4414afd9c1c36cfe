"""The chain of evidence, what it shows of each message, and whether it is complete."""
