import { createMockEvent, runAction } from '@signup-actions/testing';
import {
  explore,
  formatFindings,
  type ExploredSignup,
  type Finding,
} from '@signup-actions/testing/fast-check';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Resume } from './resume.ts';

type Loose = Record<string, Record<string, string>>;
/** The event as JavaScript without types reads it. */
const loosely = (event: unknown): Loose => event as Loose;

const kindsOf = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ problem }) => problem.kind);

/** Runs the test of a finding as if it were pasted into a file. */
async function runPasted({ source }: Finding, action: unknown): Promise<void> {
  let test: (() => Promise<void>) | undefined;
  const take = (_title: string, body: () => Promise<void>): void => {
    test = body;
  };
  // oxlint-disable-next-line typescript/no-implied-eval, eslint/no-new-func -- the source must run
  new Function('it', 'expect', 'vi', 'runAction', 'createMockEvent', 'action', source)(
    take,
    expect,
    vi,
    runAction,
    createMockEvent,
    action,
  );
  await test?.();
}

afterEach(() => void vi.unstubAllGlobals());

const careless: PreUserRegistrationAction = async (event, api) => {
  const domain = loosely(event)['user']!['email']!.split('@')[1];
  const client = loosely(event)['client']!['client_id'];
  api.user.setAppMetadata('from', `${domain} ${client}`);
};

it('finds each absent part that an Action cannot do without, with that part only', async () => {
  const findings = await explore(careless);

  expect(kindsOf(findings)).toEqual(['throws', 'throws']);
  expect(findings.map(({ source }) => /createMockEvent\((.*)\)/.exec(source)?.[1])).toEqual([
    '{ client: undefined }',
    '{ user: { email: undefined } }',
  ]);
  expect(findings[0]?.event).toEqual(createMockEvent({ client: undefined }));
  expect(findings[0]?.outcome).toMatchObject({ status: 'failed' });
});

it('shows what is wrong, and nothing else, where a test expects no findings', async () => {
  const [finding] = await explore(async (event) => {
    loosely(event)['client']!['client_id']!.trim();
  });

  expect(Object.keys(finding ?? {})).toEqual(['problem', 'source', 'seed', 'path']);
  expect(formatFindings(finding ? [finding] : []).replace(/at [\w/.-]+:\d+/, 'at the Action'))
    .toMatchInlineSnapshot(`
      "1. throws at the Action: TypeError: Cannot read properties of undefined (reading 'client_id')
         To draw this signup again: { seed: 0, path: '3' }

         it('does not fail without client', async () => {
           const event = createMockEvent({ client: undefined });
           expect(await runAction(action, event)).not.toHaveFailed();
         });"
    `);
  expect(formatFindings([])).toMatchInlineSnapshot(`"No drawn signup showed a problem."`);
});

it('draws the signup of a finding again from its seed and path', async () => {
  const findsRare: PreUserRegistrationAction = async (event) => {
    if (event.user.username !== undefined && !event.client) throw new Error('no client');
  };
  const [finding, ...others] = await explore(findsRare);
  const again = await explore(findsRare, { seed: finding?.seed, path: finding?.path });

  expect(others).toEqual([]);
  expect(finding?.source).toContain(
    "createMockEvent({ user: { username: '' }, client: undefined })",
  );
  expect(again).toEqual([finding]);
  expect(await explore(findsRare, { runs: 1 })).toEqual([]);
});

it('shortens a long text as far as half of it would not show the problem', async () => {
  const [finding] = await explore(async (event, api) => {
    const company = event.request.body['ulp-company'] as unknown;
    if (typeof company === 'string' && company !== '') {
      api.validation.error('company', `We do not know ${company}.`);
    }
  });
  expect(finding?.source).toContain("body: { 'ulp-company': 'a'.repeat(125) }");
});

it('counts problems at one place once, whatever their messages', async () => {
  const findings = await explore(async (event) => {
    JSON.parse(event.request.body['profile'] as string);
  });

  expect(kindsOf(findings)).toEqual(['throws']);
});

