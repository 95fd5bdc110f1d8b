"""A model as a YAML file that people read and edit: in with line-numbered errors, out with their comments kept."""

from __future__ import annotations

from .editing import edit_yaml
from .reading import parse_yaml, read_text_of, read_yaml
from .writing import yaml_text

__all__ = ["edit_yaml", "parse_yaml", "read_text_of", "read_yaml", "yaml_text"]
