"""pandas does the work of `taizhang segment -f json`: every customer of a folder of exports with R, F, M, scores, tier and
AUM by the default rules, amounts in 分. It trusts the cells: none is checked, and no file is looked at but to be read."""
import re
import sys
from pathlib import Path

import numpy as np
import pandas as pd

folder = Path(sys.argv[1])
WINDOW_DAYS, REVERSAL_DAYS, DORMANT_DAYS = 365, 30, 180
COUNTED = ["ACTIVE", "THIRD_PARTY", "UNKNOWN"]

# Words of 摘要, their class, and the class of a credit from somebody else where that differs; the first match counts.
RULES = [
    (r"冲正|冲销|抹账|冲账|错账|撤销交易|红字", "REVERSAL", None),
    (r"结息|利息税|存款利息|息税|管理费|服务费|短信费|年费|工本费|手续费|自动转存|冻结|扣划|分红", "SYSTEM", None),
    (r"充值|生活缴费|主动还款|提前还", "ACTIVE", None),
    (r"代扣|代缴|委托扣款|自动扣款|自动还款|批扣|定投|ETC|[水电话]费|燃气费|归还贷款|还[本息]", "MANDATE", None),
    (r"代发|工资|奖金|补贴|退休|退款|理赔|汇入|转入|来账|入账|收款", "THIRD_PARTY", None),
    (r"消费|支付|POS|扫码|支付宝|财付通|微信|银联|快捷|缴费", "ACTIVE", None),
    (r"取现|取款|ATM|存款|现金|存入|还款|提现|转账|汇款|汇出|转出|手机银行|跨行|支取", "ACTIVE", "THIRD_PARTY"),
    (r"认购|申购|购买|赎回|理财|基金|保险|国债|贵金属|结汇|购汇|银证|放款", "ACTIVE", None),
]
ONLY_CREDITS = {"THIRD_PARTY"}


def class_of(summary, channel, is_credit, is_other):
    for words, found, from_others in RULES:
        if (is_credit or found not in ONLY_CREDITS) and re.search(words, summary):
            return from_others if from_others and is_credit and is_other else found
    if "批处理" in channel:
        return "SYSTEM"
    return "THIRD_PARTY" if is_credit and is_other else "UNKNOWN"


def read(name, categories, texts=(), yuan=()):
    dtype = {**dict.fromkeys(categories, "category"), **dict.fromkeys(texts, str), **dict.fromkeys(yuan, float)}
    # low_memory joins the categories of every piece of the file, at twice the time.
    return pd.read_csv(folder / name, usecols=list(dtype), dtype=dtype, low_memory=False)


def fen(yuan):
    return (yuan * 100).round().astype("int64")


def spread(column, values, missing=-1):
    """The value of each row's category, so that every distinct text is looked at once."""
    return np.append(values, missing)[column.cat.codes]


def days_of(column):
    return spread(column, (pd.to_datetime(column.cat.categories) - pd.Timestamp(0)).days)


# Customers by their place in the list, and the owner of every account.
customers = read("customers.csv", ["客户类型", "客户状态", "开户日期"], ["客户号", "客户姓名"])
customers = customers[(customers["客户类型"] == "个人") & ~customers["客户状态"].isin(["销户", "死亡"])]
customers = customers.sort_values("客户号", ignore_index=True)
place = pd.Series(customers.index, customers["客户号"])
accounts = read("accounts.csv", [], ["账号", "客户号"])
owner = pd.Series(accounts["客户号"].map(place).to_numpy(), accounts["账号"]).dropna()
balances = read("balances.csv", ["数据日期"], ["客户号"], ["金融资产"])
balances["day"] = days_of(balances["数据日期"])
as_of = balances["day"].max()
balances = balances[balances["day"] == as_of]


def places(column, of):
    return spread(column, of.reindex(column.cat.categories).fillna(-1).astype(int))


rows = read(
    "transactions.csv",
    ["交易日期", "交易时间", "账号", "客户号", "借贷标志", "币种", "摘要", "交易渠道", "对方户名", "对方账号"],
    ["交易流水号"],
    ["交易金额", "余额"],
)
rows["day"] = days_of(rows["交易日期"])
rows["fen"] = fen(rows["交易金额"])
by_account = places(rows["账号"], owner)
rows["customer"] = np.where(by_account < 0, places(rows["客户号"], place), by_account)

