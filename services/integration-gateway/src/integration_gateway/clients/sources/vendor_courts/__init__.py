"""The courts' lists as vendors sell them: of persons, and of businesses."""
