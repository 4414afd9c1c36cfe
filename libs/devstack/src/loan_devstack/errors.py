"""What stops the system from starting, said so that the reader knows what to do."""


class CannotStart(Exception):
    """Something that the system needs is missing or taken. The message names it and the way out."""
