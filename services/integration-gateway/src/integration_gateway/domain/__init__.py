"""What the gateway knows without asking anybody: subjects, consents, answers, payments, messages. No framework."""
