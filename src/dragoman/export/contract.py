"""What records hold for dragoman's own use and the contract does not list."""

from collections.abc import Mapping

from dragoman.model.entity import Entity
from dragoman.model.judgement import Judgement
from dragoman.model.lineage import LineageMember
from dragoman.model.report import Report

INTERNAL: Mapping[type, tuple[str, ...]] = {
    Entity: ("side", "country", "role"),
    Judgement: ("withdraws", "effect", "note", "things"),
    LineageMember: ("reason",),
    Report: ("address", "credit", "derived", "identifier", "seen", "changed"),
}
"""Fields by record type that never leave."""
