import type { SignupEvent } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';

/** The kit's events by the names that `--event` takes. */
export const startingPoints: ReadonlyMap<string, SignupEvent> = new Map([
  ['universal-login', createMockEvent()],
]);

/** The event of a signup when none is named. */
export const defaultStartingPoint = 'universal-login';
