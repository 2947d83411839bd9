import { createRuntime } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import { bind, busy, trivial } from '../actions.ts';
import { runFloor } from '../floor.ts';
import { measureRatio } from '../measure-ratio.ts';
import type { Row } from '../row.ts';

const event = createMockEvent();
/** So small that copying it costs next to nothing: what is left is the engine's own share. */
const tiny = {
  user: {},
  connection: { id: '', name: '', strategy: 'auth0' },
  tenant: { id: '' },
  request: { body: {}, geoip: {}, ip: '', method: '' },
};
const runtime = createRuntime();
const cloneEvent = (): unknown => structuredClone(event);

export const engineRows: readonly Row[] = [
  {
    name: 'flow of one trivial Action, against bare handlers',
    unit: 'times',
    limit: 1.5,
    measure: () =>
      measureRatio({
        subject: () => runtime.run({ event, actions: bind(trivial) }),
        floor: runFloor([trivial], event),
      }),
  },
  {
    name: 'flow of five busy Actions, against bare handlers',
    unit: 'times',
    limit: 2,
    measure: () =>
      measureRatio({
        subject: () => runtime.run({ event, actions: bind(busy, 5) }),
        floor: runFloor(Array(5).fill(busy), event),
      }),
  },
  {
    name: 'own share of the trivial flow, against one structuredClone of the event',
    unit: 'times',
    limit: 0.9,
    measure: () =>
      measureRatio({
        subject: () => runtime.run({ event: tiny, actions: bind(trivial) }),
        floor: cloneEvent,
      }),
  },
  {
    name: 'own share of the five busy Actions, against one structuredClone of the event',
    unit: 'times',
    limit: 5.5,
    measure: () =>
      measureRatio({
        subject: () => runtime.run({ event: tiny, actions: bind(busy, 5) }),
        floor: cloneEvent,
      }),
  },
];
