"""What the instalments of a running loan ask, and what of it is paid."""
