// What Actions have begun and not waited for. Timers alone are no work: a race with a timeout leaves one behind.
import { createHook } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { CallSite } from '@signup-actions/runtime-core';
import { createCallSite, createOriginSite } from '@signup-actions/workbench';
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
export function trackWork(files: readonly string[]): () => readonly Work[] {
  const findOrigin = createOriginSite(files);
  const findSite = createCallSite(files);
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
    const site = findSite();
    try {
      return await fetch(...args);
    } catch (error) {
      addFrame(error, site);
      throw error;
    } finally {
      pending.delete(key);
    }
  };
  // A diagnostic is sent once, so what has a place comes first.
  return () => [...pending.values()].toSorted((a, b) => Number(!a.site) - Number(!b.site));
}

/** The stack of a request that failed does not say who made it. */
function addFrame(error: unknown, site: CallSite | undefined): void {
  if (!(error instanceof Error) || !site || error.stack?.includes(site.file)) return;
  error.stack = `${error.stack}\n    at fetch (${site.file}:${site.line}:${site.column})`;
}