describe('finds an Action that', () => {
  const actions: Readonly<Record<string, readonly [string, PreUserRegistrationAction]>> = {
    'never settles': [
      'hangs',
      async () => {
        await new Promise(() => {});
      },
    ],
    'settles too late': [
      'hangs',
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 21_000));
      },
    ],
    'refuses after it has settled': [
      'late-work',
      async (_event, api) => {
        setTimeout(() => api.access.deny('late', 'Sorry.'), 40);
      },
    ],
    'does not await work that fails': [
      'late-work',
      async (event) => {
        void Promise.resolve().then(() => loosely(event)['client']!['name']);
      },
    ],
    'throws in a timer': [
      'late-work',
      async () => {
        setTimeout(() => {
          throw new Error('in a timer');
        }, 1);
      },
    ],
    'prints a secret': [
      'exposes-secret',
      async (event) => {
        if (event.secrets['API_KEY']) console.log(event.secrets['API_KEY']);
      },
    ],
    'puts a secret into a message': [
      'exposes-secret',
      async (event, api) => {
        const { SCORE_KEY } = event.secrets;
        if (SCORE_KEY) api.access.deny(`no score for ${SCORE_KEY}`, 'Sorry.');
      },
    ],
    'stores a value that may be absent': [
      'mistake',
      async (event, api) => {
        api.user.setUserMetadata('language', event.request.language as string);
      },
    ],
    'depends on its secret': [
      'throws',
      async (event) => {
        event.secrets['LIST']!.split(',');
      },
    ],
    'expects text where JSON can have anything': [
      'throws',
      async (event) => {
        (event.request.body['ulp-company'] as string | undefined)?.trim();
      },
    ],
  };

  it.each(Object.entries(actions))('%s', async (_name, [kind, action]) => {
    const findings = await explore(action);

    expect(kindsOf(findings)).toEqual([kind]);
    const [finding] = findings as [Finding];
    // A rejection that nobody handles fails the file of the pasted test instead.
    if (!finding.problem.message.startsWith('No code caught')) {
      await expect(runPasted(finding, action)).rejects.toThrow(/\S/);
    }
  });
});

it('finds an Action that remembers signups', async () => {
  const seen = new Set<string>();
  const remembers: PreUserRegistrationAction = async (event, api) => {
    if (seen.has(event.request.ip)) return api.access.deny('seen', 'Sorry.');
    seen.add(event.request.ip);
    return undefined;
  };
  const findings = await explore(remembers);

  expect(kindsOf(findings)).toEqual(['contradicts-itself']);
  expect(findings[0]?.problem.statuses).toEqual(['allowed', 'denied']);
  expect(findings[0]?.problem.message).toMatchInlineSnapshot(
    `"The same signup ran twice, each time with an empty cache: the result was allowed, and then denied. Does a variable outside of the handler keep something between signups?"`,
  );
  seen.clear();
  await expect(runPasted(findings[0] as Finding, remembers)).rejects.toThrow('allowed');
});

it('takes neither times nor random ids for a contradiction', async () => {
  const stamps: PreUserRegistrationAction = async (_event, api) => {
    api.user.setUserId(crypto.randomUUID());
    api.user.setAppMetadata('at', new Date().toISOString());
    api.cache.set('token', Math.random().toString(36), { ttl: 1_000 });
  };
  expect(await explore(stamps)).toEqual([]);
});

