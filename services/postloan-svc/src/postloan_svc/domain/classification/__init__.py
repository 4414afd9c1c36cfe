"""How a loan stands: what is past due instalment by instalment, its class of five, its stage."""
