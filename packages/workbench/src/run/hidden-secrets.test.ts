import { createMockEvent } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { hiddenSecrets } from './hidden-secrets.ts';

const event = createMockEvent({
  user: { email: 'ada@example.com', user_metadata: { plan: 'pro', seats: 123_456 } },
});

const namesOf = (secrets: Record<string, string>): readonly string[] =>
  hiddenSecrets([{ secrets }], event).map(({ name }) => name);

it('shows a value that the signup itself holds', () => {
  expect(namesOf({ DOMAIN: 'example.com', EMAIL: 'ada@example.com', SEATS: '123456' })).toEqual([]);
});

it('hides a value that the signup holds only a part of', () => {
  expect(namesOf({ DOMAINS: 'example.com,corp.example' })).toEqual(['DOMAINS']);
});

it('hides a short value that happens to be in a longer string of the signup', () => {
  expect(namesOf({ SHORT: 'ada', PLAN: 'pro' })).toEqual(['SHORT']);
});

it('hides a value that is the name of a field', () => {
  expect(namesOf({ FIELD: 'user_metadata', PROPERTY: 'seats' })).toEqual(['FIELD', 'PROPERTY']);
});
