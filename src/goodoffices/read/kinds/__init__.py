"""The kinds of statement, one module each: a report taken apart goes in, statements with evidence come out."""
