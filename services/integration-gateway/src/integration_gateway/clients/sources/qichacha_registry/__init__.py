"""企查查's copy of the business registry."""
