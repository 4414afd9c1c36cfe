"""e签宝, in version 3 of its interface."""
