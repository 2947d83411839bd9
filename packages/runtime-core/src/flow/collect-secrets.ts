import { toText } from '../text/to-text.ts';
import type { NamedSecret } from '../text/secret-search.ts';
import type { Action } from './action.ts';

/** The secrets of all Actions of a flow, for whoever prints its outcome. */
export const collectSecrets = (
  actions: readonly Pick<Action, 'secrets'>[],
): readonly NamedSecret[] =>
  actions.flatMap(({ secrets = {} }) =>
    Object.entries(secrets).map(([name, value]) => ({ name, value: toText(value) })),
  );
