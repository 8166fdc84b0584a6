"""Names to places: countries, regions, seas, districts, settlements and named areas, found and told apart in a text."""

from purport.places.gazetteer import Gazetteer, open_gazetteer

__all__ = ["Gazetteer", "open_gazetteer"]
