import { createRuntime } from '@signup-actions/runtime-core';
import { hostContract, type HostRun } from '@signup-actions/testing/contracts';
import { expect, it } from 'vitest';
import * as hostLaws from './host-laws.ts';

const runtime = createRuntime({ clock: () => 0 });

/** Stores the first write of a property, although the last one counts (M3). */
const firstWriteWins: HostRun = async ({ event, actions }) => {
  const written = new Set<unknown>();
  return runtime.run({
    event,
    actions: actions.map((action) => ({
      ...action,
      handler: async (own, api) => {
        const { setUserMetadata } = api.user;
        api.user.setUserMetadata = (key, value) => {
          if (!written.has(key)) setUserMetadata(key, value);
          written.add(key);
          return api;
        };
        await action.handler(own, api);
      },
    })),
  });
};

/** Allows a signup that an Action refuses if the Action then throws (F6). */
const allowsAfterThrow: HostRun = async (request) => {
  const outcome = await runtime.run(request);
  return outcome.status === 'failed' ? { status: 'allowed', user: request.event.user } : outcome;
};

const find = async (run: HostRun, law: string): Promise<string> => {
  const found = hostContract(run, { seed: 7 }).find(({ name }) => name.startsWith(law));
  return found
    ?.check()
    .then(() => 'nothing was found')
    .catch((error: Error) => error.message.split('\nStack trace')[0] ?? '') as Promise<string>;
};

it('shrinks a planted failure to two calls, and prints it as source that runs', async () => {
  expect(await find(firstWriteWins, 'M2 M3 M4')).toMatchInlineSnapshot(`
    "Property failed after 11 tests
    { seed: 7, path: "10:0:0:3:1:3:3:7:5:7:8:7", endOnFailure: true }
    Counterexample: [{},[async (event, api) => {
      api.user.setUserMetadata("source", {});
    },async (event, api) => {
      api.user.setUserMetadata("source", "free");
    }]]
    Shrunk 11 time(s)

    Hint: Enable verbose mode in order to have the list of all failing values encountered during the run"
  `);
});

it('finds a refusal that got lost', async () => {
  expect(await find(allowsAfterThrow, 'F2 F3 F5 F6')).toMatchInlineSnapshot(`
    "Property failed after 5 tests
    { seed: 7, path: "4:0:0:0", endOnFailure: true }
    Counterexample: [async (event, api) => {},api.validation.error("", ""),async (event, api) => {},true]
    Shrunk 3 time(s)

    Hint: Enable verbose mode in order to have the list of all failing values encountered during the run"
  `);
});

it('checks every law', () => {
  expect(hostContract(runtime.run)).toHaveLength(Object.keys(hostLaws).length);
});
