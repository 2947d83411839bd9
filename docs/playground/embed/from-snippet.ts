import { handlerName } from '@signup-actions/runtime-core/internal';
import type { PlaygroundState } from '../state/playground-state.ts';

/** A state that runs a snippet about a diagnostic: a whole Action, or what a handler does. */
export function fromSnippet(diagnostic: string, snippet: string): PlaygroundState {
  const code = snippet.includes(handlerName)
    ? snippet
    : `${helpers[diagnostic] ?? ''}exports.${handlerName} = async (event, api) => {\n${indent(snippet)}};\n`;
  const signup = {
    startingPoint: /passwordless|non-database/.test(diagnostic)
      ? ('passwordless-email' as const)
      : ('universal-login' as const),
    event: '{}\n',
    afterMs: 0,
  };
  const isOfTwo = diagnostic === 'cache-default-lifetime';
  return {
    version: 1,
    signups: isOfTwo ? [signup, { ...signup, afterMs: 20 * 60_000 }] : [signup],
    actions: [
      {
        name: 'action',
        code,
        secrets: diagnostic === 'secret-exposed' ? [['SCORE_KEY', 'example-score-key']] : [],
        configuration: [],
      },
    ],
  };
}

const indent = (snippet: string): string => `${snippet.trimEnd()}\n`.replaceAll(/^(?=.)/gm, '  ');

/** What snippets call and do not show. */
const helpers: Readonly<Record<string, string>> = {
  'late-call': `const askReputation = async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return 'bad';
};

`,
};
