"""What was handed in and is not read yet: on the disk before it is acknowledged, read by a process of its own."""

from .foreman import Foreman
from .job import Fallen, Given, Job, State, Taken
from .naming import shown_name
from .queue import Full, Inbox

__all__ = ["Fallen", "Foreman", "Full", "Given", "Inbox", "Job", "State", "Taken", "shown_name"]
