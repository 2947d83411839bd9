import { checkSource } from '@signup-actions/workbench';
import { findTypeErrors, oxcParser } from '@signup-actions/workbench/node';
import { describe, expect, it } from 'vitest';
import type { FlowCode } from './flow-code.ts';
import { readDeclarations } from './read-declarations.ts';
import { createTypeService } from './type-service.ts';

const service = createTypeService(readDeclarations());
const { event } = service;
const toSource = (body: string): string =>
  `exports.onExecutePreUserRegistration = async (event, api) => {\n  ${body}\n};\n`;
const complete = (body: string): readonly string[] => {
  const at = toSource(body).indexOf('|');
  const source = toSource(body).replace('|', '');
  return service.complete(source, at)?.options.map(({ label }) => label) ?? [];
};

it('completes the event and the api in code that does not parse', () => {
  service.check(toSource(''));
  expect(complete('event.us|')).toContain('user');
  expect(complete('event.user.|')).toContain('email');
  expect(complete('if (event.user.|')).toContain('email');
  expect(complete('return api.|')).toEqual(['access', 'cache', 'user', 'validation']);
});

it('completes the word that is being typed', () => {
  const source = toSource('api.access.de');
  const offset = source.indexOf('.de') + 3;

  expect(service.complete(source, offset)).toEqual({
    from: offset - 2,
    options: [{ label: 'deny', kind: 'method' }],
  });
});

describe('an Actions module', () => {
  const code = 'exports.refuse = (api, why) => api.acess.deny(why, "");\nexports.limit = 5;\n';
  const source = toSource("require('actions:team').refuse(api, 'no'); require('actions:team').");
  const flow = (selected: number): FlowCode => ({
    actions: [{ name: 'own', code: source }],
    modules: [{ name: 'team', code }],
    selected,
  });

  it('completes its exports in the Action', () => {
    const offset = source.lastIndexOf('.') + 1;
    const labels = service.complete(source, offset, flow(0))?.options.map(({ label }) => label);

    expect(labels).toEqual(['limit', 'refuse']);
  });

  it('knows what Actions pass to it', () => {
    const parsed = source.replace("; require('actions:team').", ';');
    const whole = { ...flow(1), actions: [{ name: 'own', code: parsed }] };

    expect(service.check(code, whole)).toMatchObject([
      { rule: 'unknown-method', message: 'api has no acess: write access.' },
    ]);
  });

  it('has no exports once it is removed', () => {
    const offset = source.lastIndexOf('.') + 1;
    service.complete(source, offset, flow(0));
    const removed = { ...flow(0), modules: [] };

    expect(service.complete(source, offset, removed)?.options ?? []).toEqual([]);
  });
});

it('explains a name in our own words', () => {
  const source = toSource('api.access.deny("a", "b");');

  expect(service.explain(source, source.indexOf('deny') + 1)).toMatchObject({
    from: source.indexOf('deny'),
    to: source.indexOf('deny') + 4,
    signature: expect.stringContaining('deny(reason: string, userMessage: string)'),
    documentation: expect.stringContaining('Refuses the registration'),
  });
});

it('underlines only the wrong name', () => {
  const source = toSource('api.access.deny(event.emial, "");');
  const [first] = service.check(source);

  expect(source.slice(first?.from, first?.to)).toBe('emial');
});

