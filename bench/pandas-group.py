"""pandas groups the transactions by customer: count, sum and last day of the last 365 days."""
import sys

import pandas as pd

rows = pd.read_csv(
    sys.argv[1],
    usecols=["客户号", "交易日期", "交易金额"],
    dtype={"客户号": str},
    parse_dates=["交易日期"],
)
year = rows[(rows["交易日期"] > "2024-03-31") & (rows["交易日期"] <= "2025-03-31")]
groups = year.groupby("客户号").agg(
    rows=("交易金额", "size"), amount=("交易金额", "sum"), last=("交易日期", "max")
)
print(len(groups), groups["rows"].sum(), f"{groups['amount'].sum():.2f}", groups["last"].max().date())
