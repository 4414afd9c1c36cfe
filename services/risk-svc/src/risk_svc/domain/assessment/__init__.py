"""From facts and scores to outcome, limit, price and reasons; and the record of it that is kept."""
