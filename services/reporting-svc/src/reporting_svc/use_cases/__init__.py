"""One file a use case, and `ports`, what they need. Plain reads have none: their routes ask the queries of `ports`."""
