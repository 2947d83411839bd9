import { findBuiltin, type AsyncStorage } from './find-builtin.ts';
import type { Recording } from './flow-output.ts';
import { listenToHttp } from './listen-to-http.ts';
import { replaceGlobals } from './replace-globals.ts';
import { shared } from './shared.ts';

/** The flows that run now, in all copies of the kit. */
interface RunningFlows {
  readonly recordings: Set<Recording>;
  /** Tells which flow the running code belongs to; absent outside of Node. */
  readonly storage: AsyncStorage<Recording> | undefined;
  /** Whether requests of `node:http` are listened to. */
  isListening: boolean;
  restore: () => void;
}

const flows: RunningFlows = shared('running-flows', () => {
  const hooks = findBuiltin('async_hooks');
  return {
    recordings: new Set<Recording>(),
    storage: hooks && new hooks.AsyncLocalStorage<Recording>(),
    isListening: false,
    restore: () => {},
  };
});

/** The recording of the flow that the running code belongs to. Outside of Node, of the only flow that runs. */
export function findRecording(): Recording | undefined {
  const { recordings, storage } = flows;
  if (storage) return storage.getStore();
  return recordings.size === 1 ? [...recordings][0] : undefined;
}

/** A flow's output, of which there is none yet. */
export const createRecording = (): Recording => ({ console: [], requests: [] });

/** Runs a flow, and records its output. What it prints is printed, and what it sends is sent. */
export async function recordOutput<Result>(
  recording: Recording,
  run: () => Promise<Result>,
): Promise<Result> {
  const { recordings, storage } = flows;
  if (!flows.isListening) {
    listenToHttp(findRecording);
    flows.isListening = true;
  }
  if (recordings.size === 0) flows.restore = replaceGlobals(findRecording);
  recordings.add(recording);
  try {
    return await (storage ? storage.run(recording, run) : run());
  } finally {
    recordings.delete(recording);
    if (recordings.size === 0) flows.restore();
  }
}
