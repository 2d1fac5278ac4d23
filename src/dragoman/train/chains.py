"""Fitting a network whose labels come in chains: a linear-chain CRF over its scores."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.extract.network import Network
from dragoman.extract.sheet import Floats, Ints
from dragoman.train.fitting import Examples, Fitting, Manner, Moments, Told

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Chained:
    """A network with the score of each step from one label to the next."""

    network: Network
    steps: Floats


def fit_chains(examples: Examples, first: Ints, manner: Manner, told: Told = lambda _, __: None) -> Chained:
    """Fit to chains; `first` holds where each chain begins in the examples, and the end of the last."""
    fitting = Fitting.begin(manner, examples.dense.width)
    steps = np.zeros((manner.labels, manner.labels), np.float32)
    moments = Moments.of(steps)
    chains, done = len(first) - 1, 0
    total = manner.passes * -(-chains // manner.batch)
    for turn in range(manner.passes):
        order, lost = fitting.draw.permutation(chains), 0.0
        for start in range(0, chains, manner.batch):
            batch = order[start : start + manner.batch]
            lengths = first[batch + 1] - first[batch]
            part = np.concatenate([np.arange(first[one], first[one + 1]) for one in batch])
            rate = 1 - 0.95 * done / total
            slope_of_steps = np.zeros_like(steps)

            def loss(
                scores: Floats, part: Ints = part, lengths: Ints = lengths, slope_of_steps: Floats = slope_of_steps
            ) -> tuple[float, Floats]:
                value, slope, by_steps = chain_loss(scores, examples.labels[part], lengths, steps)
                slope_of_steps += by_steps / np.float32(len(part))
                return value, slope / np.float32(len(part))

            lost += fitting.batch(examples.rows[part], examples.dense.of(part), loss, rate)
            moments.move(steps, slope_of_steps, step=manner.step * rate)
            done += 1
        told(turn + 1, lost / max(1, len(examples)))
    return Chained(fitting.network, steps)


def chain_loss(scores: Floats, labels: Ints, lengths: Ints, steps: Floats) -> tuple[float, Floats, Floats]:
    """Negative log likelihood of the right labels of all chains, with its slopes by scores and by steps."""
    chain, place, grid = _grid(scores, lengths)
    ahead, behind, whole = _sweep(grid, lengths, steps)
    shares = np.exp(np.minimum(ahead + behind - whole[:, None, None], 0))
    slope = shares[chain, place].astype(np.float32)
    right = np.arange(len(labels)), labels
    slope[right] -= 1
    by_steps = _step_shares(grid, ahead, behind, whole, lengths, steps)
    follows = place[1:] > 0
    np.subtract.at(by_steps, (labels[:-1][follows], labels[1:][follows]), 1)
    gold = float(scores[right].sum() + steps[labels[:-1][follows], labels[1:][follows]].sum())
    return float(whole.sum()) - gold, slope, by_steps.astype(np.float32)


def _grid(scores: Floats, lengths: Ints) -> tuple[Ints, Ints, Doubles]:
    """Chain and place of each score, and the scores as chains x places x labels, padded with zeros."""
    chain = np.repeat(np.arange(len(lengths)), lengths)
    place = np.arange(len(scores)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    grid = np.zeros((len(lengths), int(lengths.max()), scores.shape[1]))
    grid[chain, place] = scores
    return chain, place, grid


def _sweep(grid: Doubles, lengths: Ints, steps: Floats) -> tuple[Doubles, Doubles, Doubles]:
    """Log sums of all ways to each label from the front and from the back, and over whole chains."""
    ahead, behind = np.zeros_like(grid), np.zeros_like(grid)
    ahead[:, 0] = grid[:, 0]
    for place in range(1, grid.shape[1]):
        ahead[:, place] = _log_sum(ahead[:, place - 1, :, None] + steps, axis=1) + grid[:, place]
    for place in range(grid.shape[1] - 2, -1, -1):
        onward = _log_sum(steps + (grid[:, place + 1] + behind[:, place + 1])[:, None, :], axis=2)
        behind[:, place] = np.where((place + 1 < lengths)[:, None], onward, 0)
    return ahead, behind, _log_sum(ahead[np.arange(len(lengths)), lengths - 1], axis=1)


def _log_sum(values: Doubles, axis: int) -> Doubles:
    top = values.max(axis=axis, keepdims=True)
    found: Doubles = np.log(np.exp(values - top).sum(axis=axis)) + top.squeeze(axis)
    return found


def _step_shares(
    grid: Doubles, ahead: Doubles, behind: Doubles, whole: Doubles, lengths: Ints, steps: Floats
) -> Doubles:
    """How often each step is expected, summed over all chains."""
    onward = grid[:, 1:] + behind[:, 1:] - whole[:, None, None]
    valid = np.arange(1, grid.shape[1])[None, :] < lengths[:, None]
    shares = np.exp(np.minimum(ahead[:, :-1, :, None] + steps + onward[:, :, None, :], 0))
    found: Doubles = (shares * valid[:, :, None, None]).sum(axis=(0, 1))
    return found
