import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

// Every `@example f(x) // => y` in the sources is run: the documentation cannot lie.

const source = join(import.meta.dirname, '../src');

interface Example {
  readonly file: string;
  readonly call: string;
  readonly result: string;
}

const examples: readonly Example[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort()
  .flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/@example\s+(\S.*?)\s*\/\/ => (.*?)(?:\s*\*\/)?$/gm)].map(
      ([, call = '', result = '']) => ({ file, call, result }),
    ),
  );

function evaluate(expression: string, names: Readonly<Record<string, unknown>>): unknown {
  return new Function(...Object.keys(names), `return (${expression});`)(...Object.values(names));
}

describe('documented examples', () => {
  test('there are many', () => {
    expect(examples.length).toBeGreaterThan(40);
  });

  test.each(examples)('$file: $call', async ({ file, call, result }) => {
    const names: Record<string, unknown> = await import(join(source, file));
    expect(evaluate(call, names)).toEqual(evaluate(result, names));
  });
});
