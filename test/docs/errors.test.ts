import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ProblemCode, problemCodes } from '../../src/model/problem.js';

const root = join(import.meta.dirname, '../..');

/** The exit code and the first sentence that the gallery's run says about the code. */
function shown(code: ProblemCode): string {
  const text = readFileSync(join(root, 'fixtures/errors', code, 'expected.txt'), 'utf8');
  const exit = /^exit (\d+)/.exec(text)?.[1];
  const lines = text.split('\n').filter((line) => /^(错误|提示) /.test(line));
  const command = readFileSync(join(root, 'fixtures/errors', code, 'command.txt'), 'utf8')
    .split('\n')
    .find((line) => line !== '' && !line.startsWith('#'));
  return [`\`taizhang ${command}\` · 退出码 ${exit}`, '', '```', ...lines.slice(0, 3), '```'].join('\n');
}

const page = [
  '# 每一种问题',
  '',
  '由 `fixtures/errors/` 里的例子生成：每个例子都能重新运行。怎么办，见[使用手册](使用手册.md)。',
  ...(Object.keys(problemCodes) as ProblemCode[]).flatMap((code) => [
    '',
    `## ${code}：${problemCodes[code]}`,
    '',
    shown(code),
  ]),
  '',
].join('\n');

describe('docs/errors.md', () => {
  test('shows every problem code as its example does', async () => {
    await expect(page).toMatchFileSnapshot(join(root, 'docs/errors.md'));
  });
});
