import { resolve } from 'node:path';
import { expect, it, jest } from '@jest/globals';
import * as kit from '@signup-actions/testing';
import * as load from '@signup-actions/testing/node';
import { specifyLoading } from '../spec/loading.ts';

specifyLoading({
  it,
  expect,
  useFakeTimers: () => jest.useFakeTimers(),
  runAllTimers: () => jest.runAllTimers(),
  useRealTimers: () => jest.useRealTimers(),
  kit,
  load,
  folder: resolve(__dirname, '../load'),
});

it('jest.mock replaces what loaded code requires', async () => {
  jest.doMock('../load/domains.json', () => ({ domains: ['mocked.example'] }));
  const { exports } = load.loadModule(resolve(__dirname, '../load/is-team.js'));

  expect(exports.isTeam('ada@mocked.example')).toBe(true);
});
