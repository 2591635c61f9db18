# Tasks beside ./run and ./test. Each needs the environment that ./test makes.
PYTHON := .venv/bin/python

.PHONY: lock bench torture screens pages words outlines protections corpus train-lens format

lock:  ## Pin the newest fitting versions with hashes; no index address is written.
	for file in runtime development; do uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-annotate --python-version 3.11 --custom-compile-command "make lock" \
	  requirements/$$file.in -o requirements/$$file.txt; done

bench:  ## Measure against baselines; figures go into docs by hand.
	for file in tests/benchmarks/bench_*.py; do PYTHONPATH=. $(PYTHON) $$file || exit 1; done

torture:  ## A thousand kills of each kind, every call on the disk failing in turn, 2,000 flipped vaults, 50 races. Takes hours.
	FORTHRIGHT_KILLS=1000 FORTHRIGHT_FAULTS=1000000 FORTHRIGHT_FLIPS=2000 FORTHRIGHT_RACES=50 $(PYTHON) -m pytest -rA \
	  tests/faults tests/unit/vault/test_kill.py tests/unit/vault/backup/test_kill_while_copying.py \
	  tests/unit/vault/slots/test_key_kills.py tests/journeys/test_kill_while_answering.py

screens:  ## Take the pictures in docs/screens under a virtual screen.
	PYTHONPATH=. xvfb-run -a -s "-screen 0 1500x1000x24" $(PYTHON) packaging/take_screens.py

pages:  ## Draw the fullest page of every recipient in every language into docs/pages.
	PYTHONPATH=. $(PYTHON) packaging/take_pages.py

words:  ## Bring the words of the screens into resources/i18n/screens.*.po, each translation kept.
	PYTHONPATH=. $(PYTHON) packaging/collect_words.py

outlines:  ## Write the outlines of all screens anew; git then shows what changed.
	FORTHRIGHT_REWRITE=1 PYTHONPATH=. $(PYTHON) -m pytest -q -n 0 tests/ui/test_outlines.py

protections:  ## Write docs/protections.md from the data files.
	PYTHONPATH=. $(PYTHON) packaging/write_protections_page.py

corpus:  ## Turn the marked texts of the lens into JSON Lines and count them.
	$(PYTHON) packaging/make_corpus.py

train-lens:  ## Fit the judge of the lens again; TEXTS may name more folders, PYTHON an environment with scikit-learn.
	PYTHONPATH=. $(PYTHON) packaging/lens/train.py tests/data/lens $(TEXTS)

format:
	.venv/bin/ruff format . && .venv/bin/ruff check --fix .
