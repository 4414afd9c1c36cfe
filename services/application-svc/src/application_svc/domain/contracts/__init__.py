"""From the decision to the contract and its end."""
