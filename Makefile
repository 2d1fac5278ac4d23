# Everything runs in .venv, made on first use from hashed locks (requirements/*.lock).
PYTHON ?= python3
BIN = .venv/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check lock clean

demo: .venv/runtime  ## the bundled sample as a brief
	@$(BIN)/dragoman demo

test: .venv/dev  ## all tests
	@OMP_NUM_THREADS=1 $(BIN)/python -m pytest

check: .venv/dev  ## format, lint, types, imports, dead code
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture

lock:  ## make the locks again (needs uv); no registry address is written
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade -q -o requirements/runtime.lock
	uv pip compile pyproject.toml --group dev -c requirements/runtime.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade -q -o requirements/dev.lock
	uv pip compile requirements/build.in --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade -q -o requirements/build.lock

.venv/runtime: requirements/runtime.lock requirements/build.lock pyproject.toml
	@echo "Setting up .venv (about 290 MB to download, once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements/runtime.lock
	@$(PIP) install --require-hashes -r requirements/build.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/runtime requirements/dev.lock
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@touch $@

clean:
	rm -rf .venv
