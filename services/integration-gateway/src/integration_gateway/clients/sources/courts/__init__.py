"""The courts' public register of enforcement."""
