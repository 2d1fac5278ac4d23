"""A small network over hashed features and dense columns: one hidden layer, summed from table rows and projections."""

from dataclasses import dataclass

import numpy as np

from dragoman.extract.hashing import Rows
from dragoman.extract.sheet import Floats


@dataclass(frozen=True)
class Network:
    """Weights: `table` (rows x hidden) by feature, `dense` (columns x hidden), and what reads the hidden layer.

    The last row of the table is zero: it stands for no feature.
    """

    table: Floats
    dense: Floats
    bias: Floats
    out: Floats
    out_bias: Floats

    @property
    def bits(self) -> int:
        """Binary logarithm of the number of rows of the table."""
        return int(len(self.table) - 1).bit_length() - 1

    def hidden(self, rows: Rows, dense: Floats) -> Floats:
        """The hidden layer before it is rectified."""
        found = dense @ self.dense
        found += self.bias
        features = self.table.take(rows[:, 0], axis=0)
        for column in rows.T[1:]:  # row by row of the table: all at once would be a block too large for the cache
            features += self.table.take(column, axis=0)
        found += features
        return found

    def scores(self, rows: Rows, dense: Floats) -> Floats:
        """One score a label and row, to be compared within a row."""
        scores: Floats = np.maximum(self.hidden(rows, dense), 0) @ self.out + self.out_bias
        return scores
