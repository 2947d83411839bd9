/** Where a debugger can attach to the process that runs Actions, and what the process waits for. */
export interface Inspect {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Whether to wait for the debugger, and to stop at the first statement of the first Action. */
  readonly stops: boolean;
}

/** What a process says about its debugger before its result. */
export interface Listening {
  readonly type: 'listening';
  /** What a debugger connects to; absent if the address is not free. */
  readonly url: string | undefined;
}

/** A process into which a debugger can look. */
export interface InspectOptions {
  readonly inspect?: Inspect | undefined;
  /** Receives what a debugger connects to, as soon as it can. */
  readonly onListening?: ((url: string) => void) | undefined;
}

/** The arguments with which a process learns where to listen. */
export const toInspectArguments = (inspect: Inspect | undefined): readonly string[] =>
  inspect ? [JSON.stringify(inspect)] : [];

/** The opposite of {@link toInspectArguments}. */
export const parseInspectArguments = ([text]: readonly string[]): Inspect | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as Inspect);

/** Parses `host:port`, `host` or `port`, as Node does; absent if it is neither. */
export function parseInspectAddress(text: string): Pick<Inspect, 'host' | 'port'> | undefined {
  const parsed =
    /^(?:(?<host>\[[\da-f:.]+\]|[\w.-]*[a-z_-][\w.-]*|[\d.]+\.\d+)(?::|$))?(?<port>\d{1,5})?$/i.exec(
      text,
    );
  const { host = '127.0.0.1', port = '9229' } = parsed?.groups ?? {};
  if (!parsed || text === '' || Number(port) > 65_535) return undefined;
  return { host: host.replaceAll(/[[\]]/g, ''), port: Number(port) };
}

/** What Node itself writes to standard error about a debugger. */
export const withoutInspectorLines = (text: string): string =>
  text.replaceAll(
    /^(Debugger (listening on|attached|ending on)|For help, see: https:\/\/nodejs\.org|Waiting for the debugger to disconnect|Starting inspector on).*\n?/gm,
    '',
  );
