import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { collectSecrets, createSecretSearch } from '@signup-actions/runtime-core/internal';
import {
  hiddenSecrets,
  toSources,
  traceVersion,
  type LoadedAction,
  type LoadedModule,
  type Trace,
} from '@signup-actions/workbench';
import { explainFileError } from '../files/read-text.ts';
import type { ReportEntry } from '../print/report-entry.ts';
import { toJsonEntry } from '../print/to-json-entry.ts';
import { UsageError } from '../usage-error.ts';

/** A trace that is being written, one signup at a time. */
export interface OpenTrace {
  readonly add: (entry: ReportEntry) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Opens the file of a trace. Throws a {@link UsageError} if it cannot be written. */
export async function openTrace(file: string, cwd: string): Promise<OpenTrace> {
  const attempt = async <Result>(write: () => Promise<Result>): Promise<Result> => {
    try {
      return await write();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const why = code === 'ENOENT' ? 'its folder does not exist' : explainFileError(error);
      throw new UsageError(`Failed to write the trace ${file}: ${why}.`);
    }
  };
  // Only its owner may read it: signups are personal data.
  const handle: FileHandle = await attempt(() => open(file, 'w', 0o600));
  let count = 0;
  return {
    add: (entry) =>
      attempt(async () => {
        const start = count === 0 ? `${toHead(entry.actions)}\n` : ',\n';
        count += 1;
        await handle.appendFile(withoutPaths(start + toSignup(entry, cwd), cwd));
      }),
    end: () =>
      attempt(async () => {
        await handle.appendFile(count === 0 ? `${toHead([])}]}\n` : '\n]}\n');
        await handle.close();
      }),
  };
}

/** Everything but the signups, as the beginning of a JSON object. */
function toHead(actions: readonly LoadedAction[]): string {
  const { redactData } = createSecretSearch(collectSecrets(actions));
  const toCode = ({ name, file, source }: LoadedModule) => ({ name, file, source });
  const ofModules = new Map(
    actions.flatMap((action) => Object.entries(action.moduleSecrets ?? {})),
  );
  const head: Omit<Trace, 'signups'> = {
    traceVersion,
    actions: actions.map((action) => ({
      ...redactData(toCode(action)),
      secrets: Object.keys(action.secrets),
      configuration: redactData(action.configuration ?? {}),
    })),
    modules: toSources({ actions })
      .slice(actions.length)
      .map((module) => ({
        ...redactData(toCode(module)),
        secrets: Object.keys(ofModules.get(module.name) ?? {}),
      })),
  };
  return `${JSON.stringify(head).slice(0, -1)},"signups":[`;
}

/** A report hides what the signup itself does not hold, and so does a trace; of the user, too, since it is not stored from a trace. */
function toSignup(entry: ReportEntry, cwd: string): string {
  const { signup, actions } = entry;
  const { redactData } = createSecretSearch(hiddenSecrets(actions, signup.event));
  const { secrets: _, configuration: __, ...event } = signup.event as Record<string, unknown>;
  return JSON.stringify(redactData({ ...toJsonEntry(entry, cwd), event }));
}

/** A trace says nothing of the machine: its paths begin at the working directory. */
const withoutPaths = (json: string, cwd: string): string =>
  json.replaceAll(JSON.stringify(join(cwd, '/')).slice(1, -1), '');
