"""Where partners are told, and where their applications go."""
