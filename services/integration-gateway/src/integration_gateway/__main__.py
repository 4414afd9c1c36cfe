"""`python -m integration_gateway run|api|worker|migrate|openapi`."""

from integration_gateway.settings import Settings
from integration_gateway.wiring import NAME, build
from loan_servicekit.main import main

if __name__ == "__main__":
    main(NAME, __file__, Settings, build)
