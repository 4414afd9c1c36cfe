"""Who may approve how much: proposed by one person, approved by another."""
