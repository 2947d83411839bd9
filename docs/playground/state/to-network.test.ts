import { parseCase } from '@signup-actions/workbench/case';
import { expect, it } from 'vitest';
import { toFlow } from '../download/to-flow.ts';
import { writeCase } from '../download/write-case.ts';
import { toResponses } from '../open/to-responses.ts';
import { toAction } from '../test/run.ts';
import type { ResponseState } from './playground-state.ts';
import { toNetwork } from './to-network.ts';

const url = 'https://a.example.com/x y';
const base = { method: 'GET', url, kind: 'respond', status: 200, body: '', delayMs: 0 } as const;
const responses: readonly ResponseState[] = [
  { ...base, method: '*', body: '{"ok":true}' },
  { ...base, status: 404, body: 'none', delayMs: 5 },
  { ...base, kind: 'unreachable' },
  { ...base, kind: 'silent' },
];

it('are the rules of a case, which opens as the same responses', async () => {
  const signups = [{ startingPoint: 'universal-login', event: '{}', afterMs: 0 }] as const;
  const unfinished = { ...base, url: ' ' };
  const written = writeCase(
    toFlow(
      {
        version: 1,
        actions: [toAction('')],
        signups: [...signups],
        responses: [...responses, unfinished],
      },
      [],
    ),
  );
  const found = await parseCase(written, 'a.signup.json');

  expect(found.network).toMatchInlineSnapshot(`
    [
      {
        "respond": {
          "body": {
            "ok": true,
          },
          "status": 200,
        },
        "when": "* https://a.example.com/x%20y",
      },
      {
        "delayMs": 5,
        "respond": {
          "body": "none",
          "status": 404,
        },
        "when": "GET https://a.example.com/x%20y",
      },
      {
        "respond": {
          "error": "ECONNREFUSED",
        },
        "when": "GET https://a.example.com/x%20y",
      },
      {
        "respond": "never",
        "when": "GET https://a.example.com/x%20y",
      },
    ]
  `);
  expect(toResponses(found)).toEqual({
    responses: responses.map((response) => ({ ...response, url: url.replace(' ', '%20') })),
    notes: [],
  });
});

it('say that JSON is JSON, as it is typed', () => {
  expect(toNetwork([{ ...base, body: '{ "ok": 1 }' }])[0]?.respond).toEqual({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{ "ok": 1 }',
  });
});
