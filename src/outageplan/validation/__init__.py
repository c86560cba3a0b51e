"""Whether notices are well formed, consistent with themselves, the calendar and each other, and complete."""
