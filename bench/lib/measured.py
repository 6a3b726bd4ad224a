"""Runs a program and writes what it took into a file: seconds by the clock and of processors, the most memory it had at once.

Called by measured.mjs: Node cannot ask the system for this. The system's own sums are taken when the program has ended, so nothing
is missed between two looks; those of programs that it started itself are in them.
"""

import json
import os
import sys
import time

report, program = sys.argv[1], sys.argv[2:]
begin = time.monotonic()
# Nothing of this process is copied: its memory does not count as the program's.
child = os.posix_spawn(program[0], program, os.environ)
_, status, usage = os.wait4(child, 0)
seconds = time.monotonic() - begin
# Linux counts kibibytes, macOS bytes.
memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
with open(report, "w") as file:
    json.dump({"seconds": seconds, "processor": usage.ru_utime + usage.ru_stime, "memory": memory}, file)
sys.exit(os.waitstatus_to_exitcode(status) != 0)