describe('with answers instead of a network', () => {
  const asks: PreUserRegistrationAction = async (_event, api) => {
    const answer = await fetch('https://score.example.com/v1?key=1');
    const { score } = (await answer.json()) as { score?: number };
    if (score === undefined) api.access.deny('no score', 'Please try again later.');
  };

  it('finds what a service can do to an Action, and writes tests that fail for it', async () => {
    const findings = await explore(asks, { fetch: true });

    expect(kindsOf(findings)).toEqual(['throws', 'throws', 'throws', 'hangs']);
    expect(findings.map(({ problem }) => problem.message)).toMatchInlineSnapshot(`
      [
        "TypeError: Cannot destructure property 'score' of '(intermediate value)' as it is null.",
        "SyntaxError: Unexpected end of JSON input",
        "TypeError: fetch failed",
        "The flow timed out: all its Actions together have 20000 ms. It waits for a response to GET https://score.example.com/v1.",
      ]
    `);
    for (const finding of findings)
      await expect(runPasted(finding, asks)).rejects.toThrow(/Expected/);
  });

  it('accepts what the Action means to do', async () => {
    const accept = [/^TypeError/, /^SyntaxError/, /timed out/];
    expect(await explore(asks, { fetch: true, accept })).toEqual([]);
  });

  it('finds nothing in an Action that expects anything, in no real time', async () => {
    const careful: PreUserRegistrationAction = async (_event, api) => {
      try {
        const answer = await fetch('https://score.example.com', {
          signal: AbortSignal.timeout(5_000),
        });
        const body = (await answer.json()) as { score?: number } | null;
        if (body?.score !== undefined && body.score > 5) return;
      } catch {
        // No score.
      }
      api.access.deny('no score', 'Please try again later.');
    };
    expect(await explore(careful, { fetch: true })).toEqual([]);
  });

  it('asks only the answers, and gives the runtime back', async () => {
    const send = vi.fn<typeof fetch>();
    vi.stubGlobal('fetch', send);
    const before = [fetch, setTimeout, clearTimeout, AbortSignal.timeout, console.log, Date];
    const listeners = process.listeners('unhandledRejection');
    await explore(asks, { fetch: true });

    expect(send).not.toHaveBeenCalled();
    expect([fetch, setTimeout, clearTimeout, AbortSignal.timeout, console.log, Date]).toEqual(
      before,
    );
    expect(process.listeners('unhandledRejection')).toEqual(listeners);
  });
});

it('explores one Action after another, and gives the runtime back after the last', async () => {
  const before = [setTimeout, console.log, ...process.listeners('unhandledRejection')];
  const [first, second] = await Promise.all([
    explore(careless, { runs: 5 }),
    explore(careless, { runs: 5 }),
  ]);
  expect(second).toEqual(first);
  expect([setTimeout, console.log, ...process.listeners('unhandledRejection')]).toEqual(before);
});

it('gives an Action a date that moves with its timers', async () => {
  const polls: PreUserRegistrationAction = async () => {
    const [start, limit] = [new Date(), Date.now() + 5_000];
    while (Date.now() < limit) await new Promise((resolve) => setTimeout(resolve, 100));
    const waited = new Date().getTime() - start.getTime();
    if (waited < 5_000) throw new Error(`waited ${waited} ms`);
    const end = Date.now() + 2;
    while (Date.now() < end);
    if (!(start instanceof Date) || !Date().includes('GMT') || new Date(7).getTime() !== 7) {
      throw new Error('not a date');
    }
  };
  expect(await explore(polls, { runs: 5 })).toEqual([]);
});

it('waits for work of the runtime that is neither a timer nor a request', async () => {
  const hashes: PreUserRegistrationAction = async (event, api) => {
    await promisify(scrypt)(event.request.ip, 'salt', 8);
    api.user.setAppMetadata('hashed', true);
  };
  expect(await explore(hashes, { runs: 3 })).toEqual([]);
});

it('prints nothing of what an Action prints', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await explore(async () => console.log('a line'), { runs: 3 });
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});

it('uses the secrets and the cache that it is given', async () => {
  const reads: PreUserRegistrationAction = async (event, api) => {
    if (event.secrets['PLAN']!.length > 4 || api.cache.get('seen')?.value !== '1') {
      throw new Error('not as given');
    }
  };
  const given = { secrets: { PLAN: 'free' }, cache: { seen: '1' } };
  expect(await explore(reads, given)).toEqual([]);
  const [finding] = await explore(careless, given);
  expect(finding?.source).toContain("{ secrets: { PLAN: 'free' }, client: undefined }");
});

