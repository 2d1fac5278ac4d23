"""What records hold for dragoman's own use and the contract does not list."""

from collections.abc import Mapping

from dragoman.model.entity import Entity
from dragoman.model.report import Report

INTERNAL: Mapping[type, tuple[str, ...]] = {
    Entity: ("side", "country", "role"),
    Report: ("address", "credit", "derived", "identifier", "seen"),
}
"""Fields by record type that never leave."""
