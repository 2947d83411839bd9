import { Socket } from 'node:net';

/**
 * From now on, every connection is refused: what an Action sends with anything but `fetch`, which gets made-up responses,
 * must not reach a service hundreds of times.
 */
export function blockConnections(): void {
  Socket.prototype.connect = function refuse(this: Socket): Socket {
    process.nextTick(() => this.destroy(toRefusal()));
    return this;
  };
}

/** What Node says of a service that does not run. */
const toRefusal = (): Error =>
  Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
