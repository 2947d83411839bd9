import { listSources, type LoadedAction } from '@signup-actions/workbench';

/**
 * Whether an Action may send requests: its code, or that of its modules, names `fetch`, or requires anything but what is
 * known to send nothing.
 */
export const canSend = (action: LoadedAction): boolean =>
  listSources([action]).some(({ source }) => sending.test(source));

const sending =
  /\b(?:fetch|import)\b|\brequire\b(?!\((['"])(?:actions:[^'"]+|(?:node:)?(?:assert|buffer|crypto|events|path|querystring|url|util))\1\))/;
