"""Reading: reports in, sourced statements out."""
