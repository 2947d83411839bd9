import { expect, it } from 'vitest';
import { createPaint } from './paint.ts';

const terminal = { isTTY: true, hasColors: () => true } as const;
const noColours = { isTTY: true, hasColors: () => false } as const;

it.each([
  ['on a terminal', terminal, {}, true],
  ['not without a terminal', {}, {}, false],
  ['not without a terminal on a build server', {}, { CI: 'true' }, false],
  ['not on a terminal without colours', noColours, {}, false],
  ['without a terminal if FORCE_COLOR is set', {}, { FORCE_COLOR: '1' }, true],
  ['not on a terminal if FORCE_COLOR is 0', terminal, { FORCE_COLOR: '0' }, false],
  ['not on a terminal if NO_COLOR is set', terminal, { NO_COLOR: '1' }, false],
])('colours %s', (_, stdout, env, isColoured) => {
  const paint = createPaint({ stdout, env });

  expect(paint('good', 'ALLOWED')).toBe(
    isColoured ? '\u001B[1m\u001B[32mALLOWED\u001B[39m\u001B[22m' : 'ALLOWED',
  );
});
