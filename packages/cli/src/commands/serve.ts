import { once } from 'node:events';
import { exitStatus } from '../exit-status.ts';
import type { FlowSources } from '../load/read-flow.ts';
import { standardInput } from '../load/standard-input.ts';
import { toPrintable } from '../print/paint.ts';
import { formatUserName } from '../print/format-run.ts';
import type { SignupRecord } from '../serve/signup-record.ts';
import { startServer } from '../serve/start-server.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { toStoppedStatus, type Stopped } from './create-stop.ts';

/** The options of `signup-actions serve`. All paths are absolute. */
export interface ServeOptions extends FlowSources {
  readonly host: string;
  readonly port: number;
  readonly allowHost?: readonly string[];
  readonly https?: string;
  readonly data?: string;
  /** In milliseconds. */
  readonly timeout?: number;
  readonly json?: boolean;
}

/** Serves until `stop` aborts, prints each signup, and returns the exit status. */
export async function serve(
  paths: readonly string[],
  { host, port, allowHost, https, data, timeout, json = false, ...sources }: ServeOptions,
  shell: Shell,
  stop: AbortSignal,
): Promise<number> {
  const { print } = shell;
  if (paths.includes(standardInput)) {
    throw new UsageError(
      'Failed to serve standard input: the Actions are read again for each signup.\nSave them to a file, and pass that.',
    );
  }
  const server = await startServer(paths, sources, {
    host,
    port,
    allowedHosts: allowHost,
    https,
    data,
    timeoutMs: timeout,
    onSignup: (signup) => print(json ? formatJson(signup) : toPrintable(formatSignup(signup))),
  });
  print(
    json
      ? JSON.stringify({ type: 'listening', url: server.url })
      : `Listening on ${server.url}, where a page shows each signup.\nPress Ctrl+C to stop.`,
  );
  if (!stop.aborted) await once(stop, 'abort');
  await server.close();
  return toStoppedStatus(stop.reason as Stopped, exitStatus.allowed);
}

function formatJson({ id, event, status, outcome, reason, response, log }: SignupRecord): string {
  const user = formatUserName(event);
  const { status: httpStatus } = response;
  const { calls, executions, diagnostics } = outcome ?? {};
  const ran = outcome && { calls, executions, diagnostics };
  return JSON.stringify({ type: 'signup', id, user, status, reason, httpStatus, log, ...ran });
}

function formatSignup({ event, status, outcome, reason, response, log }: SignupRecord): string {
  const decisive = outcome?.executions.find(
    (execution) => execution.status === 'refused' || execution.status === 'failed',
  );
  const where = decisive ? ` ${decisive.status === 'failed' ? 'in' : 'by'} ${decisive.action}` : '';
  const why = reason ?? (outcome?.status === 'allowed' ? undefined : log[0]?.description);
  return `${response.status} ${status.toUpperCase()}${where}  ${formatUserName(event)}${why === undefined ? '' : `  ${why}`}`;
}
