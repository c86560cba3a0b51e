"""OP3xx: times, deadlines and the calendar."""