it('names an option that does not exist', async () => {
  await expect(explore(careless, { run: 3 } as never)).rejects.toThrowErrorMatchingInlineSnapshot(`
    [TypeError: Failed to explore the Action: there is no option "run".
    The options are accept, cache, fetch, onFinding, onRun, path, runs, secrets, seed, timeLimitMs.]
  `);
});

describe('tells while it explores', () => {
  it('which signup is about to run', async () => {
    const runs: ExploredSignup[] = [];
    let count = 0;
    const counts: PreUserRegistrationAction = async () => void (count += 1);
    await explore(counts, { runs: 4, onRun: (signup) => void runs.push(signup) });

    expect(runs).toHaveLength(count);
    expect(runs.at(-1)).toMatchInlineSnapshot(`
      {
        "description": "without client",
        "from": "universal-login",
        "overrides": {
          "client": undefined,
        },
      }
    `);
  });

  it('each finding as soon as it is complete', async () => {
    const found: [Finding, number][] = [];
    let count = 0;
    const findings = await explore(careless, {
      onRun: () => void (count += 1),
      onFinding: (finding) => void found.push([finding, count]),
    });

    expect(found.map(([finding]) => finding)).toEqual(findings);
    expect(found[0]?.[1]).toBeLessThan(found[1]?.[1] ?? 0);
    expect(found[1]?.[1]).toBeLessThan(count);
    expect(findings.map(({ signup }) => signup)).toMatchInlineSnapshot(`
      [
        {
          "description": "without client",
          "from": "universal-login",
          "overrides": {
            "client": undefined,
          },
        },
        {
          "description": "without user.email",
          "from": "universal-login",
          "overrides": {
            "user": {
              "email": undefined,
            },
          },
        },
      ]
    `);
  });
});

it('goes on after a signup on which it never returned, with the same signups', async () => {
  const findings: Finding[] = [];
  const labels: string[] = [];
  let stuckOn: string | undefined;
  let resume: Resume | undefined;
  const all = await explore(careless, {
    runs: 60,
    onRun({ description }) {
      labels.push(description);
      if (labels.length === 40) stuckOn = description;
    },
    onResume(_, next) {
      if (labels.length <= 40) resume = next;
    },
    onFinding(finding) {
      if (labels.length <= 40) findings.push(finding);
    },
  });
  const later: string[] = [];
  const rest = await explore(careless, {
    runs: 60,
    resume,
    onRun: ({ description }) => void later.push(description),
  });

  expect(later).not.toContain(stuckOn);
  expect(later.length).toBeGreaterThan(20);
  expect(labels.slice(40)).toEqual(expect.arrayContaining(later.slice(-10)));
  expect([...findings, ...rest]).toEqual(all);
});

it('stops in time, with what it has found', async () => {
  let count = 0;
  const slow: PreUserRegistrationAction = async (event, api) => {
    count += 1;
    await new Promise((resolve) => setImmediate(resolve));
    await careless(event, api);
  };
  const stopping = { timeLimitMs: 0, onRun: () => void (count += 1) };

  expect(await explore(slow, stopping)).toEqual([]);
  expect(count).toBe(0);
  vi.useFakeTimers({ toFake: ['Date'] });
  const findings = await explore(slow, {
    timeLimitMs: 60_000,
    onFinding: () => void vi.setSystemTime(Date.now() + 60_000),
  });
  vi.useRealTimers();
  expect(findings).toHaveLength(1);
});

it('does not take work of the runtime for a hang after a service has not responded', async () => {
  const asks: PreUserRegistrationAction = async (event, api) => {
    await fetch('https://score.example.com');
    if (event.request.geoip.cityName === undefined) await promisify(scrypt)('a', 'salt', 8);
    api.user.setAppMetadata('asked', true);
  };
  const findings = await explore(asks, { fetch: true, accept: [/fetch failed/] });

  expect(findings.map(({ problem }) => problem.message)).toMatchInlineSnapshot(`
    [
      "The flow timed out: all its Actions together have 20000 ms. It waits for a response to GET https://score.example.com.",
    ]
  `);
});
