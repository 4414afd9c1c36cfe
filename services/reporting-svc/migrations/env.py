from loan_servicekit.db.migrations import run

run()