# Copies have the same 流水号 and the same cells, the legs of own transfers the same 流水号: only rows that share it are compared.
repeats = rows[rows["交易流水号"].notna() & rows["交易流水号"].duplicated(keep=False)]
is_counted = (rows["customer"] >= 0) & (rows["day"] <= as_of) & (rows["币种"] == "CNY") & (rows["fen"] != 0)
is_counted[repeats.index[repeats.duplicated()]] = False

# Somebody else on the other side: known by the account, else by the name. Then the class of every combination, once.
other = places(rows["对方账号"], owner)
names = rows["对方户名"].cat
own_name = names.categories.get_indexer(customers["客户姓名"])[rows["customer"]]
has_other_name = np.where(names.codes < 0, rows["对方账号"].notna(), names.codes != own_name)
is_other = np.where(other < 0, has_other_name, other != rows["customer"])
is_credit = rows["借贷标志"] == "C"
summaries, channels = ([*rows[name].cat.categories, ""] for name in ["摘要", "交易渠道"])
classes = np.array(
    [[[[class_of(s, c, credit, party) for party in (0, 1)] for credit in (0, 1)] for c in channels] for s in summaries]
)
place_in_table = rows["摘要"].cat.codes, rows["交易渠道"].cat.codes, is_credit.astype(int), is_other.astype(int)
is_reversal = (classes == "REVERSAL")[place_in_table] | (rows["fen"] < 0)

# A reversal goes with the nearest earlier booking of the opposite amount on the same account.
rows["moved"] = rows["fen"].where(is_credit, -rows["fen"])
reversals = rows[is_counted & is_reversal].sort_values("day")
if len(reversals) > 0:
    others = rows[is_counted & ~is_reversal & rows["账号"].isin(reversals["账号"])].sort_values("day")
    undone = pd.merge_asof(
        reversals[["day", "账号", "moved"]].assign(moved=-reversals["moved"]),
        others[["day", "账号", "moved"]].assign(original=others.index),
        on="day",
        by=["账号", "moved"],
        tolerance=REVERSAL_DAYS,
    )
    is_counted[undone["original"].dropna()] = False
is_counted &= np.isin(classes, COUNTED)[place_in_table] & ~is_reversal

# Of an own transfer the debit counts, else the larger leg.
legs = repeats[is_counted[repeats.index]].sort_values(["借贷标志", "fen"], ascending=False)
is_counted[legs.index[legs.duplicated(["customer", "交易流水号", "day"])]] = False

# R over the whole file, F and M over the window.
counted = rows.loc[is_counted, ["customer", "day", "fen"]]
last = counted.groupby("customer")["day"].max()
year = counted[counted["day"] > as_of - WINDOW_DAYS].groupby("customer")["fen"].agg(["size", "sum"])
aum = fen(balances.groupby("客户号")["金融资产"].sum())
result = pd.DataFrame({
    "customerId": customers["客户号"],
    "recencyDays": as_of - last.reindex(customers.index),
    "frequency": year["size"].reindex(customers.index, fill_value=0),
    "amountFen": year["sum"].reindex(customers.index, fill_value=0),
    "aumFen": aum.reindex(customers["客户号"], fill_value=0).to_numpy(),
})


def quintile(values):
    return 1 + (5 * (values.rank() - 1) // len(values)).astype(int)


r, f, m = result["recencyDays"], result["frequency"], result["amountFen"]
result["r"] = quintile(-r.fillna(np.inf))
result["f"] = quintile(f)
result["m"] = quintile(m)
age = as_of - days_of(customers["开户日期"])
tiers = {
    "新开未动户": r.isna() & (age < DORMANT_DAYS),
    "睡眠客户": r.isna() | (r >= DORMANT_DAYS),
    "核心客户": (r <= 30) & (f >= 5) & (m >= 500_000_00),
    "潜力客户": (r <= 60) & (f >= 3) & (m >= 200_000_00),
    "基础客户": (r <= 90) & (f >= 2) & (m >= 50_000_00),
    "沉寂预警": r > 90,
}
result["tier"] = np.select(list(tiers.values()), list(tiers), "一般活跃")
result.to_json(sys.stdout, orient="records", force_ascii=False)
