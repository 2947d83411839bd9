import { syncBuiltinESMExports } from 'node:module';

const { getBuiltinModule } = process;

/** Receives what an Action did, to go on with a sentence. */
type OnBlocked = (what: string) => void;

/**
 * From now on, nothing leaves this process over the network: connections and questions about names are refused, as if nothing
 * were there.
 */
export function blockNetwork(onBlocked: OnBlocked): void {
  blockTcp(onBlocked);
  blockNames(onBlocked);
  // A process that responds to nothing does not load these.
  const { Socket } = getBuiltinModule('node:dgram');
  const http2 = getBuiltinModule('node:http2');
  Socket.prototype.send = function send(): void {
    onBlocked('sent a UDP message');
    throw toRefusal('send');
  };
  http2.connect = (address): never => {
    onBlocked(`opened an HTTP/2 connection to ${String(address)}`);
    throw toRefusal('connect', String(address));
  };
  // Packages may import these functions by their names.
  syncBuiltinESMExports();
}

/** What waits for a connection. */
interface TcpRequest {
  readonly oncomplete: (
    status: number,
    handle: unknown,
    request: TcpRequest,
    canRead: boolean,
    canWrite: boolean,
  ) => void;
}

/** What Node's TCP connections are made of. */
interface TcpBinding {
  readonly TCP: { readonly prototype: Record<'connect' | 'connect6', unknown> };
}

/** Requests that get a response do not come as far as this. */
function blockTcp(onBlocked: OnBlocked): void {
  const getBinding = Reflect.get(process, 'binding') as (name: string) => unknown;
  const { TCP } = getBinding('tcp_wrap') as TcpBinding;
  const { UV_ECONNREFUSED: refused } = getBinding('uv') as { readonly UV_ECONNREFUSED: number };
  for (const name of ['connect', 'connect6'] as const) {
    TCP.prototype[name] = function connect(request: TcpRequest, address: string, port: number) {
      const host = address.includes(':') ? `[${address}]` : address;
      onBlocked(`opened a connection to ${host}:${port}`);
      process.nextTick(() => request.oncomplete(refused, this, request, false, false));
      return 0;
    };
  }
}

const asking = /^(?:lookup|lookupService|resolve\w*|reverse)$/;

type Functions = Record<string, unknown>;

/** Names are looked up for a connection, or to check a domain. */
function blockNames(onBlocked: OnBlocked): void {
  const dns = getBuiltinModule('node:dns');
  const block = (what: string, name: unknown): Error => {
    onBlocked(`looked up ${String(name)}`);
    const syscall = what.startsWith('lookup') ? 'getaddrinfo' : what.replace('resolve', 'query');
    return toRefusal(syscall, String(name));
  };
  for (const object of [dns, dns.Resolver.prototype] as unknown as Functions[]) {
    for (const what of listAsking(object)) {
      object[what] = (name: unknown, ...rest: readonly unknown[]): void => {
        const done = rest.at(-1);
        const error = block(what, name);
        if (typeof done === 'function') process.nextTick(done, error);
      };
    }
  }
  const { promises } = dns;
  for (const object of [promises, promises.Resolver.prototype] as unknown as Functions[]) {
    for (const what of listAsking(object)) {
      object[what] = async (name: unknown): Promise<never> => {
        throw block(what, name);
      };
    }
  }
}

const listAsking = (object: Functions): readonly string[] =>
  Object.getOwnPropertyNames(object).filter(
    (name) => asking.test(name) && typeof object[name] === 'function',
  );

function toRefusal(syscall: string, name?: string): Error {
  const message = `${syscall} ECONNREFUSED${name === undefined ? '' : ` ${name}`}`;
  return Object.assign(new Error(message), { code: 'ECONNREFUSED', syscall });
}
