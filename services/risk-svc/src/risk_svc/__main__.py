"""`python -m risk_svc run|api|worker|migrate|openapi`."""

from loan_servicekit.main import main
from risk_svc.settings import Settings
from risk_svc.wiring import NAME, build

if __name__ == "__main__":
    main(NAME, __file__, Settings, build)
