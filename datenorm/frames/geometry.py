"""Geometry: the sizes on which the pictures that train the networks and those that are read agree."""

READER_HEIGHT = 24
"""Rows of a crop, the picture of one line."""

READER_CAP = 14
"""Rows of a capital letter in a crop, on average. It is in the middle of the rows."""

COLUMN = 4
"""Pixels of a crop in a column: the step of the reader's regions."""

LOCATOR_SIDE = 640
"""The longer side of the picture in which the locator searches."""

CELL = 4
"""Pixels of that picture in a cell of the locator's answer, in both directions."""

MAX_WIDTH = 640
"""The widest crop, in pixels. What is longer is scaled down."""
