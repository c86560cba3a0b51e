"""OP4xx: whether a notice says all that people need."""
