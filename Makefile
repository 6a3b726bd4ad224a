# The tasks for The Odessa Journal; `make` lists them. The tools they need are installed in .tools/.

export PATH := $(CURDIR)/.tools/bin:$(PATH)
# Trunk fails on NO_COLOR=1, and checks online for a newer version at every start unless this is set.
unexport NO_COLOR
export TRUNK_SKIP_VERSION_CHECK := true

.PHONY: help serve test build check advisories views audit screenshots clean tools check-tools test-tools
.NOTPARALLEL:

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

serve: tools ## serve the newspaper on http://127.0.0.1:8080; rebuild and reload when a file changes
	@scripts/serve

build: tools ## build the release site in dist/ and print its sizes
	@scripts/aloud "compiling the press" cargo build --locked --package press
	@scripts/search
	@scripts/aloud "building the release site" scripts/reproducibly trunk build --release
	@scripts/sizes dist

test: tools test-tools build ## run every test (browser tests against the release site), then list the failures
	@scripts/test

check: check-tools ## run the checks that need no site: format, lints of Rust and JavaScript, documentation, licences, layers
	@cargo fmt --all --check
	@scripts/aloud "clippy for the host" cargo clippy --locked --quiet --workspace --all-targets -- -D warnings
	@scripts/aloud "clippy for the browser" scripts/reproducibly cargo clippy --locked --quiet --package odessa-journal --lib --bins --target wasm32-unknown-unknown -- -D warnings
	@RUSTDOCFLAGS=-Dwarnings scripts/aloud "rustdoc" cargo doc --locked --quiet --no-deps --workspace --document-private-items
	@scripts/aloud "checking the licences" cargo deny --locked --log-level error --workspace check bans licenses sources
	@oxlint --quiet --config .oxlintrc.json src/scripts scripts bench
	@scripts/aloud "testing the layers" cargo test --locked --quiet --workspace --test layering

advisories: check-tools ## compare the dependencies with the RustSec database, which is fetched from the network
	@scripts/aloud "checking the advisories" cargo deny --locked --workspace check advisories

views: ## run the view counter on this machine until Ctrl-C; make serve forwards requests to it
	@scripts/views

audit: tools test-tools build ## audit the site with Lighthouse, and with the programs that readers use
	@scripts/aloud "auditing the pages" scripts/audit

screenshots: tools test-tools build ## retake docs/screenshots/: every kind of page, four widths, light and dark
	@scripts/aloud "taking the pictures" cargo test --locked --quiet --package browser-tests --test screenshots

clean: ## remove everything that was built, except the tools in .tools/
	@rm -rf dist .dist.spare .dist.lock target

tools:
	@scripts/tools

check-tools:
	@scripts/tools check

test-tools:
	@scripts/test-tools
