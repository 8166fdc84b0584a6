"""The last alerts as a file of Atom (RFC 4287), replaced whole."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import msgspec

from purport.ledger.feedrecords import Alert
from purport.model.canonical import digest
from purport.pipeline.watch.alerts import headline

__all__ = ["write_atom"]

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMESPACE = "http://www.w3.org/2005/Atom"


def write_atom(path: Path, title: str, alerts: Sequence[Alert], now: str) -> None:
    """Write alerts, given in the order of making, the newest first; a reader never meets half a file."""
    feed = ET.Element("feed", xmlns=_NAMESPACE)
    _add(feed, "id", f"urn:purport:{digest('f', 1, [title])}")
    _add(feed, "title", title)
    _add(feed, "updated", alerts[-1].at if alerts else now)
    _add(ET.SubElement(feed, "author"), "name", "purport")
    for alert in reversed(alerts):
        told: dict[str, Any] = msgspec.json.decode(alert.record)
        entry = ET.SubElement(feed, "entry")
        _add(entry, "id", f"urn:purport:{alert.id}")
        _add(entry, "title", headline(told))
        _add(entry, "updated", alert.at)
        ET.SubElement(entry, "category", term=alert.what)
        _add(entry, "content", alert.record).set("type", "text")
    half = path.with_name(f".{path.name}.half")
    half.write_bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))
    half.replace(path)


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
    return element
