"""What councils decided: results and minutes read into votes. Pure functions; nothing is guessed, the words stay.

`read_result` reads what a server or a page says, `read_minutes_item` the minutes of one agenda item, `of_item` says
what the votes mean for the item as a whole.
"""

from pipelines.german.outcomes.item import of_item
from pipelines.german.outcomes.minutes import read_minutes_item
from pipelines.german.outcomes.result import read_result
from pipelines.german.outcomes.values import ItemVotes, Majority, Outcome, Stance, Vote

__all__ = ["ItemVotes", "Majority", "Outcome", "Stance", "Vote", "of_item", "read_minutes_item", "read_result"]
