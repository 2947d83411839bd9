import type { SignupEvent } from '@signup-actions/runtime-core';
import { startingPoints, type StartingPoint } from '@signup-actions/testing';

/** The names of the kit's events, as `--event` takes them. */
export const startingPointNames: readonly string[] = Object.keys(startingPoints);

/** The event of a signup when none is named. */
export const defaultStartingPoint: StartingPoint = 'universal-login';

/** The kit's event of this name; nothing where it has none. */
export const createStartingPoint = (name: string): SignupEvent | undefined =>
  isStartingPoint(name) ? startingPoints[name]() : undefined;

const isStartingPoint = (name: string): name is StartingPoint =>
  Object.hasOwn(startingPoints, name);
