import { afterAll, describe, expect, it } from 'vitest';
import { measureCache, type Row } from '../cluster/cache/measure-cache.ts';
import { limit, scenarios } from '../cluster/cache/scenarios.ts';
import { toTable } from '../cluster/cache/to-table.ts';
import { isRedisRequired } from '../cluster/start-redis.ts';

const timeout = 240_000;

describe.skipIf(!isRedisRequired)('C11: three servers over one Redis (pnpm cluster)', () => {
  const rows: Row[] = [];
  afterAll(() => console.log(toTable(rows)));

  it.each(scenarios)('over a store that compares: $name', { timeout }, async (scenario) => {
    const { lost, reported, letIn = limit } = scenario.allows ?? {};

    for await (const row of measureCache([scenario])) rows.push(row);

    const row = rows.at(-2);
    expect(row).toMatchObject({ store: 'compares', unreported: 0 });
    if (!lost) expect(row).toMatchObject({ lost: 0 });
    if (!reported) expect(row).toMatchObject({ reported: 0 });
    expect(row?.letIn).toBeLessThanOrEqual(letIn);
  });
});
