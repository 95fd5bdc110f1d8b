"""Good Offices: a workbench for peace talks, where every finding leads back to a sentence."""

__version__ = "0.1.0"
