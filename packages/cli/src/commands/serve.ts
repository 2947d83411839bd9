import { once } from 'node:events';
import { exitStatus } from '../exit-status.ts';
import { toPrintable } from '../print/paint.ts';
import { formatUserName } from '../print/format-run.ts';
import type { SignupRecord } from '../serve/signup-record.ts';
import { startSignupServer } from '../server.ts';
import type { Shell } from '../shell.ts';
import { toStoppedStatus, type Stopped } from './create-stop.ts';

/** The options of `signup-actions serve`. All paths are absolute. */
export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly https?: string;
  readonly data?: string;
  readonly envFile?: string;
  readonly secret?: readonly string[];
  readonly json?: boolean;
}

/** Serves until `stop` aborts, prints each signup, and returns the exit status. */
export async function serve(
  paths: readonly string[],
  { secret = [], json = false, ...options }: ServeOptions,
  shell: Shell,
  stop: AbortSignal,
): Promise<number> {
  const { print } = shell;
  const server = await startSignupServer({
    ...options,
    tenant: paths,
    typedSecrets: secret,
    onSignup: (signup) => print(json ? formatJson(signup) : toPrintable(formatSignup(signup))),
  });
  print(
    json
      ? JSON.stringify({ type: 'listening', url: server.url })
      : `Listening on ${server.url}\nPress Ctrl+C to stop.`,
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
  const by = outcome?.executions.find(
    (execution) => execution.status === 'refused' || execution.status === 'failed',
  );
  const who = by ? ` by ${by.action}` : '';
  const why = reason ?? (outcome?.status === 'allowed' ? undefined : log[0]?.description);
  return `${response.status} ${status.toUpperCase()}${who}  ${formatUserName(event)}${why === undefined ? '' : `  ${why}`}`;
}
