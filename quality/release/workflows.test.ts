import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: object;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly needs?: string;
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(root + file, 'utf8');
const readWorkflow = (name: string): Workflow => parse(read(`.github/workflows/${name}.yml`));
const names = globSync('*.yml', { cwd: `${root}.github/workflows` }).map((file) =>
  file.slice(0, -4),
);
const ci = readWorkflow('ci');
const release = readWorkflow('release');
const stepsOf = ({ jobs }: Workflow): readonly Step[] =>
  Object.values(jobs).flatMap(({ steps = [] }) => steps);

it('publishes a commit only when CI has passed on it', () => {
  // The same run, hence the same commit; a job that needs another one is skipped if that one fails.
  expect(release.jobs['ci']).toEqual({ uses: './.github/workflows/ci.yml' });
  expect(release.jobs['build']).toMatchObject({ needs: 'ci' });
  expect(release.jobs['publish']).toMatchObject({ needs: 'build' });
  for (const job of Object.values(release.jobs)) expect(job).not.toHaveProperty('if');
  expect(Object.keys(ci.on)).toContain('workflow_call');
  expect(ci.jobs['ci']?.steps).toContainEqual({ run: '.ci/run' });
});

it.each(names)('%s: only the job that publishes has rights', (name) => {
  const { permissions, jobs } = readWorkflow(name);

  expect(permissions).toEqual({ contents: 'read' });
  const entitled = Object.entries(jobs).filter(([, job]) => job.permissions);
  expect(entitled.map(([job]) => job)).toEqual(name === 'ci' ? [] : ['publish']);
});

it('the release may write to the repository and its pull requests, and nothing else', () => {
  expect(release.jobs['publish']?.permissions).toEqual({
    contents: 'write',
    'pull-requests': 'write',
    'id-token': 'write',
  });
});

it.each(names)(
  '%s: a job with rights runs nothing that is installed, and no other has a token',
  (name) => {
    for (const { permissions, steps = [] } of Object.values(readWorkflow(name).jobs)) {
      const text = JSON.stringify(steps);
      if (permissions) expect(text).not.toMatch(/pnpm|npx|npm (?:ci|install|exec)/);
      else expect(text).not.toMatch(/secrets\.|github\.token/);
    }
  },
);

it('the script that publishes imports nothing that is installed', () => {
  const imports = [...read('scripts/release/publish.js').matchAll(/from '(.*)'/g)];

  expect(imports.length).toBeGreaterThan(0);
  for (const [, from] of imports) expect(from).toMatch(/^(?:node:|\.\/)/);
  expect(read('scripts/release/package-names.js')).not.toContain('import');
});

it.each(names)(
  '%s names each Action by a commit and its version, and keeps no credentials',
  (name) => {
    const uses = read(`.github/workflows/${name}.yml`).match(/uses: .*/g) ?? [];

    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) {
      expect(line).toMatch(/^uses: (?:\.\/\S+|[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
    }
    for (const step of stepsOf(readWorkflow(name))) {
      if (!step.uses?.startsWith('actions/checkout@')) continue;
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  },
);

it('an Action has one version, and Dependabot proposes the next', () => {
  const uses = names.flatMap(
    (name) => read(`.github/workflows/${name}.yml`).match(/\S+@[0-9a-f]{40}.*/g) ?? [],
  );
  const actions = new Set(uses.map((line) => line.split('@')[0]));

  expect(new Set(uses).size).toBe(actions.size);
  expect(parse(read('.github/dependabot.yml'))).toMatchObject({
    updates: [{ 'package-ecosystem': 'github-actions', directory: '/' }],
  });
});

it.each(['bug', 'platform'])('the form for a %s report warns of secrets', (name) => {
  expect(read(`.github/ISSUE_TEMPLATE/${name}.yml`)).toMatch(/secrets/);
});

it('a bug report says that a link to the playground contains everything that was typed', () => {
  expect(read('.github/ISSUE_TEMPLATE/bug.yml').replace(/\s+/g, ' ')).toContain(
    'A link to the playground contains both. It also contains everything else that you typed there, secrets included, so replace them first.',
  );
});
