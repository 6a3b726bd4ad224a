"""Runs a program and writes its wall-clock seconds, CPU seconds and peak memory into a file.

Called by measured.mjs, since Node cannot call wait4. The numbers are the system's own, read when the program has ended,
so there is no sampling that could miss a peak; they include its child processes.
"""

import json
import os
import sys
import time

report, program = sys.argv[1], sys.argv[2:]
begin = time.monotonic()
# posix_spawn does not copy this process, so its memory does not count as the program's.
child = os.posix_spawn(program[0], program, os.environ)
_, status, usage = os.wait4(child, 0)
seconds = time.monotonic() - begin
# Linux counts kibibytes, macOS bytes.
memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
with open(report, "w") as file:
    json.dump({"seconds": seconds, "processor": usage.ru_utime + usage.ru_stime, "memory": memory}, file)
sys.exit(os.waitstatus_to_exitcode(status) != 0)
