"""Models of deals in the browser: what is edited, what it comes to, and the thread that it is part of."""
