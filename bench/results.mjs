// The measurements as a page of Markdown.
import { judge, summarise } from './verdict.mjs';

const row = (cells) => `| ${cells.join(' | ')} |`;
const words = new Map([
  [true, 'yes'],
  [false, '**no**'],
  [null, '—'],
]);

function measuredRow({ id, does }, { rounds, skipped }) {
  const found = summarise(id, rounds);
  if (found === undefined) return row([id, does, skipped.get(id) ?? 'not measured', '', '']);
  const { medianSeconds, fastest, slowest, peakMb } = found;
  const range = `${fastest.toFixed(2)}–${slowest.toFixed(2)}`;
  return row([id, does, medianSeconds.toFixed(2), range, peakMb === undefined ? '—' : Math.round(peakMb)]);
}

function claimRow({ says, measured, limit, isMet }) {
  return row([says, measured, limit, words.get(isMet)]);
}

const amount = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

/** Of all inputs of a group, without repeating those of one size. */
function sizesOf(inputs) {
  const said = inputs.map(({ sizes }) =>
    Object.entries(sizes)
      .map(([of, size]) => `${amount(size)} ${of}`)
      .join(', '),
  );
  return [...new Set(said)].join('; ');
}

export function judgements({ group, rounds, answers }) {
  return group.claims.map((claim) => judge(claim, rounds, answers));
}

function section(measured) {
  const { title, group, inputs, rounds } = measured;
  const data = inputs.length === 0 ? '' : `Invented branches: ${sizesOf(inputs)}. `;
  return [
    `## ${title}`,
    '',
    `${data}Rounds: ${rounds.length}.`,
    '',
    '| program | what it does | median (s) | fastest–slowest (s) | peak memory (MB) |',
    '|---|---|---:|---:|---:|',
    ...group.programs.map((program) => measuredRow(program, measured)),
    '',
    '| claim | measured | limit | met |',
    '|---|---:|---:|---|',
    ...judgements(measured).map(claimRow),
    '',
  ];
}

const method = `Every program of a group runs once per round, all by turns, so that a busy machine slows them alike; a first round warms the
file cache, compares the answers and is not counted. Times are whole processes, from start to exit, with their results thrown
away. A ratio is the median of the ratios within each round. Peak memory is the largest resident set the kernel has seen (VmHWM).
\`a − b\` is the time of a without what b does as well.

pandas and Miller do the work of \`segment\` as an analyst would write it, and find the same figures of every customer. They trust
what they read: \`segment\` also finds out encoding, header and kind of each file, checks every cell, accounts for every row, and
says the reason of every tier. bare DuckDB and the groupings are the floor: they read one file and group it.`;

/** `date` is when it was measured, if the caller says so. */
export function resultsPage(measured, { machine, versions }, { command, date }) {
  return [
    '# What taizhang costs',
    '',
    `- \`${command}\`${date === undefined ? '' : `, ${date}`}`,
    `- ${machine}`,
    `- ${versions}`,
    '',
    method,
    '',
    ...measured.flatMap(section),
  ].join('\n');
}
