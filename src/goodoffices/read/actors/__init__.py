"""Who is meant: states, bodies, groups and persons in a report, the sides they speak for, the offices they hold."""
