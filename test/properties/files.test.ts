// However the files are written, the report is the same but for what it says of the files.
import { describe, expect, test } from 'vitest';
import { branches, plainReport } from './branches.js';
import { figures, segmented } from './segmented.js';
import { restyles } from './style.js';

/** Each relation takes every fourth branch, another quarter than its neighbours; 1 takes all sixty each time. */
const stride = Number(process.env.TAIZHANG_BRANCH_STRIDE ?? 4);

describe('the report is the same when', () => {
  test.each(restyles.map(([name, change], at) => [name, change, at % stride] as const))(
    '%s',
    async (_, change, first) => {
      for (let at = first; at < branches.length; at += stride) {
        const branch = branches[at]!;
        const restyled = await segmented(branch, change);
        expect(figures(restyled), `seed ${branch.seed}`).toEqual(figures(await plainReport(branch)));
      }
    },
  );
});
