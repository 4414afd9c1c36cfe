"""The release of a pay-out by people: what has to be fulfilled before it, and who may say so."""
