"""OP2xx: what a notice refers to."""
