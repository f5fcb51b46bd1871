# Afterword. `make run` opens it, `make test` tests it: each sets up what it needs, once.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# Bytecode makes the start twice as fast; some environments switch it off.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
LINUX := $(filter Linux,$(shell uname -s))
DESKTOP := tests/desktop/desktop-session --private-home
CHECKED := core gui main.py benchmarks packaging tests docs/guide

.PHONY: help run test test-fast test-desktop check format bench pictures meaning meaning-measure package package-test lock clean distclean

help:
	@echo 'make run           open Afterword'
	@echo 'make test          run every test, those in a real desktop session too'
	@echo 'make check         format, lint, types and layers, as the automatic checks do'
	@echo 'make bench         measure speed and memory, each beside its bare counterpart'
	@echo 'make pictures      take the pictures of the guide again'
	@echo 'make package       build the frozen application, and on Linux the .deb'
	@echo 'make package-test  install, use and remove the .deb in a clean Debian'
	@echo 'make lock          pin the newest versions that pyproject.toml allows'
	@echo 'make clean         remove what was built; distclean: the environment too'

# ---------------------------------------------------------------- what each target stands on

$(PY):
	@python=$$(packaging/find-python) || { packaging/system-packages python; python=$$(packaging/find-python); }; \
	echo "Making $(VENV) with $$python"; "$$python" -m venv $(VENV)

$(READY)-run: requirements.lock | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(READY)-dev: requirements-dev.lock $(READY)-run
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(READY)-training: training/requirements.txt $(READY)-dev
	$(PY) -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

$(READY)-packaging: requirements-packaging.lock $(READY)-run
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(READY)-window $(READY)-servers $(READY)-package $(READY)-pictures: $(READY)-%: packaging/system-packages | $(PY)
	@packaging/system-packages $*
	@touch $@

$(READY)-desktop: packaging/system-packages tests/desktop/desktop-session | $(PY)
	@packaging/system-packages desktop
	@touch $@

# ---------------------------------------------------------------- what people ask for

run: $(READY)-run $(READY)-window
	@packaging/need-display
	$(PY) main.py $(ARGS)

test: test-fast $(if $(LINUX),test-desktop)

test-fast: $(READY)-dev $(READY)-window $(if $(LINUX),$(READY)-servers)
	$(PY) -m pytest --numprocesses 2 --dist loadfile $(TESTS)

test-desktop: $(READY)-dev $(READY)-desktop
	$(DESKTOP) $(abspath $(PY)) -m pytest tests/desktop

check: $(READY)-dev
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy $(CHECKED)
	$(VENV)/bin/lint-imports --no-logo

format: $(READY)-dev
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

bench: $(READY)-dev $(READY)-desktop
	$(DESKTOP) $(abspath $(PY)) -m benchmarks

pictures: $(READY)-dev $(READY)-desktop $(READY)-pictures
	PYTHONPATH=. $(DESKTOP) --size 1400x1000 $(abspath $(PY)) docs/guide/take_pictures.py

meaning meaning-measure: $(READY)-training
	$(PY) -m training.train $(if $(findstring measure,$@),measure)

package: $(READY)-packaging $(READY)-window $(if $(LINUX),$(READY)-package)
	$(PY) packaging/build.py

package-test: package $(READY)-desktop
	packaging/test-deb

lock: | $(PY)
	packaging/lock $(PY)

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find core gui tests benchmarks packaging docs main.py -name __pycache__ -prune -exec rm -rf {} +

distclean: clean
	rm -rf $(VENV)
