"""The desk: an HTTP interface to one ledger, and the web application that stands on it."""
