import { createMockEvent, startingPoints, type StartingPoint } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { readPage } from '../read-page.ts';

const names = Object.keys(startingPoints) as StartingPoint[];

it.each(names)('the page shows the event of %s', async (name) => {
  const event = createMockEvent(name);

  await expect(`${JSON.stringify(event, null, 2)}\n`).toMatchFileSnapshot(`outputs/${name}.json`);
  expect(readPage('event')).toContain(`<<< ./snippets/event/outputs/${name}.json`);
});
