"""The embedded PostgreSQL server, its databases and their migrations."""
