"""Applications are handed in, gone on with, withdrawn and asked about."""
