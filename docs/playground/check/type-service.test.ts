import { checkSource } from '@signup-actions/workbench';
import { findTypeErrors, oxcParser } from '@signup-actions/workbench/node';
import { expect, it } from 'vitest';
import { readDeclarations } from './read-declarations.ts';
import { createTypeService } from './type-service.ts';

const service = createTypeService(readDeclarations());
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
