"""A case in Python and in a notebook: `from goodoffices import Case`.

Importing this room is cheap: the case, the findings and pandas are loaded where they are asked for.
"""

from .adding import Added
from .case import Case
from .charts import MatrixListing, TimelineListing
from .found import FoundDisagreement, FoundFinding
from .listing import Listing

__all__ = ["Added", "Case", "FoundDisagreement", "FoundFinding", "Listing", "MatrixListing", "TimelineListing"]
