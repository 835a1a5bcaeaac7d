"""Minutes, cut by agenda item and tied to it.

Pure functions: text and agenda in, parts out. They know nothing of files, of the archive, or of what was decided.
"""

from pipelines.derive.minutes.cut import cut_minutes
from pipelines.derive.minutes.model import AgendaEntry, Cut, Part
from pipelines.derive.minutes.standing import standing_of

__all__ = ["AgendaEntry", "Cut", "Part", "cut_minutes", "standing_of"]
