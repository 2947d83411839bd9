import type { Event } from '@signup-actions/types';
import fc from 'fast-check';
import { createMockEvent } from '../events/create-mock-event.ts';
import type { EventOverrides } from '../events/event-overrides.ts';
import { jsonValue } from './json-value.ts';
import { startingPoints, type StartingPoint } from '../events/starting-points.ts';
import { overlay } from '../events/overlay.ts';

type Parts = Record<string, unknown>;

/** Which events an arbitrary draws. */
export interface SignupEventOptions {
  /** The way of signing up; by default all of them are drawn. */
  readonly from?: StartingPoint;
  /** What is the same in all events. */
  readonly overrides?: EventOverrides;
}

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
const metadata = fc.dictionary(fc.constantFrom('plan', 'source', 'company'), jsonValue(2));

const address = fc
  .tuple(name, fc.constantFrom('example.com', 'example.org', 'corp.example', 'disposable.example'))
  .map(([local, domain]) => `${local}@${domain}`);

/** Only from the ranges that are reserved for documentation. */
const ip = fc
  .tuple(fc.constantFrom('192.0.2', '198.51.100', '203.0.113'), fc.integer({ min: 1, max: 254 }))
  .map(([network, host]) => `${network}.${host}`);

const varied = fc.record({
  user: fc.record({ email: address, user_metadata: metadata, app_metadata: metadata }),
  request: fc.record({
    ip,
    language: fc.constantFrom('en', 'fr', 'ja'),
    geoip: fc.record({ countryCode: fc.constantFrom('PT', 'FR', 'JP') }),
    body: fc.dictionary(fc.constantFrom('ulp-company', 'ulp-invite'), name),
  }),
});

/**
 * Draws a valid event that the platform could send.
 *
 * @example
 * ```ts
 * fc.property(signupEvent({ from: 'api-signup' }), (event) => !event.transaction);
 * ```
 */
export const signupEvent = ({
  from,
  overrides = {},
}: SignupEventOptions = {}): fc.Arbitrary<Event> =>
  fc
    .tuple(
      fc.constantFrom(...(from ? [from] : (Object.keys(startingPoints) as StartingPoint[]))),
      varied,
    )
    .map(([startingPoint, { user, request }]) => {
      const { email, ...kept } = user;
      // A signup by phone has no email address.
      const byPhone = 'phone_number' in startingPoints[startingPoint]().user;
      const base = byPhone ? kept : { email, ...kept };
      const event: unknown = createMockEvent(startingPoint, { user: base, request });
      return overlay(event as Parts, overrides) as unknown as Event;
    });
