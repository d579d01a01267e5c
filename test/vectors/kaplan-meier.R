# Survival vectors, normal quantiles and Wilson intervals computed with R, for test/analysis/referral/kaplan-meier.test.ts.
# Rscript test/vectors/kaplan-meier.R [target.json]
suppressPackageStartupMessages({
  library(survival)
  library(jsonlite)
})

arguments <- commandArgs(trailingOnly = TRUE)
target <- if (length(arguments) > 0) arguments[1] else "test/vectors/kaplan-meier.json"
horizons <- c(0, 1, 30, 60, 90)

vector_of <- function(name, days, events) {
  fit <- survfit(Surv(days, events) ~ 1)
  steps <- fit$n.event > 0
  at <- summary(fit, times = horizons, extend = TRUE)
  list(
    name = unbox(name), days = days, events = events,
    curve = data.frame(
      days = fit$time[steps], atRisk = fit$n.risk[steps], events = fit$n.event[steps], survival = fit$surv[steps]
    ),
    horizons = data.frame(
      days = horizons, atRisk = sapply(horizons, function(h) sum(days >= h)), survival = at$surv
    )
  )
}

# A cohort as a branch sees it: true times, ages, and observation until the age or 90 days.
cohort <- function(name, seed, n, rate, mean_days, oldest, window = 90) {
  set.seed(seed)
  succeeds <- runif(n) < rate
  time <- ifelse(succeeds, floor(rexp(n, 1 / mean_days)), Inf)
  age <- sample(0:oldest, n, replace = TRUE)
  end <- pmin(age, window)
  vector_of(name, ifelse(time <= end, time, end), as.integer(time <= end))
}

vectors <- list(
  vector_of("the register of the specification", c(19, 90, 78, 90, 90, 5, 60, 9, 10, 1), c(1, 0, 1, 0, 0, 1, 0, 1, 0, 0)),
  vector_of("one subject with an event", 12, 1),
  vector_of("one subject without", 12, 0),
  vector_of("one event on day 0", c(0, 5, 9), c(1, 0, 0)),
  vector_of("everybody on day 0", c(0, 0, 0), c(1, 1, 1)),
  vector_of("all censored", c(3, 30, 60, 90), c(0, 0, 0, 0)),
  vector_of("all censored on one day", rep(90, 5), rep(0, 5)),
  vector_of("no censoring", c(1, 2, 3, 4, 5, 6, 7), rep(1, 7)),
  vector_of("no censoring, all on one day", rep(30, 6), rep(1, 6)),
  vector_of("ties of events", c(10, 10, 10, 20, 20, 40, 90), c(1, 1, 1, 1, 1, 1, 0)),
  vector_of("censored at the time of an event", c(10, 10, 20, 20, 30, 30), c(1, 0, 1, 0, 1, 0)),
  vector_of("censored just before an event", c(9, 10, 19, 20), c(0, 1, 0, 1)),
  vector_of("events and censoring on the last day", c(90, 90, 90, 90), c(1, 1, 0, 0)),
  vector_of("an event on day 90 among younger ones", c(10, 30, 60, 90, 90), c(0, 0, 0, 1, 0)),
  vector_of("the last one at risk succeeds", c(5, 10, 15), c(0, 0, 1)),
  vector_of("censored before the first event", c(1, 2, 3, 50, 60), c(0, 0, 0, 1, 0)),
  vector_of("survival falls to nothing early", c(1, 2, 90), c(1, 1, 1)),
  vector_of("events on every horizon", c(30, 60, 90, 30, 60, 90), c(1, 1, 1, 0, 0, 0)),
  cohort("20 subjects", 20, 20, 0.5, 20, 120),
  cohort("50 subjects, few events", 50, 50, 0.05, 30, 150),
  cohort("50 subjects, all young", 51, 50, 0.6, 30, 29),
  cohort("100 subjects, all old", 100, 100, 0.45, 25, 400),
  cohort("200 subjects", 200, 200, 0.45, 25, 150),
  cohort("200 subjects, heavy ties", 201, 200, 0.9, 3, 30),
  cohort("1000 subjects", 1000, 1000, 0.3, 40, 180)
)

probabilities <- c(1e-12, 1e-6, 0.001, 0.02, 0.074, 0.076, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 0.995, 0.9995, 1 - 1e-9)
shares <- expand.grid(confidence = c(0.8, 0.9, 0.95, 0.99), successes = c(0, 1, 2, 5, 10), n = c(1, 2, 5, 10, 37, 1000))
shares <- shares[shares$successes <= shares$n, ]
wilson <- do.call(rbind, lapply(seq_len(nrow(shares)), function(i) {
  share <- shares[i, ]
  interval <- suppressWarnings(prop.test(share$successes, share$n, conf.level = share$confidence, correct = FALSE))$conf.int
  data.frame(confidence = share$confidence, successes = share$successes, n = share$n, low = interval[1], high = interval[2])
}))

write_json(
  list(
    vectors = vectors,
    quantiles = data.frame(p = probabilities, z = qnorm(probabilities)),
    wilson = wilson
  ),
  target,
  digits = NA, pretty = TRUE, always_decimal = FALSE
)
