"""What editors ask of a whole site: what changed, what would fall, how far the work is.

Each module answers one question with a frozen value and says it in words; as JSON an answer has
the names of its fields.
"""
