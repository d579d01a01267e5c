// What a program answered, in forms that can be compared with another's: each gives answers by name.
import { createHash } from 'node:crypto';

const digest = (hash) => hash.digest('hex').slice(0, 16);

/** SHA-256 of a JSON report from its summary on: what stands before tells of files and rules. */
function reportAnswer() {
  const marker = '\n  "summary": {';
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let isFound = false;
  return {
    take(bytes) {
      if (isFound) return hash.update(bytes);
      head = Buffer.concat([head, bytes]);
      const begin = head.indexOf(marker);
      if (begin === -1) return;
      isFound = true;
      hash.update(head.subarray(begin));
    },
    settle() {
      if (!isFound) throw new Error('wrote no report');
      return { report: digest(hash) };
    },
  };
}

const hashOf = (lines) => digest(createHash('sha256').update(lines.join('\n')));

/**
 * Of a list of customers, ours or a reference's: `figures` are tier, R, F, M and AUM of each of them, `scores` their scores.
 * Missing is null in ours, an empty text in Miller's.
 */
function customersAnswer() {
  const chunks = [];
  return {
    take(bytes) {
      chunks.push(bytes);
    },
    settle() {
      const written = JSON.parse(Buffer.concat(chunks).toString());
      const customers = written.customers ?? written;
      const sorted = customers.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
      const figures = sorted.map(({ customerId, tier, recencyDays, frequency, amountFen, aumFen }) =>
        [customerId, tier, recencyDays, frequency, amountFen, aumFen].join(),
      );
      const scores = sorted.map((customer) => {
        const { r, f, m } = customer.scores ?? customer;
        return [customer.customerId, r, f, m].join();
      });
      return { figures: hashOf(figures), scores: hashOf(scores) };
    },
  };
}

/** "groups rows yuan lastDay" as every grouping prints it; the sum is cut to 分, because some add floating numbers. */
function totalsAnswer() {
  let text = '';
  return {
    take(bytes) {
      text += bytes;
    },
    settle() {
      const found = /^(\d+)[ ,](\d+)[ ,]([\d.e+]+)[ ,](\d{4}-\d\d-\d\d)\s*$/.exec(text);
      if (found === null) throw new Error('printed no totals');
      const [, groups, rows, yuan, lastDay] = found;
      return { totals: `${groups} customers, ${rows} rows, ${Number(yuan).toFixed(2)}, ${lastDay}` };
    },
  };
}

const forms = { report: reportAnswer, customers: customersAnswer, totals: totalsAnswer };

/** Reads one output in several forms at once; `settle` gives the answers of all of them. */
export function answerIn(names) {
  const taken = names.map((name) => forms[name]());
  return {
    take(bytes) {
      for (const form of taken) form.take(bytes);
    },
    settle: () => Object.assign({}, ...taken.map((form) => form.settle())),
  };
}
