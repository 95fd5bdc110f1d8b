"""The tables that answer what is asked of a day, a question in a module."""
