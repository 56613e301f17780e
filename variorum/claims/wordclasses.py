"""What one word may be or begin, told by the word alone; sums of these tell several."""

VERB = 1
"""A form that can be a finite verb."""
JOINT = 1 << 1
"""A clause can begin at it."""
COORDINATING = 1 << 2
"""It joins clauses of one rank."""
OPENING = 1 << 3
"""It may open a clause inside the one it stands in."""
NESTING = 1 << 4
"""It may open one that can be checked by itself."""
CUE = 1 << 5
"""Without such a word no sentence says who speaks."""
DATE = 1 << 6
NUMBER = 1 << 7
PLACE = 1 << 8
TURNING = 1 << 9
"""It may turn a statement round."""
HOLLOW = 1 << 10
"""A phrase that says how articles are made may begin at it."""
FORESEEN = 1 << 11
"""A phrase of what is to come may begin at it."""
