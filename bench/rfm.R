# R's rfm scores the customers of the last 365 days: the same columns, grouped by rfm_table_order().
rows <- utils::read.csv(commandArgs(trailingOnly = TRUE)[1], colClasses = "character", fileEncoding = "UTF-8",
                        check.names = FALSE)
bookings <- data.frame(
  customer = rows[["客户号"]],
  day = as.Date(rows[["交易日期"]]),
  amount = as.numeric(rows[["交易金额"]])
)
asof <- as.Date("2025-03-31")
bookings <- bookings[bookings$day > asof - 365 & bookings$day <= asof, ]
scored <- rfm::rfm_table_order(bookings, customer, day, amount, asof)$rfm
cat(nrow(scored), sum(scored$transaction_count), sprintf("%.2f", sum(scored$amount)),
    format(max(bookings$day)), "\n")
