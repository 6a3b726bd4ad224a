# Sourced after scripts/lib/progress.sh: installs tools from npm.

# Is in .tools/NAME what scripts/lib/npm/NAME locks? The copy of the lock file is made last.
npm_is_there() {
  cmp -s "scripts/lib/npm/$1/package-lock.json" ".tools/$1/installed.json"
}

# npm_tool NAME WHAT: installs in .tools/NAME what scripts/lib/npm/NAME locks, byte for byte, and runs none of its
# scripts. WHAT says what that is, and how long it takes.
npm_tool() {
  ! npm_is_there "$1" || return 0
  command -v npm >/dev/null 2>&1 || fail "npm is missing. Install Node 20 or later with npm (https://nodejs.org)."
  npm_locks=scripts/lib/npm/$1
  npm_home=.tools/$1
  rm -rf "$npm_home"
  mkdir -p "$npm_home"
  cp "$npm_locks/package.json" "$npm_locks/package-lock.json" "$npm_home/"
  long "$2" "$PWD/.tools/$1.log" npm ci --prefix "$npm_home" --ignore-scripts --no-audit --no-fund
  cp "$npm_locks/package-lock.json" "$npm_home/installed.json"
}
