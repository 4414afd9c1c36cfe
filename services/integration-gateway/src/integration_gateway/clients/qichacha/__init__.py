"""企查查, as far as its capabilities share it: how it is asked."""
