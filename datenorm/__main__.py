"""`python -m datenorm`: the command `datenorm`."""

import sys

from datenorm.cli.main import main

sys.exit(main())
