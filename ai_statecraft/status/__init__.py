"""The status of a record on a day, computed from its events and never typed in."""

from ai_statecraft.status.computed import (
    StatusOn,
    part_status,
    part_statuses,
    record_status,
)

__all__ = ["StatusOn", "part_status", "part_statuses", "record_status"]
