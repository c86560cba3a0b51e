"""OP0xx: the file itself, its syntax and its silencers."""
