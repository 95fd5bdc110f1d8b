"""The text with a case and with a deal model: who asks for what is in it, and which packages it allows."""

from .bearing import Bearing, BearsOn, Direction, Unanswered, bears_on
from .choices import called
from .claims import ProgressClaim, progress_claims
from .deals import DealIssue, DealOption, Package, check_package, read_package, slug, write_package
from .full_text import text_of_package
from .inclusion import GroupGap, IssueGap, group_gaps, issue_gaps
from .limits import MandatePoint, limits_of_voices, mandate_points
from .packages import PACKAGE_KEY, PackageSet, packages_of_text
from .passages import Passage, find_passages, issues_said
from .proposals import Proposal, confirm, propose_options
from .voices import Voice, voices_of

__all__ = [
    "PACKAGE_KEY",
    "Bearing",
    "BearsOn",
    "DealIssue",
    "DealOption",
    "Direction",
    "GroupGap",
    "IssueGap",
    "MandatePoint",
    "Package",
    "PackageSet",
    "Passage",
    "ProgressClaim",
    "Proposal",
    "Unanswered",
    "Voice",
    "bears_on",
    "called",
    "check_package",
    "confirm",
    "find_passages",
    "group_gaps",
    "issue_gaps",
    "issues_said",
    "limits_of_voices",
    "mandate_points",
    "packages_of_text",
    "progress_claims",
    "propose_options",
    "read_package",
    "slug",
    "text_of_package",
    "voices_of",
    "write_package",
]
