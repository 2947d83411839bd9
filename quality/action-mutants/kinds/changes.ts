import type { ActionSource } from '../parse-action.ts';
import { atStart, editArguments, editCalls, type Edit, type Kind } from './kind.ts';

const metadata = /user\.set\w+Metadata/;

/** Mistakes in what an Action stores. */
export const changeKinds: readonly Kind[] = [
  wrongValue('Date in metadata', 'new Date(0)'),
  wrongValue('`undefined` in metadata', 'undefined'),
  wrongValue('value in metadata that is not JSON', 'new Map([[1, 2]])'),
  wrongValue('function in metadata', 'function load() {}'),
  wrongValue('promise in metadata', "Promise.resolve('free')"),
  wrongValue('NaN in metadata', 'Number(event.user.shoe_size)'),
  {
    name: 'secret in metadata',
    findEdits: (action) =>
      action.credentials.flatMap((name) => [
        ...editArguments(action, metadata, [1], () => `event.secrets.${name}`),
        atStart(action, `api.user.setAppMetadata('via', event.secrets.${name});`),
      ]),
  },
  {
    name: 'whole event in metadata',
    findEdits: (action) =>
      action.credentials.length === 0
        ? []
        : [atStart(action, "api.user.setAppMetadata('signup', event);")],
  },
  {
    name: 'object instead of a key',
    findEdits: (action) =>
      editCalls(
        action,
        metadata,
        ({ method, args: [key, value] }) => `api.${method}({ [${key?.source}]: ${value?.source} })`,
      ),
  },
  {
    name: 'key that is reserved or has a dot',
    findEdits: (action) => [
      ...editArguments(action, /user\.setAppMetadata/, [0], () => "'email'"),
      ...editArguments(action, metadata, [0], (key) => `${key} + '.value'`),
    ],
  },
  {
    name: 'user id with its prefix',
    findEdits: (action) =>
      editArguments(action, /user\.setUserId/, [0], (id) => `'auth0|' + ${id}`),
  },
  { name: 'change that is undone later', findEdits: undoChanges },
];

/** The value replaces one that the Action stores, or is stored as well. */
function wrongValue(name: string, value: string): Kind {
  return {
    name,
    findEdits: (action) => [
      ...editArguments(action, metadata, [1], () => value),
      atStart(action, `api.user.setAppMetadata('note', ${value});`),
    ],
  };
}

function undoChanges(action: ActionSource): readonly Edit[] {
  return [
    ...editCalls(
      action,
      metadata,
      ({ method, source, args: [key] }) => `(${source}, api.${method}(${key?.source}, null))`,
    ),
    ...editCalls(
      action,
      metadata,
      ({ method, source, args: [key] }) => `(${source}, api.${method}(${key?.source}, 'other'))`,
    ),
    ...editCalls(action, /setUserId/, ({ source }) => `(${source}, api.user.setUserId('other'))`),
  ];
}
