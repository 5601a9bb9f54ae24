"""Engines: one documented line for each, on a filtered frame with texts without a date in it."""

import pickle
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet
import pytest
from support.processes import ENVIRONMENT, ROOT

import datenorm

TEXTS = ["x", "3 May 1979", None, "page 3", "13/07/2022", "12/07/2022", ""]
VALUES = ["1979-05-03", None, None, "2022-07-13", "2022-07-12", None]
CONVENTION = datenorm.infer(TEXTS)


def test_pandas_keeps_the_index() -> None:
    frame = pd.DataFrame({"when": TEXTS})[1:][::-1]
    frame["date"] = pd.Series(datenorm.array_function("value", order=CONVENTION)(frame["when"]), frame.index)
    assert [value if isinstance(value, str) else None for value in frame.sort_index()["date"]] == VALUES


def test_polars_reads_in_an_expression_and_lazily() -> None:
    read = datenorm.array_function("value", order=CONVENTION)
    expression = pl.col("when").map_batches(lambda texts: pl.Series(read(texts)), return_dtype=pl.String)
    frame = pl.DataFrame({"id": range(7), "when": TEXTS})
    assert frame.filter(pl.col("id") > 0).with_columns(date=expression)["date"].to_list() == VALUES
    lazy = frame.lazy().filter(pl.col("id") > 0).with_columns(date=expression)
    assert lazy.collect()["date"].to_list() == VALUES
    assert lazy.collect(engine="streaming").sort("id")["date"].to_list() == VALUES


def test_polars_can_have_all_fields() -> None:
    read = datenorm.array_function(order=CONVENTION)
    expression = pl.col("when").map_batches(lambda texts: pl.Series(read(texts)))
    frame = pl.DataFrame({"when": TEXTS}).select(expression.alias("read")).unnest("read")
    assert frame["value"].to_list()[1:] == VALUES
    assert frame["date"].dtype == pl.Date
    assert frame["precision"].to_list()[1] == "day"


def test_duckdb_takes_and_gives_nulls() -> None:
    with duckdb.connect() as connection:
        read = datenorm.array_function("value", order=CONVENTION)
        connection.create_function("normalize", read, ["VARCHAR"], "VARCHAR", type="arrow", null_handling="special")
        frame = pd.DataFrame({"id": range(7), "raw": TEXTS})
        connection.register("frame", frame)
        rows = connection.sql("SELECT normalize(raw) FROM frame WHERE id > 0 ORDER BY id").fetchall()
        assert [value for (value,) in rows] == VALUES


def test_the_order_of_a_part_is_refused() -> None:
    with pytest.raises(ValueError, match=r"only a part of it\. Received: 'infer'\. Take two passes"):
        datenorm.array_function(order="infer")
    with pytest.raises(ValueError, match=r"expected a field of value, kind, precision, .*Received: 'day'"):
        datenorm.array_function("day")


def test_a_function_is_small_and_can_be_sent() -> None:
    read = datenorm.array_function("date", order=CONVENTION, min_confidence=0.5)
    sent = pickle.dumps(read)
    assert len(sent) < 10_000
    assert pickle.loads(sent) == read
    assert pickle.loads(sent)(["13/07/2022"]).type == pa.date32()


def test_options_reach_the_normalizer() -> None:
    assert datenorm.array_function("reason", min_confidence=1)(["3 May 1979"]).to_pylist() == ["low confidence"]
    with pytest.raises(ValueError, match="at least one thread"):
        datenorm.array_function(threads=0)(["3 May 1979"])


# The heavy ones: two passes on 200,000 rows in 8 partitions give what one call gives.

