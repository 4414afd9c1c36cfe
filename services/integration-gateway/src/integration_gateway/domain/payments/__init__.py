"""Payment orders and cards."""
