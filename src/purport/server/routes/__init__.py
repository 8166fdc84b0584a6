"""What can be asked for, a module for each thing."""

from purport.server.routes import health, listing

__all__ = ["ROUTERS"]

ROUTERS = (health.router, listing.router)
"""All routes, in the order in which they are tried."""
