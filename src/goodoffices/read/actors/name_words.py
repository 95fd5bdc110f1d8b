"""Words in and around the names of bodies."""

from __future__ import annotations

__all__ = [
    "CAPITALISED",
    "FIRMS",
    "FRONTS",
    "HOUSES",
    "LINKS",
    "MILITARY",
    "MONTHS",
    "MOST_WORDS",
    "OPENERS",
    "OPENINGS",
]

LINKS = frozenset(
    {
        "of",
        "for",
        "and",
        "the",
        "de",
        "del",
        "to",
        "on",
        "en",
        "la",
        "los",
        "las",
        "des",
        "du",
        "et",
        "le",
        "les",
        "do",
        "da",
    }
)
OPENERS = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV"})
"""What may open a sentence with a capital letter, and is no part of a name."""
MOST_WORDS = 8
FRONTS = frozenset({"front", "movement", "party", "alliance", "coalition", "platform"})
"""Movements whose name may start so ("the Front for Change")."""
HOUSES = frozenset({"centre", "center", "institute", "council", "committee", "foundation", "office", "mission"})
"""Bodies whose name may start with the word for them ("the Centre for Peace Studies")."""
CAPITALISED = frozenset(
    {"mechanism", "mediation", "facilitation", "gendarmerie", "coordination", "unit", "collective", "syndicate"}
    | {"bar", "college", "chancellery", "registry", "ombudsman", "inspectorate", "prefecture", "junta"}
)
"""Bodies where a capital letter makes a name of them ("the Joint Mechanism"), and things where none does."""
MILITARY = frozenset({"district", "region", "zone", "area", "sector"})
"""Parts of an army, behind "Military"."""
MONTHS = frozenset(
    {"January", "February", "March", "April", "May", "June", "July", "August"}
    | {"September", "October", "November", "December"}
)
"""Movements are called after the day of their rising ("the 23 March Movement")."""
OPENINGS = frozenset(
    {"council", "commission", "committee", "agency", "authority", "secretariat", "institute", "foundation", "court"}
    | {"tribunal", "league", "bank", "fund", "assembly", "centre", "center", "network", "association", "federation"}
    | {"confederation", "society", "directorate", "bureau", "board", "academy", "observatory", "consortium", "synod"}
    | {"union", "organisation", "organization", "mission", "panel", "mechanism", "coordination", "command"}
    | {"collective", "corporation", "chamber", "confraternity", "alliance", "coalition", "front", "movement"}
)
"""Bodies whose name goes on with what they are of, for or on ("the Agency for Reconstruction")."""
FIRMS = frozenset(
    {"airline", "carrier", "producer", "refiner", "operator", "contractor", "manufacturer", "insurer", "lender"}
    | {"supplier", "shipper", "utility", "subsidiary", "conglomerate", "multinational", "exporter", "importer"}
    | {"consultancy", "shipbuilder", "miner", "giant", "monopoly", "retailer", "brewer", "distributor", "startup"}
    | {"ngo", "watchdog", "think-tank", "nonprofit", "regulator"}
)
"""Nouns by which a report brings in a company, or a body without a word for it in its name."""
