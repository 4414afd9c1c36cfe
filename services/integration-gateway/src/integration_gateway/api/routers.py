"""All routes of the service but those that providers call."""

from integration_gateway.api.notifications import communications as communication_routes
from integration_gateway.api.notifications import routes as notification_routes
from integration_gateway.api.partners import door as partner_door
from integration_gateway.api.partners import routes as partner_routes
from integration_gateway.api.payments import routes as payment_routes
from integration_gateway.api.providers import books as provider_books
from integration_gateway.api.providers import quarantine as quarantine_routes
from integration_gateway.api.providers import routes as provider_routes
from integration_gateway.api.signatures import routes as signature_routes
from integration_gateway.api.sources import invoices as invoice_routes
from integration_gateway.api.sources import routes as source_routes

ROUTERS = (
    source_routes.router,
    payment_routes.router,
    notification_routes.router,
    communication_routes.router,
    provider_routes.router,
    provider_books.router,
    quarantine_routes.router,
    partner_routes.router,
    partner_door.router,
    signature_routes.router,
    invoice_routes.router,
)
