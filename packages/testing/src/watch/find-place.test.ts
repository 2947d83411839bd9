import { expect, it } from 'vitest';
import { findPlace } from './find-place.ts';

const stackOf = (...frames: readonly string[]): string => ['TypeError: boom', ...frames].join('\n');

it.each([
  [['    at handler (/work/actions/code.js:12:9)'], '/work/actions/code.js:12'],
  [['    at async file:///work/actions/code.mjs:3:1'], '/work/actions/code.mjs:3'],
  [['    at C:\\work\\code.js:3:1'], 'C:\\work\\code.js:3'],
  [['handler@/work/code.js:3:1'], '/work/code.js:3'],
  [
    [
      '    at fetch (node:internal/deps/undici:1:2)',
      '    at get (/work/node_modules/axios/index.js:4:5)',
      '    at deny (/work/packages/runtime-core/src/api/access.ts:1:1)',
      '    at handler (/work/code.js:7:3)',
    ],
    '/work/code.js:7',
  ],
  [
    [
      '    at deny (file:///work/node_modules/@signup-actions/testing/dist/index.js:257:9)',
      '    at get (/work/node_modules/.pnpm/axios@1.2.3/node_modules/axios/index.js:4:5)',
      'deny@/work/node_modules/@signup-actions/testing/dist/index.js:257:9',
      '    at Object.<anonymous> [as handler] (/work/@scope/my project (2)/code.js:7:3)',
    ],
    '/work/@scope/my project (2)/code.js:7',
  ],
  [['    at eval (eval at run (/work/run.js:1:2), <anonymous>:1:1)'], undefined],
  [['    at new Promise (<anonymous>)', '    at native'], undefined],
])('finds the Action in %j', (frames, place) => {
  expect(findPlace(stackOf(...frames))).toBe(place);
});

it('makes paths below the working directory relative, and finds nothing without a stack', () => {
  expect(findPlace(stackOf(`    at ${process.cwd()}/actions/code.js:2:1`))).toBe(
    'actions/code.js:2',
  );
  expect(findPlace(undefined)).toBeUndefined();
});
