// What Actions have begun and not waited for. Timers alone are no work: a race with a timeout leaves one behind.
import { createHook } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { CallSite } from '@signup-actions/runtime-core';
import { createOriginSite } from '@signup-actions/workbench';
import { runningAction } from './capture.ts';

/** Something that an Action has begun. */
export interface Work {
  readonly action: string;
  /** What it is, for a message; absent for a timer. */
  readonly what: string | undefined;
  /** Where in the handler it began. */
  readonly site: CallSite | undefined;
}

const kinds: Readonly<Record<string, string | undefined>> = {
  FSREQCALLBACK: 'a file operation',
  FSREQPROMISE: 'a file operation',
  GETADDRINFOREQWRAP: 'a request',
  PROCESSWRAP: 'a process',
  QUERYWRAP: 'a request',
  TCPCONNECTWRAP: 'a request',
  Timeout: undefined,
};

/** From now on, keeps a list of the work that the Actions in these files begin; returns what is not done yet. */
export function trackWork(files: readonly string[]): () => Promise<readonly Work[]> {
  const findOrigin = createOriginSite(files);
  const pending = new Map<unknown, Work>();
  const sites = new Map<string, CallSite>();
  const add = (key: unknown, what: string | undefined): void => {
    const action = runningAction.getStore();
    if (action === undefined) return;
    // Only the first step of an operation begins in the code of the Action.
    const name = `${action} ${what}`;
    const site = findOrigin() ?? sites.get(name);
    if (site) sites.set(name, site);
    pending.set(key, { action, what, site });
  };
  createHook({
    init(id, type) {
      if (Object.hasOwn(kinds, type)) add(id, kinds[type]);
    },
    destroy: (id) => void pending.delete(id),
  }).enable();
  subscribe('http.client.request.created', (message) => {
    const { request } = message as { readonly request: ClientRequest };
    add(request, 'a request');
    request.once('close', () => pending.delete(request));
  });
  const { fetch } = globalThis;
  globalThis.fetch = async (...args) => {
    const key = {};
    add(key, 'a request');
    try {
      return await fetch(...args);
    } finally {
      pending.delete(key);
    }
  };
  return async () => {
    // What has just ended is removed from the list a turn later.
    for (let turn = 0; turn < 2; turn += 1) await setImmediate();
    // A diagnostic is sent once, so what has a place comes first.
    return [...pending.values()].toSorted((a, b) => Number(!a.site) - Number(!b.site));
  };
}
