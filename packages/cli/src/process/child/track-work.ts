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
  readonly timer: NodeJS.Timeout | undefined;
  /** Whether it began while the code of the Actions was loaded: such timers belong to all flows. */
  readonly isOfModule: boolean;
}

/** Keeps a list of the work that Actions begin. */
export interface WorkList {
  /** What is not done yet. */
  readonly listPending: () => readonly Work[];
  /** Lets timers that are due in more than this time not keep the process from being idle. */
  readonly ignoreTimersAfter: (ms: number) => void;
  /** Runs a function that loads the code of an Action. */
  readonly load: <Result>(run: () => Result) => Result;
  /** Whether the code of an Action is being loaded. */
  readonly isLoading: () => boolean;
  /** Stops the timers that are left, and begins a new list. */
  readonly renew: () => void;
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

/** From now on, keeps a list of the work that the Actions in these files begin. */
export function trackWork(files: readonly string[]): WorkList {
  const findOrigin = createOriginSite(files);
  const findSite = createCallSite(files);
  const pending = new Map<unknown, Work>();
  const sites = new Map<string, CallSite>();
  /** Timers that do not keep the process from being idle any more. */
  const ignored = new Set<NodeJS.Timeout>();
  let began = performance.now();
  let isLoading = false;
  const add = (key: unknown, what: string | undefined, timer?: NodeJS.Timeout): void => {
    const action = runningAction.getStore();
    if (action === undefined) return;
    // Only the first step of an operation begins in the code of the Action.
    const name = `${action} ${what}`;
    const site = findOrigin() ?? sites.get(name);
    if (site) sites.set(name, site);
    pending.set(key, { action, what, site, timer, isOfModule: isLoading });
  };
  createHook({
    init(id, type, _, resource) {
      if (!Object.hasOwn(kinds, type)) return;
      add(id, kinds[type], type === 'Timeout' ? (resource as NodeJS.Timeout) : undefined);
    },
    destroy: (id) => void pending.delete(id),
    // Following each promise to its end takes longer than most flows.
    trackPromises: false,
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
  return {
    // A diagnostic is sent once, so what has a place comes first.
    listPending: () => [...pending.values()].toSorted((a, b) => Number(!a.site) - Number(!b.site)),
    ignoreTimersAfter(ms) {
      // A timer began after its flow had, so it is not due before this.
      const passed = performance.now() - began;
      for (const { timer } of pending.values()) {
        if (timer?.hasRef() && delayOf(timer) - passed > ms) ignored.add(timer.unref());
      }
    },
    load(run) {
      isLoading = true;
      try {
        return run();
      } finally {
        isLoading = false;
      }
    },
    isLoading: () => isLoading,
    renew() {
      for (const { timer, isOfModule } of pending.values()) {
        // Other timers that keep nothing alive are those of Node's own sockets.
        if (!timer || !(timer.hasRef() || ignored.has(timer))) continue;
        if (isOfModule) timer.unref();
        else clearTimeout(timer);
      }
      pending.clear();
      sites.clear();
      ignored.clear();
      began = performance.now();
    },
  };
}

/** In milliseconds; Node has no other way to tell. */
const delayOf = (timer: NodeJS.Timeout): number => {
  const { _idleTimeout: ms = 0 } = timer as { readonly _idleTimeout?: number };
  return ms;
};

/** The stack of a request that failed does not say who made it. */
function addFrame(error: unknown, site: CallSite | undefined): void {
  if (!(error instanceof Error) || !site || error.stack?.includes(site.file)) return;
  error.stack = `${error.stack}\n    at fetch (${site.file}:${site.line}:${site.column})`;
}
