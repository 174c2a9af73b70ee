# make demo | test | check | bench | docs | golden | format
# A Python of 3.11 or newer, make and the usual package indexes are all that is needed.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
BIN := .venv/bin

.PHONY: demo test check bench docs golden format messages screenshots clean

demo: .venv/demo
	@ALLOWED_HOSTS="$${ALLOWED_HOSTS:-localhost,127.0.0.1,[::1],$(HOST)}" DJANGO_RUNSERVER_HIDE_WARNING=true \
	$(BIN)/python manage.py demo --host $(HOST) --port $(PORT)

test: .venv/test
	@sh tests/browser/setup.sh
	$(BIN)/python -m pytest --cov --cov-fail-under=100

check: .venv/test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python docs/generate.py --check
	$(MAKE) test

bench: .venv/bench
	$(BIN)/python tests/bench/rendering.py
	$(BIN)/python tests/bench/newsroom.py
	$(BIN)/python tests/bench/importing.py
	$(BIN)/python tests/bench/feedback.py
	$(BIN)/python tests/bench/alarms.py
	$(BIN)/python tests/bench/exporting.py

docs: .venv/test
	$(BIN)/python docs/generate.py

golden: .venv/test
	$(BIN)/python -m pytest tests/test_golden.py tests/uswds/test_document.py -k as_approved --golden -q

format: .venv/test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

messages: .venv/test
	cd govpage && ../$(BIN)/django-admin makemessages --all --no-location --no-wrap && ../$(BIN)/django-admin compilemessages

screenshots: .venv/test
	@sh tests/browser/setup.sh
	$(BIN)/python docs/screenshots.py

clean:
	rm -rf .venv var build dist

# Each stamp is made again when the declared packages change.
.venv/demo: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[demo]'
	@touch $@

.venv/test: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ .venv/demo

.venv/bench: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]' || $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[demo]'
	@touch $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'govpage needs Python 3.11 or newer: make PYTHON=python3.12 ...'; exit 1; }
	@$(PYTHON) -m venv .venv || { echo 'Python has no venv module. On Debian: apt-get install python3-venv'; rm -rf .venv; exit 1; }
