"""Human tasks, a borrower's request among them, and when they are due."""
