import { createMockApi, createMockEvent, runAction } from '@signup-actions/testing';
import type { PreUserRegistrationAction, PreUserRegistrationAPI } from '@signup-actions/types';
import { fn } from '@vitest/spy';
import { busy } from '../actions.ts';
import { createEventByHand } from '../event-by-hand.ts';
import { createFloorApi } from '../floor.ts';
import { measureMicroseconds, measureRatio } from '../measure-ratio.ts';
import type { Row } from '../row.ts';

const event = createMockEvent();

/** By the clock: what other rows leave behind in the process would slow it down. */
export const clockRows: readonly Row[] = [
  {
    name: 'event with overrides, mock api and handler, by the clock; a kit that draws random events takes about 200',
    unit: 'µs',
    limit: 2,
    measure: () => measureMicroseconds(testDenial),
  },
];

export const kitRows: readonly Row[] = [
  {
    name: 'mock api and busy handler, against an api of spies',
    unit: 'times',
    limit: 1,
    measure: () =>
      measureRatio({
        subject: () => busy(event, createMockApi()),
        floor: () => busy(event, createSpyApi()),
      }),
  },
  {
    name: 'event with overrides, mock api and handler, against literals',
    unit: 'times',
    limit: 4,
    measure: () => measureRatio({ subject: testDenial, floor: testDenialByHand }),
  },
  {
    name: 'runAction, which waits a turn of the event loop, against literals',
    unit: 'times',
    limit: 80,
    measure: () =>
      measureRatio({ subject: () => runAction(refuse, event), floor: testDenialByHand }),
  },
];

const refuse: PreUserRegistrationAction = async ({ user }, api) =>
  user.email?.endsWith('.example') ? api.access.deny('reason', 'message') : undefined;

/** What the kit's users write. */
const testDenial = (): unknown =>
  refuse(createMockEvent({ user: { email: 'ada@corp.example' } }), createMockApi());

/** The least that a test can be: an event and an api as literals, and nothing to look at but an array. */
const testDenialByHand = (): unknown => refuse(createEventByHand(), createFloorApi());

/** What people write by hand today. */
function createSpyApi(): PreUserRegistrationAPI {
  return {
    access: { deny: fn() },
    cache: { get: fn(), set: fn(), delete: fn() },
    user: { setAppMetadata: fn(), setUserMetadata: fn(), setUserId: fn() },
    validation: { error: fn() },
  };
}
