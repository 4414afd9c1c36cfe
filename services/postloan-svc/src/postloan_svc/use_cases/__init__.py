"""One file a use case, by capability; each room's `ports` says what its use cases need."""
