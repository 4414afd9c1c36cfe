"""`python -m application_svc run|api|worker|migrate|openapi`."""

from application_svc.settings import Settings
from application_svc.wiring import NAME, build
from loan_servicekit.main import main

if __name__ == "__main__":
    main(NAME, __file__, Settings, build)
