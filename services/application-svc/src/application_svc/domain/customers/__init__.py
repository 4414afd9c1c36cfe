"""Who a customer is, and what is checked about him."""
