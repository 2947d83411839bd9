// Draws scripts for `fuzz.ts`.
import { parentPort } from 'node:worker_threads';
import { fuzz, type Draw } from './check/property.ts';

parentPort?.on('message', (draw: Draw) => {
  void fuzz(draw).then((verdict) => parentPort?.postMessage(verdict));
});