it('finds the type errors that the command line finds', async () => {
  const sources = [
    'api.access.deny("one");',
    'event.user.email.split("@");',
    'event.request.query;',
    'api.user.setUserMetadata("when", new Date());',
    'api.user.setUserMetadata({ a: 1 });',
    'const axios = require("axios"); axios.get("x").then((a) => a.data);',
    'const body = await (await fetch("x")).json(); body.a.b; Buffer.from(process.env.A ?? "");',
    '/** @param {Event} e */ const read = (e) => e.user.user_id; read(event);',
    'try { a(); } catch (error) { console.log(error.message); } function a(b) {}',
  ].map(toSource);
  const checked = sources.map((source) => checkSource(oxcParser, { file: 'action.js', source }));
  const errors = await findTypeErrors(
    checked.map(({ syntax: { file, source }, annotations = [] }) => ({
      file,
      source,
      annotations,
    })),
  );
  const findings = checked.map(({ explain }, index) => explain(errors[index] ?? []));
  expect(findings.flat().length).toBeGreaterThan(5);

  // The command line has another version of the compiler, with a few other codes.
  for (const [index, source] of sources.entries()) {
    const said = service.check(source).map(({ from, message }) => ({
      line: source.slice(0, from).split('\n').length,
      message,
    }));
    const expected = findings[index]?.map(({ line, message }) => ({ line, message }));
    expect(said).toEqual(expected);
  }
});

const completeEvent = (text: string): readonly string[] => {
  const at = text.indexOf('|');
  return event.complete(text.replace('|', ''), at)?.options.map(({ label }) => label) ?? [];
};

it('completes the names and values of an event, in JSON that is not finished', () => {
  expect(completeEvent('{ "|" }')).toEqual(
    expect.arrayContaining(['user', 'connection', 'request']),
  );
  expect(completeEvent('{ "user": { "em|')).toContain('email');
  expect(completeEvent('{ "connection": { "strategy": "|" } }')).toEqual(['auth0', 'email', 'sms']);
});

it('explains a field of an event', () => {
  const text = '{ "user": { "email": "ada@example.com" } }';

  expect(event.explain(text, text.indexOf('email') + 1)).toMatchObject({
    from: text.indexOf('"email"'),
    documentation: expect.stringContaining('The email address'),
  });
});

it('underlines the field of an event that has another type', () => {
  const text = '{\n  "user": { "email": 5 },\n  "request": { "geoip": { "latitude": "north" } }\n}';
  const findings = event.check(text);

  expect(findings.map(({ from, to, message }) => [text.slice(from, to), message]))
    .toMatchInlineSnapshot(`
      [
        [
          ""email"",
          "Type 'number' is not assignable to type 'string'.",
        ],
        [
          ""latitude"",
          "Type 'string' is not assignable to type 'number'.",
        ],
      ]
    `);
});

it('accepts an empty event, and leaves unknown fields to the check without a compiler', () => {
  for (const text of ['', '{}', '{ "user": { "emial": "a" } }'])
    expect(event.check(text)).toEqual([]);
});

it('checks, completes and explains TypeScript as it is written', () => {
  const source = `import type { PreUserRegistrationAction } from '@signup-actions/types';
import { team } from 'actions:team';
export const onExecutePreUserRegistration: PreUserRegistrationAction = async (event, api) => {
  const size: string = team.size;
  api.access.deny('no');
  event.user.;
};
`;
  const flow = {
    actions: [{ name: 'own', code: source, language: 'typescript' as const }],
    modules: [
      {
        name: 'team',
        code: 'export const team: { size: number } = { size: 1 };\n',
        language: 'typescript' as const,
      },
    ],
    selected: 0,
  };
  const at = source.indexOf('event.user.') + 'event.user.'.length;

  expect(service.check(source.replace('event.user.;', ''), flow)).toMatchInlineSnapshot(`
    [
      {
        "from": 212,
        "message": "Type 'number' is not assignable to type 'string'.",
        "rule": "TS2322",
        "to": 216,
      },
      {
        "from": 251,
        "message": "Expected 2 arguments, but got 1.",
        "rule": "TS2554",
        "to": 255,
      },
    ]
  `);
  expect(service.complete(source, at, flow)?.options.map(({ label }) => label)).toContain('email');
  expect(service.explain(source, source.indexOf('size;'), flow)?.signature).toContain('number');
  // The next source is JavaScript again.
  expect(
    service.check(
      "exports.onExecutePreUserRegistration = async (event, api) => { api.access.deny('a', 'b'); };",
    ),
  ).toEqual([]);
});
