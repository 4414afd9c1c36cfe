"""What is handed out on paper about a loan: statements, settlement certificates."""
