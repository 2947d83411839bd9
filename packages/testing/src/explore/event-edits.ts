import fc from 'fast-check';
import type { Edit } from './drawn-signup.ts';
import { address, long, otherKinds, text } from './drawn-values.ts';
import { anonymousSession, removals } from './optional-parts.ts';
import type { ReadNames } from './read-names.ts';
import type { SourceValues } from './source-values.ts';

/** Parts that the starting points lack, and other values of parts that they have. */
const namedValues = (values: SourceValues): readonly fc.Arbitrary<Edit>[] =>
  (
    [
      ['user.email', address(values)],
      ['user.phone_number', fc.constantFrom('+12025550123', '+351211234567')],
      ['user.username', text(values)],
      ['user.name', text(values)],
      ['user.given_name', text(values)],
      ['user.family_name', text(values)],
      ['user.nickname', text(values)],
      ['user.picture', fc.constantFrom('https://example.com/ada.png', '')],
      ['client.name', text(values)],
      ['client.external_client_id', fc.constant('https://example.com/client')],
      ['connection.name', text(values)],
      ['request.ip', fc.constantFrom('2001:db8::7', '192.0.2.1', '198.51.100.1')],
      ['request.language', fc.constantFrom('pt-BR', '', 'zh-Hant-TW')],
      ['request.user_agent', fc.constantFrom('', long, 'curl/8.0')],
      ['request.geoip.countryCode', fc.constantFrom('JP', 'BR', '', ...twoLetters(values))],
      ['transaction.locale', fc.constantFrom('', 'pt-BR')],
      ['transaction.login_hint', fc.constantFrom('', 'ada@example.com')],
      ['transaction.redirect_uri', fc.constantFrom('https://example.com/callback', '')],
      ['transaction.requested_scopes', fc.constantFrom([], ['openid'])],
      ['transaction.ui_locales', fc.constantFrom([], ['pt', 'en'])],
      ['transaction.acr_values', fc.constantFrom([], ['urn:example:acr'])],
      ['transaction.prompt', fc.constantFrom([], ['login'])],
      ['custom_domain', fc.constant({ domain: 'login.example.com', domain_metadata: {} })],
      ['security_context', fc.constantFrom({}, { ja3: null, ja4: '' }, { ja3: 'a', ja4: 'b' })],
      ['authentication', fc.constantFrom({}, { riskAssessment: { supplemental: {} } })],
      ['experiment', fc.constant(null)],
      ['anonymous_session', fc.constant(anonymousSession)],
    ] as const
  ).map(([path, value]) => drawEdit(path.split('.'), value));

const twoLetters = ({ texts }: SourceValues): readonly string[] =>
  texts.filter((each) => /^[A-Z]{2}$/.test(each));

const drawEdit = (path: readonly string[], value: fc.Arbitrary<unknown>): fc.Arbitrary<Edit> =>
  value.map((drawn) => ({ path, value: drawn }));

/** Edits of the names that an Action reads. */
const readValues = (names: ReadNames, values: SourceValues): readonly fc.Arbitrary<Edit>[] => [
  ...[...names.body].map((name) =>
    drawEdit(
      ['request', 'body', name],
      fc.oneof({ weight: 4, arbitrary: text(values) }, fc.constantFrom(...otherKinds)),
    ),
  ),
  ...[...names.userMetadata].map((name) => drawEdit(['user', 'user_metadata', name], text(values))),
  ...[...names.clientMetadata].map((name) => drawEdit(['client', 'metadata', name], text(values))),
];

/** Draws at most twelve edits of different parts. Those of the names that the Action reads are half of them. */
export function drawEdits(names: ReadNames, values: SourceValues): fc.Arbitrary<readonly Edit[]> {
  const read = readValues(names, values);
  const other = fc.oneof(fc.constantFrom(...removals), fc.oneof(...namedValues(values)));
  const edit = read.length > 0 ? fc.oneof(fc.oneof(...read), other) : other;
  return fc.uniqueArray(edit, {
    maxLength: 12,
    size: 'max',
    selector: ({ path }) => path.join('.'),
  });
}

/** An edit for each kind of JSON that a field of the body can be instead of a string. */
export const listOtherKinds = ({ body }: ReadNames): readonly Edit[] =>
  [...body].flatMap((name) =>
    otherKinds.map((value) => ({ path: ['request', 'body', name], value })),
  );

/** An edit for each name that the Action reads, which gives it this string. */
export const fillNames = (
  { body, clientMetadata, userMetadata }: ReadNames,
  value: string,
): readonly Edit[] => [
  ...[...body].map((name) => ({ path: ['request', 'body', name], value })),
  ...[...userMetadata].map((name) => ({ path: ['user', 'user_metadata', name], value })),
  ...[...clientMetadata].map((name) => ({ path: ['client', 'metadata', name], value })),
];
