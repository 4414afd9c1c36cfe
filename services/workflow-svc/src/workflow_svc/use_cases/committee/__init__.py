"""Who sits in a committee: proposed by one person, approved by another."""
