import { UsageError } from '../usage-error.ts';
import type { DeclaredSecret } from './action-source.ts';

// The parts of an export that matter here, read from JSON that anybody may have edited.

/** One `actions/<name>.json`. */
export interface ExportedAction {
  readonly name: string;
  /** Path of the source, as the tool saw it. */
  readonly code: string;
  readonly secrets: readonly DeclaredSecret[];
  /** Path of the JSON itself. */
  readonly file: string;
}

const trigger = 'pre-user-registration';

/** What an export holds in place of a secret's value. */
const placeholder = '_VALUE_NOT_SHOWN_';

/** Names of the Actions that `triggers.json` binds to the trigger, in order. */
export function toBindings(json: unknown, file: string): readonly string[] {
  const bindings = isObject(json) ? json[trigger] : undefined;
  if (!Array.isArray(bindings) || bindings.length === 0) {
    throw new UsageError(`Failed to read ${file}: it binds no Action to ${trigger}.`);
  }
  return bindings.map((binding: unknown, index) => {
    const name = isObject(binding) ? binding['action_name'] : undefined;
    if (typeof name === 'string') return name;
    throw new UsageError(
      `Failed to read ${file}: binding ${index + 1} of ${trigger} has no action_name.`,
    );
  });
}

/** An exported Action; a secret whose value the tool left out has none. */
export function toExportedAction(json: unknown, file: string): ExportedAction {
  const { name, code, secrets = [] } = isObject(json) ? json : {};
  if (typeof name !== 'string' || typeof code !== 'string' || !Array.isArray(secrets)) {
    throw new UsageError(
      `Failed to read ${file}: an exported Action has a name, a code path and a list of secrets.`,
    );
  }
  return { name, code, secrets: secrets.filter(isObject).map(toSecret), file };
}

function toSecret({ name, value }: Readonly<Record<string, unknown>>): DeclaredSecret {
  const hasValue = typeof value === 'string' && value !== placeholder;
  return { name: String(name), ...(hasValue && { value }) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
