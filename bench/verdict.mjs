// From rounds to verdicts: everything here is computed from what was measured, nothing is run.

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const seconds = (round, id, without) => round[id].seconds - (without === undefined ? 0 : round[without].seconds);

const less = (id, without) => (without === undefined ? id : `(${id} − ${without})`);

/**
 * For each kind of claim: the programs it needs, its words, and its judgement of the rounds. A ratio is taken within each round,
 * so that a busy machine slows both sides; the median of the ratios counts.
 */
const kinds = {
  ratio: {
    needs: ({ program, without, against, againstWithout }) => [program, without, against, againstWithout],
    says: ({ program, without, against, againstWithout }) =>
      `${less(program, without)} ÷ ${less(against, againstWithout)}`,
    judge({ program, without, against, againstWithout, atMost }, rounds) {
      const ratio = median(
        rounds.map((round) => seconds(round, program, without) / seconds(round, against, againstWithout)),
      );
      return { measured: `${ratio.toFixed(2)} ×`, limit: `≤ ${atMost} ×`, isMet: ratio <= atMost };
    },
  },
  timesAsFast: {
    needs: ({ program, than }) => [program, than],
    says: ({ program, than }) => `${program}, times as fast as ${than}`,
    judge({ program, than, times }, rounds) {
      const ratio = median(rounds.map((round) => seconds(round, than) / seconds(round, program)));
      return { measured: `${ratio.toFixed(1)} ×`, limit: `≥ ${times} ×`, isMet: ratio >= times };
    },
  },
  seconds: {
    needs: ({ program }) => [program],
    says: ({ program }) => `${program}, time`,
    judge({ program, below }, rounds) {
      const time = median(rounds.map((round) => seconds(round, program)));
      return { measured: `${time.toFixed(2)} s`, limit: `< ${below} s`, isMet: time < below };
    },
  },
  memory: {
    needs: ({ program }) => [program],
    says: ({ program }) => `${program}, peak memory`,
    judge({ program, belowMb }, rounds) {
      const limit = `< ${belowMb} MB`;
      const peaks = rounds.map((round) => round[program].peakMb);
      if (peaks.includes(undefined)) return { measured: 'not known on this system', limit, isMet: null };
      const peakMb = Math.max(...peaks);
      return { measured: `${Math.round(peakMb)} MB`, limit, isMet: peakMb < belowMb };
    },
  },
  same: {
    needs: () => [],
    says: ({ of, programs }) => `same ${of}: ${programs.join(' = ')}`,
    judge({ of, programs }, _rounds, answers) {
      const given = programs.filter((id) => answers[id] !== undefined);
      // A failure is an answer that equals no other.
      const different = new Set(given.map((id) => answers[id][of] ?? `none from ${id}`)).size;
      if (given.length < 2) return { measured: 'not measured', limit: 'identical', isMet: null };
      const measured = different === 1 ? `identical (${given.length} of ${programs.length})` : `${different} answers`;
      return { measured, limit: 'identical', isMet: different === 1 };
    },
  },
};

/**
 * What a claim says, what was measured, its limit and whether it is met: null where a program of it was skipped or failed.
 * `rounds` map a program to { seconds, peakMb }, `answers` a program to what it answered, by name; {} when it failed.
 */
export function judge(claim, rounds, answers) {
  const { needs, says, judge: judgeKind } = kinds[claim.kind];
  const needed = needs(claim).filter((id) => id !== undefined);
  const isMissing = rounds.length === 0 || needed.some((id) => rounds.some((round) => round[id] === undefined));
  if (isMissing) return { says: says(claim), measured: 'not measured', limit: '', isMet: null };
  return { says: says(claim), ...judgeKind(claim, rounds, answers) };
}

/** Median, fastest, slowest and largest peak of one program; undefined where it was not measured in every round. */
export function summarise(id, rounds) {
  const runs = rounds.map((round) => round[id]);
  if (runs.length === 0 || runs.includes(undefined)) return undefined;
  const times = runs.map((run) => run.seconds);
  const peaks = runs.map((run) => run.peakMb).filter((peakMb) => peakMb !== undefined);
  return {
    medianSeconds: median(times),
    fastest: Math.min(...times),
    slowest: Math.max(...times),
    peakMb: peaks.length === 0 ? undefined : Math.max(...peaks),
  };
}
