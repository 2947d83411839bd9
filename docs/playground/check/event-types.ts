import type { VirtualTypeScriptEnvironment } from '@typescript/vfs';
import ts from 'typescript-js';
import {
  completeAt,
  explainAt,
  type Completions,
  type Hint,
  type TypeFinding,
} from './ask-compiler.ts';

/** Checks, completes and explains the changes to an event: JSON, typed as an argument of the kit's `createMockEvent`. */
export interface EventTypes {
  readonly check: (json: string) => readonly TypeFinding[];
  readonly complete: (json: string, offset: number) => Completions | undefined;
  readonly explain: (json: string, offset: number) => Hint | undefined;
}

/** Where the compiler finds the changes. */
export const eventFile = '/event/changes.ts';

/** The Actions have secrets and configuration; a signup does not. */
const head = `import type { EventOverrides } from '/kit/event-overrides.ts';
const changes: Omit<EventOverrides, 'configuration' | 'secrets'> = `;

/** The playground finds unknown fields without the compiler, which names only the first of an object. */
const unknownField: ReadonlySet<number> = new Set([2353, 2561]);

/** What a compiler that has {@link eventFile} says of the changes to an event. */
export function createEventTypes({
  languageService,
  updateFile,
}: VirtualTypeScriptEnvironment): EventTypes {
  const load = (json: string): void => updateFile(eventFile, head + json);
  return {
    check(json) {
      load(json);
      return languageService
        .getSemanticDiagnostics(eventFile)
        .filter(({ code }) => !unknownField.has(code))
        .map(({ start = 0, length = 0, code, messageText }) => ({
          from: start - head.length,
          to: start - head.length + length,
          message: ts.flattenDiagnosticMessageText(messageText, '\n'),
          rule: `TS${code}`,
        }));
    },
    complete(json, offset) {
      load(json);
      return completeAt(languageService, eventFile, {
        at: head.length + offset,
        before: json.slice(0, offset),
      });
    },
    explain(json, offset) {
      load(json);
      return explainAt(languageService, eventFile, {
        at: head.length + offset,
        toOriginal: (position) => position - head.length,
      });
    },
  };
}
