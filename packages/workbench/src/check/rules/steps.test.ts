import { expect, it } from 'vitest';
import { lintActions } from '../../node/lint-actions.ts';
import { oxcParser } from '../../node/oxc-parser.ts';
import { checkSource, type CheckedSource } from '../check-source.ts';
import { mayGoOn } from './steps.ts';

const read = (body: string): CheckedSource =>
  checkSource(oxcParser, {
    file: 'action.js',
    source: `exports.onExecutePreUserRegistration = async (event, api) => {\n${body}\n};\n`,
  });

it.each([
  "api.user.setAppMetadata('a', 1);",
  "if (event.user.email) return api.access.deny('reason', 'message');\napi.user.setAppMetadata('a', 1);",
  "const refuse = () => api.access.deny('reason', 'message');\nreturn refuse();",
  "api.user.setAppMetadata('a', 1);\napi.access.deny('reason', 'message');",
  "if (event.user.email) { api.access.deny('reason', 'message'); return; }\napi.user.setAppMetadata('a', 1);",
  "if (event.user.email) api.user.setAppMetadata('a', 1);\nelse event.user.name && api.access.deny('reason', 'message');",
  "for (const word of ['a', 'b']) { if (event.user.name === word) return api.access.deny(word, 'message'); }",
])('knows without the flow of control that nothing follows a refusal: %s', (body) => {
  const checked = read(body);

  expect(mayGoOn(checked)).toBe(false);
  expect(lintActions([checked])).toEqual([]);
});

it.each([
  "api.access.deny('reason', 'message');\napi.user.setAppMetadata('a', 1);",
  "try { return api.access.deny('reason', 'message'); } finally { api.user.setAppMetadata('a', 1); }",
  "try { api.access.deny('reason', 'message'); return; } finally { api.user.setAppMetadata('a', 1); }",
  "if (event.user.email) { api.access.deny('reason', 'message'); }\napi.user.setAppMetadata('a', 1);",
  "return api.access.deny('reason', 'message').user.setAppMetadata('a', 1);",
  "const refuse = () => api.access.deny('reason', 'message');\nrefuse();\napi.user.setAppMetadata('a', 1);",
  "['a', 'b'].forEach((word) => { api.access.deny(word, 'message'); });\napi.user.setAppMetadata('a', 1);",
  "['a', 'b'].forEach((word) => api.access.deny(word, 'message'));\napi.user.setAppMetadata('a', 1);",
  "const refuse = (word) => api.access.deny(word, 'message');\n['a', 'b'].forEach(refuse);\napi.user.setAppMetadata('a', 1);",
  "await Promise.all(['a', 'b'].map(async (word) => api.access.deny(word, 'message')));\napi.user.setAppMetadata('a', 1);",
  "for (const word of ['a', 'b']) api.access.deny(word, 'message');",
  "while (!api.access.deny('reason', 'message'));",
  "if (api.access.deny('reason', 'message')) api.user.setAppMetadata('a', 1);",
  "api.access.deny('reason', 'message') && api.user.setAppMetadata('a', 1);",
])('follows the flow of control if something may follow a refusal: %s', (body) => {
  const checked = read(body);

  expect(mayGoOn(checked)).toBe(true);
  expect(lintActions([checked]).map(({ rule }) => rule)).toEqual(['call-after-refusal']);
});

it('finds as much in an Action whatever Actions are checked with it', () => {
  const bodies = ["api.access.deny('a', 'b');\napi.access.deny('c', 'd');", 'return;'];
  const checked = bodies.map(read);

  expect(lintActions(checked)).toEqual(checked.flatMap((each) => lintActions([each])));
});
