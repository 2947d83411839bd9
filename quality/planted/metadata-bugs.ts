import type { Patch } from './apply-patch.ts';

/** Mistakes in what is stored with the user. */
export const metadataBugs: readonly Patch[] = [
  {
    mistake: 'the running Action sees its own changes in its event (M1)',
    file: 'flow/run-actions.ts',
    find: 'copyForAction(action, flow), api, deadline',
    replace:
      "Object.defineProperty({ ...copyForAction(action, flow) }, 'user', { enumerable: true, get: () => " +
      '({ ...flow.event.user, app_metadata: { ...flow.event.user.app_metadata, ' +
      '...recorder.changes.result().appMetadata } }) }), api, deadline',
  },
  {
    mistake: 'undefined removes the property (M5)',
    file: 'api/metadata-value.ts',
    find: '[key] as unknown as Args',
    replace: '[key, null] as unknown as Args',
  },
  {
    mistake: 'undefined is not reported (M5)',
    file: 'api/metadata-value.ts',
    find: "notes: [{ code: 'metadata-undefined', received }]",
    replace: 'notes: noNotes',
  },
  {
    mistake: 'a refused outcome has a user (M6)',
    file: 'folds/to-outcome.ts',
    find: "decision.status === 'allowed' && signup",
    replace: 'signup',
  },
  {
    mistake: 'a failed outcome lists no changes (M6)',
    file: 'flow/run-flow.ts',
    find: 'changes: changes.result(),',
    replace: 'changes: failure ? { userMetadata: {}, appMetadata: {} } : changes.result(),',
  },
  {
    mistake: 'a value is kept by reference (M7)',
    file: 'api/to-json.ts',
    find: 'freezeDeep(JSON.parse(text) as JsonValue)',
    replace: "typeof value === 'object' ? (value as never) : JSON.parse(text)",
  },
  {
    mistake: 'NaN removes the property (M7)',
    file: 'api/metadata-value.ts',
    find: 'if (form.value === null) {',
    replace: 'if (key === undefined) {',
  },
  {
    mistake: 'what JSON changes within a value is not reported (M7)',
    file: 'api/to-json.ts',
    find: 'if (isAltered(this[key], converted)) altered.push(key);',
    replace: "if (key === '' && isAltered(this[key], converted)) altered.push(key);",
  },
  {
    mistake: 'a value may be nested without end (M7)',
    file: 'data/plain-data.ts',
    find: 'const maxLevels = 512;',
    replace: 'const maxLevels = 513;',
  },
  {
    mistake: 'a key may hold a dollar (M8)',
    file: 'api/metadata-key.ts',
    find: '/[.$]/.test(key)',
    replace: '/[.]/.test(key)',
  },
  {
    mistake: 'the platform’s own names are refused in the wrong kind (M8)',
    file: 'api/metadata-key.ts',
    find: "kind === 'appMetadata' &&",
    replace: "kind === 'userMetadata' &&",
  },
  {
    mistake: 'a reserved name is forgotten (M8)',
    file: 'api/metadata-key.ts',
    find: '  blocked: 0,\n',
    replace: '',
  },
  {
    mistake: 'metadata may have a byte too many (M9)',
    file: 'limits.ts',
    find: 'maxMetadataBytes: 32_768',
    replace: 'maxMetadataBytes: 32_769',
  },
  {
    mistake: 'metadata is counted in characters (M9)',
    file: 'folds/pending-metadata.ts',
    find: 'utf8Bytes(JSON.stringify(toObject(new Map(values).set(key, value))))',
    replace: 'JSON.stringify(toObject(new Map(values).set(key, value))).length',
  },
  {
    mistake: 'a replaced value still counts (M9)',
    file: 'folds/pending-metadata.ts',
    find: 'upperBound = measure();',
    replace: 'if (values?.has(key)) return upperBound + growth;\n      upperBound = measure();',
  },
  {
    mistake: 'text messages store metadata (M10)',
    file: 'folds/user.ts',
    find: "strategy !== 'email' && strategy !== 'sms'",
    replace: "strategy !== 'email'",
  },
  {
    mistake: 'metadata that is not stored is not reported (M10)',
    file: 'folds/diagnose-call.ts',
    find: 'writesMetadata(call) && !storesMetadata(context.strategy)',
    replace: 'writesMetadata(call) && context.strategy === undefined',
  },
  {
    mistake: 'later Actions always see what is pending (M11)',
    file: 'flow/run-actions.ts',
    find: "settings.pendingMetadata === 'visible'",
    replace: "settings.pendingMetadata !== 'no'",
  },
  {
    mistake: 'later Actions never see what is pending (M11)',
    file: 'flow/run-actions.ts',
    find: "settings.pendingMetadata === 'visible'",
    replace: "settings.pendingMetadata === 'no'",
  },
  {
    mistake: 'an id may end in a new line (U1)',
    file: 'api/user-id.ts',
    find: '/^[\\w@.+-]+$/',
    replace: '/^[\\w@.+-]+$/m',
  },
  {
    mistake: 'an id may have 256 characters (U1)',
    file: 'limits.ts',
    find: 'maxUserIdCharacters: 255',
    replace: 'maxUserIdCharacters: 256',
  },
  {
    mistake: 'the first id wins (U1)',
    file: 'folds/changes.ts',
    find: 'userId = call.args[0];',
    replace: 'userId ??= call.args[0];',
  },
  {
    mistake: 'every connection takes an id (U1)',
    file: 'folds/user.ts',
    find: "strategy === 'auth0'",
    replace: "strategy !== ''",
  },
  {
    mistake: 'the stored id has no prefix (U1)',
    file: 'folds/user.ts',
    find: '`${strategy}|${changes.userId}`',
    replace: 'changes.userId',
  },
];
