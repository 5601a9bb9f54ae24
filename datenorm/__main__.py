"""`python -m datenorm`: the command `datenorm`."""

import sys

from datenorm.cli import main

sys.exit(main())
