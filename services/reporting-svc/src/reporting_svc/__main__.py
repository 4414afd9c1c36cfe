"""`python -m reporting_svc run|api|worker|migrate|openapi`."""

from loan_servicekit.main import main
from reporting_svc.settings import Settings
from reporting_svc.wiring import NAME, build

if __name__ == "__main__":
    main(NAME, __file__, Settings, build)
