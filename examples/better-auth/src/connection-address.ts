import { AsyncLocalStorage } from 'node:async_hooks';

const address = new AsyncLocalStorage<string>();

/** Runs a request with the address that it came from: of the connection, since anybody can write a header. */
export const withConnectionAddress = <Result>(ip: string | undefined, run: () => Result): Result =>
  address.run(ip ?? '0.0.0.0', run);

export const getConnectionAddress = (): string => address.getStore() ?? '0.0.0.0';
