import { fileURLToPath } from 'node:url';
import * as kit from '@signup-actions/testing';
import * as load from '@signup-actions/testing/node';
import { expect, it, vi } from 'vitest';
import { specifyLoading } from '../spec/loading.ts';

specifyLoading({
  it,
  expect,
  useFakeTimers: () => vi.useFakeTimers(),
  runAllTimers: () => vi.runAllTimers(),
  useRealTimers: () => vi.useRealTimers(),
  kit,
  load,
  folder: fileURLToPath(new URL('../load', import.meta.url)),
});
