"""From the signed contract to the pay-out."""
