"""Multinomial logistic regression in numpy: small, repeatable, without a library for learning."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Objective = Callable[[NDArray[np.float64]], tuple[float, NDArray[np.float64]]]
_KEPT = 12
_STEPS = 120
_STILL = 1e-5
_SHORTEST = 1e-6


def probabilities(scores: Matrix) -> Matrix:
    """Each row of scores as shares of one."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Matrix = raised / raised.sum(axis=1, keepdims=True)
    return shares


def fit(rows: Matrix, classes: Sequence[int], *, strength: float = 1.0) -> Matrix:
    """Weights, one column a class, by which each row's own class is likeliest; shape (columns of rows, classes).

    Classes weigh alike however many rows each has. `strength` is how much the rows count against small weights. The
    minimum is one and found from zero by L-BFGS, so the same rows give the same weights.
    """
    wanted = np.asarray(classes)
    count = np.bincount(wanted)
    gold = np.zeros((len(wanted), len(count)), dtype=np.float32)
    gold[np.arange(len(wanted)), wanted] = 1
    weight = (strength * len(wanted) / (np.count_nonzero(count) * count[wanted])).astype(np.float32)[:, None]

    def objective(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(rows.shape[1], -1)
        shares = probabilities(rows @ weights.astype(np.float32))
        own = np.maximum(shares[np.arange(len(wanted)), wanted], 1e-12)
        loss = float(-(weight[:, 0] * np.log(own)).sum(dtype=np.float64)) + float(flat @ flat) / 2
        slope = rows.T @ (weight * (shares - gold)) + weights
        return loss, slope.astype(np.float64).ravel()

    found = _minimum(objective, rows.shape[1] * len(count))
    return found.reshape(rows.shape[1], -1).astype(np.float32)


def _minimum(objective: Objective, size: int) -> NDArray[np.float64]:
    """Where a smooth convex function is least, by L-BFGS with halved steps."""
    at = np.zeros(size)
    value, slope = objective(at)
    past: list[tuple[NDArray[np.float64], NDArray[np.float64]]] = []
    for _ in range(_STEPS):
        way = -_scaled(slope, past)
        step = 1.0 if past else 1.0 / max(float(np.abs(slope).sum()), 1.0)
        while True:
            new = at + step * way
            new_value, new_slope = objective(new)
            if new_value <= value + 1e-4 * step * float(slope @ way) or step < _SHORTEST:
                break
            step /= 2
        moved, turned = new - at, new_slope - slope
        if float(moved @ turned) > 0:
            past = [*past[1 - _KEPT :], (moved, turned)]
        done = value - new_value <= _STILL * max(abs(new_value), 1.0)
        at, value, slope = new, new_value, new_slope
        if done:
            break
    return at


def _scaled(
    slope: NDArray[np.float64], past: Sequence[tuple[NDArray[np.float64], NDArray[np.float64]]]
) -> NDArray[np.float64]:
    """The slope times what the last steps tell of the inverse curvature (two loops)."""
    way = slope.copy()
    shares = []
    for moved, turned in reversed(past):
        share = float(moved @ way) / float(moved @ turned)
        shares.append(share)
        way -= share * turned
    if past:
        moved, turned = past[-1]
        way *= float(moved @ turned) / float(turned @ turned)
    for (moved, turned), share in zip(past, reversed(shares), strict=True):
        way += (share - float(turned @ way) / float(moved @ turned)) * moved
    return way
