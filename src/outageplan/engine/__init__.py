"""The rule engine: notices, a case and a moment in, a plan out. No clock, no files, no printing."""
