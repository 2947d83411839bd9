import { triggerName } from '@signup-actions/runtime-core/internal';
import { isPlaceholder, type ActionSource } from '@signup-actions/workbench';
import { findMarks } from '@signup-actions/workbench/tenant';
import { exitStatus } from '../exit-status.ts';
import { toRelativePath } from '../files/paths.ts';
import { readEnvFile } from '../load/read-env-file.ts';
import { readLibrary } from '../load/read-library.ts';
import { toPrintable, type Paint } from '../print/paint.ts';
import type { Shell } from '../shell.ts';

/** The options of `signup-actions list`. */
export interface ListOptions {
  readonly json?: boolean;
  /** The configuration of the deploy tool, with the values of its marks. */
  readonly config?: string;
  /** A file with values of secrets and marks. */
  readonly envFile?: string;
}

/** Shows what is understood of the tenants and Actions at these absolute paths, and returns the exit status. */
export async function list(
  paths: readonly string[],
  { json = false, config, envFile }: ListOptions,
  shell: Shell,
): Promise<number> {
  const environment = await readEnvFile(envFile);
  const { actions, unbound, ...library } = await readLibrary(paths, { config, environment });
  const notes = [...library.notes, ...toUnboundNote(unbound.map(({ name }) => name))];
  const entries = actions.map((action) =>
    toEntry(action, new Set(Object.keys(environment)), shell),
  );
  shell.print(
    json
      ? JSON.stringify({ schemaVersion: 1, actions: entries, notes }, undefined, 2)
      : [
          ...entries.map((entry, index) => formatEntry(entry, index, shell.paint)),
          ...notes.map((note) => `${shell.paint('warning', 'Note:')} ${toPrintable(note)}`),
        ].join('\n'),
  );
  return exitStatus.allowed;
}

const toUnboundNote = (names: readonly string[]): readonly string[] =>
  names.length > 0
    ? [`Actions that are not bound to ${triggerName} are left out: ${names.join(', ')}.`]
    : [];

type Entry = ReturnType<typeof toEntry>;

/** What is known of an Action; never the value of a secret. */
function toEntry(action: ActionSource, given: ReadonlySet<string>, { cwd }: Shell) {
  const {
    name,
    file,
    source,
    dependencies,
    declaredSecrets = [],
    modules = [],
    deployment,
  } = action;
  return {
    name,
    ...(deployment?.displayName !== undefined && { displayName: deployment.displayName }),
    file: toRelativePath(cwd, file),
    ...(deployment?.runtime !== undefined && { runtime: deployment.runtime }),
    isDraft: deployment?.isDraft ?? false,
    packages: dependencies.map((dependency) => `${dependency.name}@${dependency.version}`),
    modules: modules.map((pin) => ({
      name: pin.name,
      ...(pin.version !== undefined && { version: pin.version }),
      isHere: pin.source !== undefined,
    })),
    secrets: declaredSecrets.map((secret) => ({
      name: secret.name,
      hasValue:
        given.has(secret.name) || (secret.value !== undefined && !isPlaceholder(secret.value)),
    })),
    marks: findMarks(source),
  };
}

function formatEntry(entry: Entry, index: number, paint: Paint): string {
  const { name, displayName, file, runtime, isDraft, packages, modules, secrets, marks } = entry;
  const isRenamed = displayName !== undefined && displayName !== name;
  const noValue = paint('warning', '(no value)');
  const draft = isDraft ? ` ${paint('warning', '(draft)')}` : '';
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['file', [toPrintable(file)]],
    ['shown as', isRenamed ? [toPrintable(displayName)] : []],
    ['runtime', runtime === undefined ? [] : [toPrintable(runtime)]],
    ['packages', packages.map(toPrintable)],
    ['modules', modules.map((pin) => formatModule(pin, paint))],
    [
      'secrets',
      secrets.map((secret) => toPrintable(secret.name) + (secret.hasValue ? '' : ` ${noValue}`)),
    ],
    ['marks', marks.map((mark) => `${toPrintable(mark)} ${noValue}`)],
  ];
  const shown = rows.filter(([, values]) => values.length > 0);
  return [
    `${index + 1}. ${paint('title', toPrintable(name))}${draft}`,
    ...shown.map(
      ([title, values]) => `   ${paint('faint', title.padEnd(8))}  ${values.join(', ')}`,
    ),
  ].join('\n');
}

function formatModule({ name, version, isHere }: Entry['modules'][number], paint: Paint): string {
  const pin = version === undefined ? name : `${name} version ${version}`;
  return toPrintable(pin) + (isHere ? '' : ` ${paint('warning', '(not here)')}`);
}
