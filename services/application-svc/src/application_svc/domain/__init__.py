"""Rules of customers, products, applications and contracts. Pure: time, ids and tokens are arguments."""
