"""The draft room in the browser: texts as one audience sees them, edited, merged, checked within a time, and released.

`shown` gives the versions of a text that an audience sees; everything else works on what it gives.
"""
