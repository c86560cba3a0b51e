"""OP5xx: notices held against each other."""
