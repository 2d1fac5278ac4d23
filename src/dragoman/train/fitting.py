"""Fitting a small network to examples: cross entropy, shuffled batches, one seed."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from dragoman.extract.hashing import Rows
from dragoman.extract.network import Network
from dragoman.extract.sheet import Floats, Ints

Told = Callable[[int, float], None]
"""Told the number of a pass over the examples and its mean loss."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Dense columns of examples, put together on demand: for each table the row of each example."""

    tables: tuple[Floats, ...]
    rows: tuple[Ints, ...]

    @property
    def width(self) -> int:
        """Number of columns."""
        return sum(table.shape[1] for table in self.tables)

    def of(self, part: Ints) -> Floats:
        """The columns of some examples."""
        return np.concatenate([table[row[part]] for table, row in zip(self.tables, self.rows, strict=True)], axis=1)


@dataclass(frozen=True, slots=True)
class Examples:
    """Rows of features, dense columns and the right label of each example."""

    rows: Rows
    dense: Gathered
    labels: Ints

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True, slots=True)
class Manner:
    """How to fit: sizes, passes, step sizes and how much is left out at random."""

    labels: int
    bits: int = 15
    hidden: int = 64
    passes: int = 8
    batch: int = 256
    step: float = 0.002
    table_step: float = 0.05
    drop_features: float = 0.1
    drop_hidden: float = 0.3
    shrink: float = 1e-5
    seed: int = 0


@dataclass
class Moments:
    """Adam's running means of a weight's gradient and its square."""

    first: Floats
    second: Floats
    steps: int = 0

    @classmethod
    def of(cls, weight: Floats) -> "Moments":
        """Fresh ones for a weight."""
        return cls(np.zeros_like(weight), np.zeros_like(weight))

    def move(self, weight: Floats, gradient: Floats, *, step: float, shrink: float = 0.0) -> None:
        """Take one step of Adam, in place."""
        self.steps += 1
        self.first += 0.1 * (gradient - self.first)
        self.second += 0.001 * (gradient**2 - self.second)
        ahead = self.first / (1 - 0.9**self.steps)
        spread = np.sqrt(self.second / (1 - 0.999**self.steps)) + 1e-8
        weight -= step * (ahead / spread + shrink * weight)


@dataclass
class Fitting:
    """A network under way."""

    manner: Manner
    network: Network
    draw: np.random.Generator
    moments: dict[str, Moments] = field(default_factory=dict)
    table_squares: Floats = field(default_factory=lambda: np.zeros(0, np.float32))

    @classmethod
    def begin(cls, manner: Manner, columns: int) -> "Fitting":
        """Fresh weights: the table at zero, so that a feature never met says nothing."""
        draw = np.random.default_rng(manner.seed)

        def random(*shape: int) -> Floats:
            return np.asarray(draw.standard_normal(shape) / np.sqrt(shape[0]), np.float32)

        network = Network(
            table=np.zeros((2**manner.bits + 1, manner.hidden), np.float32),
            dense=random(columns, manner.hidden) * np.float32(0.5),
            bias=np.zeros(manner.hidden, np.float32),
            out=random(manner.hidden, manner.labels),
            out_bias=np.zeros(manner.labels, np.float32),
        )
        moments = {name: Moments.of(getattr(network, name)) for name in ("dense", "bias", "out", "out_bias")}
        return cls(manner, network, draw, moments, np.zeros((2**manner.bits + 1, 1), np.float32))

    def batch(self, rows: Rows, dense: Floats, loss: Callable[[Floats], tuple[float, Floats]], rate: float) -> float:
        """One step down the gradient; `loss` gives the loss and its slope by the scores."""
        net, manner, draw = self.network, self.manner, self.draw
        kept = np.where(draw.random(rows.shape, np.float32) >= manner.drop_features, rows, len(net.table) - 1)
        hidden = dense @ net.dense + net.bias
        hidden += net.table[kept].sum(axis=1)
        kept_hidden = (hidden > 0) & (draw.random(hidden.shape, np.float32) >= manner.drop_hidden)
        mask = kept_hidden.astype(np.float32) / np.float32(1 - manner.drop_hidden)
        active = hidden * mask
        value, slope = loss(active @ net.out + net.out_bias)
        behind = (slope @ net.out.T) * mask
        step = manner.step * rate
        self.moments["out"].move(net.out, active.T @ slope, step=step, shrink=manner.shrink)
        self.moments["out_bias"].move(net.out_bias, slope.sum(axis=0), step=step)
        self.moments["dense"].move(net.dense, dense.T @ behind, step=step, shrink=manner.shrink)
        self.moments["bias"].move(net.bias, behind.sum(axis=0), step=step)
        self._move_table(kept, behind, rate)
        return value

    def _move_table(self, rows: Rows, behind: Floats, rate: float) -> None:
        """Adagrad with one running square a row, on the rows that the batch met; the last row stays at zero."""
        flat = rows.ravel()
        order = np.argsort(flat, kind="stable")
        ordered = flat[order]
        first = np.flatnonzero(np.diff(ordered, prepend=-1))
        gradient = np.add.reduceat(behind[order // rows.shape[1]], first, axis=0)
        met = ordered[first]
        inside = met < len(self.network.table) - 1
        met, gradient = met[inside], gradient[inside]
        self.table_squares[met] += (gradient**2).mean(axis=1, keepdims=True)
        self.network.table[met] -= (
            self.manner.table_step * rate * gradient / (np.sqrt(self.table_squares[met]) + np.float32(1e-6))
        )


def cross_entropy(labels: Ints) -> Callable[[Floats], tuple[float, Floats]]:
    """Summed loss of right labels and its slope, a mean over the batch."""

    def loss(scores: Floats) -> tuple[float, Floats]:
        shifted = scores - scores.max(axis=1, keepdims=True)
        shares = np.exp(shifted)
        shares /= shares.sum(axis=1, keepdims=True)
        right = np.arange(len(labels)), labels
        value = float(-np.log(shares[right] + 1e-9).sum())
        slope = shares
        slope[right] -= 1
        return value, slope / np.float32(len(labels))

    return loss


def fit(examples: Examples, manner: Manner, told: Told = lambda _, __: None) -> Network:
    """Fit a network to single examples; the step falls to a tenth over the passes."""
    fitting = Fitting.begin(manner, examples.dense.width)
    batches = max(1, -(-len(examples) // manner.batch))
    total, done = manner.passes * batches, 0
    for turn in range(manner.passes):
        order, lost = fitting.draw.permutation(len(examples)), 0.0
        for start in range(0, len(order), manner.batch):
            part = order[start : start + manner.batch]
            rate = 1 - 0.95 * done / total
            lost += fitting.batch(
                examples.rows[part], examples.dense.of(part), cross_entropy(examples.labels[part]), rate
            )
            done += 1
        told(turn + 1, lost / max(1, len(examples)))
    return fitting.network
