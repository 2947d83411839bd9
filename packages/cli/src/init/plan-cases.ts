import { dirname, join, posix } from 'node:path';
import { caseSchemaAddress, type SignupCase } from '@signup-actions/workbench';
import { exists } from '../files/find-files.ts';
import type { NearbyAction } from './find-actions.ts';
import { testValue } from './format-imports.ts';
import { toFileName } from './plan-tests.ts';
import type { Project } from './read-project.ts';
import type { Step } from './step.ts';

/** What a case is about: the exported flow, or an Action by itself. */
interface Subject {
  readonly name: string;
  readonly subject: string;
  /** Path in the project of what runs. */
  readonly path: string;
  readonly actions: readonly NearbyAction[];
}

/**
 * Plans a first case of the exported flow, or of each Action of a folder without one, beside the tests. Actions that send
 * requests have none: a case cannot say what is returned.
 */
export async function planCases(
  { folder, flow, actions }: Project,
  tests: readonly Step[],
): Promise<readonly Step[]> {
  const test = tests.find(({ type }) => type === 'create') ?? tests[0];
  const place = test ? dirname(test.path) : 'test';
  const subjects: readonly Subject[] = flow
    ? [{ name: 'flow', subject: 'the flow', path: flow.root, actions: flow.actions }]
    : actions.map((action) => ({
        name: action.name,
        subject: action.name,
        path: action.path,
        actions: [action],
      }));
  const steps = new Map<string, Step>();
  for (const found of subjects.filter(canRun)) {
    const path = posix.join(place, `${toFileName(found.name)}.signup.json`);
    if (steps.has(path)) continue;
    if (await exists(join(folder, path))) {
      steps.set(path, { path, type: 'leave', note: 'unchanged: a file of this name exists' });
    } else {
      const text = `${JSON.stringify(toFirstCase(found, path), undefined, 2)}\n`;
      steps.set(path, {
        path,
        type: 'create',
        text,
        note: `created: a first case of ${found.subject}, which needs no code`,
      });
    }
  }
  return [...steps.values()];
}

const canRun = ({ actions }: Subject): boolean =>
  actions.every(
    ({ uses, modules }) =>
      uses.length === 0 && modules.every((module) => module.path !== undefined),
  );

function toFirstCase({ path: target, actions }: Subject, path: string): SignupCase {
  const [first] = actions;
  const names = actions.flatMap(({ secrets, declaredSecrets = secrets, modules }) => [
    ...declaredSecrets,
    ...modules.flatMap((module) => module.secrets.map((name) => `${module.name}.${name}`)),
  ]);
  return {
    $schema: caseSchemaAddress,
    actions: posix.relative(dirname(path), target) || '.',
    from: 'universal-login',
    ...(names.length > 0 && {
      secrets: Object.fromEntries(names.map((name) => [name, testValue])),
    }),
    expect: { ran: first ? [first.name] : [] },
  };
}
