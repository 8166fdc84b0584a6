"""The web, asked with care: no inner address is ever reached by what somebody else writes, and nothing is without end.

The environment's proxies are not used, since a proxy would look names up by itself.
"""

from purport.sources.web.addresses import Allowed, is_public
from purport.sources.web.client import Client, fetch
from purport.sources.web.policy import FEED_TYPES, PAGE_TYPES, Policy
from purport.sources.web.response import Response
from purport.sources.web.robots import Robots

__all__ = ["FEED_TYPES", "PAGE_TYPES", "Allowed", "Client", "Policy", "Response", "Robots", "fetch", "is_public"]
