"""The card network: credit transfers, debits, and what became of them."""
