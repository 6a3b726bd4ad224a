# The tasks for The Odessa Journal. `make` alone lists them. What a build needs is installed in .tools/.

export PATH := $(CURDIR)/.tools/bin:$(PATH)
# Trunk rejects NO_COLOR=1 as an error, and looks online for a newer Trunk at every start unless told not to.
unexport NO_COLOR
export TRUNK_SKIP_VERSION_CHECK := true

.PHONY: help serve test build check views audit screenshots clean tools check-tools test-tools
.NOTPARALLEL:

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

serve: tools ## the newspaper on http://127.0.0.1:8080, rebuilt and reloaded when a file changes
	@scripts/serve

build: tools ## the release site in dist/, and its sizes
	@scripts/aloud "compiling the press" cargo build --package press
	@scripts/search
	@scripts/aloud "building the release site" scripts/reproducibly trunk build --release
	@scripts/sizes dist

test: tools test-tools build ## every test, then a list of failures; browser tests run against the release site
	@scripts/test

check: check-tools ## the checks that need no site: format, lints, documentation, licences, layering
	@cargo fmt --all --check
	@scripts/aloud "clippy for the host" cargo clippy --quiet --workspace --all-targets -- -D warnings
	@scripts/aloud "clippy for the browser" scripts/reproducibly cargo clippy --quiet --package odessa-journal --lib --bins --target wasm32-unknown-unknown -- -D warnings
	@RUSTDOCFLAGS=-Dwarnings scripts/aloud "rustdoc" cargo doc --quiet --no-deps --workspace --document-private-items
	@scripts/aloud "checking the licences" cargo deny --log-level error --workspace check bans licenses sources
	@scripts/aloud "testing the layers" cargo test --quiet --workspace --test layering

views: ## the service that counts views, on this machine until Ctrl-C; make serve forwards its requests
	@scripts/views

audit: tools test-tools build ## what Lighthouse and readers' programs report about the site
	@scripts/aloud "auditing the pages" scripts/audit

screenshots: tools test-tools build ## retake docs/screenshots/: every kind of page, four widths, light and dark
	@scripts/aloud "taking the pictures" cargo test --quiet --workspace --test screenshots

clean: ## remove everything that was built, except the tools in .tools/
	@rm -rf dist .dist.spare .dist.lock target

tools:
	@scripts/tools

check-tools:
	@scripts/tools check

test-tools:
	@scripts/test-tools
