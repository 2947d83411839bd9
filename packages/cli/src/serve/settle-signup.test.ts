import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRuntime } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { databaseChannel } from './channels/index.ts';
import { openData, type Data } from './open-data.ts';
import { settleSignup } from './settle-signup.ts';
import { createSignupList } from './signup-list.ts';
import { createUsers } from './users.ts';

const full = (): never => {
  throw new Error('database or disk is full');
};

it.each<[string, Partial<Data>]>([
  ['its record cannot be written', { write: (kind) => (kind === 'signup' ? full() : undefined) }],
  ['nothing can be written', { write: full }],
  // SQLite writes some of it only now.
  ['what was written cannot be kept', { together: (write) => (write(), full()) }],
])('a signup creates no user if %s', async (_, broken) => {
  const file = join(mkdtempSync(join(tmpdir(), 'data-')), 'users.db');
  const opened = await openData(file);
  const data: Data = {
    ...opened,
    ...broken,
    write(...args) {
      opened.write(...args);
      broken.write?.(...args);
    },
    together: (write) =>
      opened.together(() => (broken.together ? broken.together(write) : write())),
  };
  const [users, signups] = [createUsers(data), createSignupList(data, () => {})];
  const event = createMockEvent();
  const outcome = await createRuntime().run({ event, actions: [] });
  const run = { outcome } as never;

  expect(() =>
    settleSignup(
      { event, password: undefined, channel: databaseChannel },
      { actions: [], run, isForgotten: false },
      { users, signups },
    ),
  ).toThrow('database or disk is full');

  expect([users.list(), signups.all]).toEqual([[], []]);
  opened.close();
  const again = await openData(file);
  expect([again.read('user'), again.read('signup')]).toEqual([[], []]);
  again.close();
});
