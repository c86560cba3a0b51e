"""OP1xx: the shape of a notice."""
