"""Package: its files are found where it is installed, and in a zipped wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

from datenorm.core.package import PACKAGE

NEEDED = ("__init__.py", "core/__init__.py", "core/package.py", "core/locale_orders.py", "core/locale_orders.json")
READ = """
import sys
sys.path.insert(0, sys.argv[1])
from datenorm.core.locale_orders import LOCALE_ORDERS, order_of_locale
print(LOCALE_ORDERS, order_of_locale("en_US"))
"""


def test_the_folder_is_that_of_the_package() -> None:
    assert (PACKAGE / "core" / "package.py").exists()


def test_the_files_of_a_zipped_package_are_found(tmp_path: Path) -> None:
    archive = tmp_path / "datenorm.whl"
    with zipfile.ZipFile(archive, "w") as zipped:
        for name in NEEDED:
            zipped.write(PACKAGE / name, f"datenorm/{name}")
    command = [sys.executable, "-c", READ, str(archive)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert ran.stdout.split() == [str(archive / "datenorm" / "core" / "locale_orders.json"), "MDY"]
