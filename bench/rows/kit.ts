import { createMockApi, createMockEvent } from '@signup-actions/testing';
import type { PreUserRegistrationAPI } from '@signup-actions/types';
import { fn } from '@vitest/spy';
import { busy } from '../actions.ts';
import { measureRatio } from '../measure-ratio.ts';
import type { Row } from '../row.ts';

const event = createMockEvent();

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
];

/** What people write by hand today. */
function createSpyApi(): PreUserRegistrationAPI {
  return {
    access: { deny: fn() },
    cache: { get: fn(), set: fn(), delete: fn() },
    user: { setAppMetadata: fn(), setUserMetadata: fn(), setUserId: fn() },
    validation: { error: fn() },
  };
}
