"""The pages: one module each, a router each."""