ROWS = 200_000
PARTS = 8
DAYS = [f"{1 + i % 28}/{1 + i // 28 % 12}/{1950 + i // 336 % 80}" for i in range(ROWS)]
MANY = [text if i % 10 else ("page 3", None, "3 May 1979")[i // 10 % 3] for i, text in enumerate(DAYS)]

SPARK = """
import os
import sys
import pyarrow as pa
import pyarrow.parquet
from pyspark.sql import SparkSession
from pyspark.sql.functions import arrow_udf
import datenorm

os.environ["PYSPARK_PYTHON"] = sys.executable
spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
frame = spark.read.parquet(sys.argv[1]).repartitionByRange(8, "id").where("id >= 0")

def infer(batches):
    for batch in batches:
        yield pa.RecordBatch.from_pydict({"found": [datenorm.infer(batch.column("when")).to_json()]})

parts = frame.mapInArrow(infer, "found string").collect()
convention = sum(datenorm.Convention.from_json(row.found) for row in parts)
assert convention.rows == frame.count()

normalize = arrow_udf(datenorm.array_function("value", order=convention), "string")
frame.select("id", normalize("when").alias("value")).write.parquet(sys.argv[2])

read = datenorm.array_function("value", order=convention)

def batches(parts):
    for part in parts:
        yield pa.RecordBatch.from_pydict({"id": part.column("id"), "value": read(part.column("when"))})

frame.mapInArrow(batches, "id long, value string").write.parquet(sys.argv[3])
"""

RAY = """
import sys
import pyarrow as pa
import pyarrow.parquet
import ray
import datenorm

ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
data = ray.data.read_parquet(sys.argv[1]).repartition(8)

def infer(table):
    return pa.table({"found": [datenorm.infer(table["when"]).to_json()]})

parts = data.map_batches(infer, batch_format="pyarrow").take_all()
convention = sum(datenorm.Convention.from_json(row["found"]) for row in parts)
assert convention.rows == data.count()

read = datenorm.array_function("value", order=convention)
data = data.map_batches(lambda table: table.append_column("value", read(table["when"])), batch_format="pyarrow")
data.select_columns(["id", "value"]).write_parquet(sys.argv[2])
"""

DASK = """
import sys
import dask.dataframe as dd
import pandas as pd
import datenorm

if __name__ == "__main__":
    frame = dd.read_parquet(sys.argv[1], columns=["id", "when"]).repartition(npartitions=8)
    frame = frame[frame["id"] >= 0]
    parts = [part.compute()["when"] for part in frame.partitions]
    convention = sum(datenorm.infer(part) for part in parts)
    assert convention.rows == len(frame)
    read = datenorm.array_function("value", order=convention)
    to_series = lambda texts: pd.Series(read(texts), texts.index, dtype="string")
    frame["value"] = frame["when"].map_partitions(to_series, meta=("value", "string"))
    frame[["id", "value"]].to_parquet(sys.argv[2])
"""


@pytest.mark.parametrize(("name", "code"), [("Spark", SPARK), ("Ray Data", RAY), ("Dask", DASK)])
def test_the_documented_lines_are_those_that_run(name: str, code: str) -> None:
    page = (ROOT / "docs" / "guide" / "columns.md").read_text(encoding="utf-8")
    documented = page.partition(f"**{name}**:\n\n```py\n")[2].partition("```")[0].splitlines()
    assert len(documented) >= 5
    assert [line for line in documented if line not in code.splitlines()] == []


@pytest.fixture(scope="module")
def expected() -> list[str | None]:
    values: list[str | None] = datenorm.normalize_array(MANY, order="infer").field("value").to_pylist()
    return values


@pytest.mark.slow
@pytest.mark.parametrize(("code", "outputs"), [(SPARK, 2), (RAY, 1), (DASK, 1)], ids=["Spark", "Ray", "Dask"])
def test_two_passes_in_an_engine_give_what_one_call_gives(
    tmp_path: Path, code: str, outputs: int, expected: list[str | None]
) -> None:
    pa.parquet.write_table(
        pa.table({"id": list(range(ROWS)), "when": MANY}), tmp_path / "in.parquet", row_group_size=9999
    )
    targets = [str(tmp_path / f"out {i}") for i in range(outputs)]
    (tmp_path / "job.py").write_text(code)
    command = [sys.executable, str(tmp_path / "job.py"), str(tmp_path / "in.parquet"), *targets]
    ran = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, timeout=500, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
    for target in targets:
        written = pa.parquet.read_table(target).sort_by("id")
        assert written["id"].to_pylist() == list(range(ROWS))
        assert written["value"].to_pylist() == expected
