"""One file a use case, named like its function; `ports` is what they need."""
