"""One file for each form that claims leave in. Each writes in one pass and says what its form could not carry."""

from purport.exports.account import Account
from purport.exports.csv import write_csv
from purport.exports.geojson import write_geojson
from purport.exports.jsonl import write_jsonl
from purport.exports.registry import EXPORTS, Export, export_named

__all__ = ["EXPORTS", "Account", "Export", "export_named", "write_csv", "write_geojson", "write_jsonl"]
