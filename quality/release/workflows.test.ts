import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

interface Job {
  readonly needs?: string;
  readonly uses?: string;
  readonly permissions?: object;
  readonly steps?: readonly { readonly uses?: string; readonly run?: string }[];
}

const read = (file: string): string =>
  readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const readWorkflow = (name: string) =>
  parse(read(`.github/workflows/${name}.yml`)) as {
    readonly on: object;
    readonly permissions: object;
    readonly jobs: Readonly<Record<string, Job>>;
  };
const ci = readWorkflow('ci');
const release = readWorkflow('release');

it('publishes a commit only when CI has passed on it', () => {
  const publishing = Object.values(release.jobs).filter(({ steps }) => steps);

  expect(publishing).toHaveLength(1);
  // The same run, hence the same commit; a job that needs another one is skipped where that fails.
  expect(publishing[0]).toMatchObject({ needs: 'ci' });
  expect(publishing[0]).not.toHaveProperty('if');
  expect(release.jobs['ci']).toEqual({ uses: './.github/workflows/ci.yml' });
  expect(Object.keys(ci.on)).toContain('workflow_call');
  expect(ci.jobs['ci']?.steps).toContainEqual({ run: '.ci/run' });
});

it('lets nothing write but the job that publishes', () => {
  for (const { permissions } of [ci, release]) expect(permissions).toEqual({ contents: 'read' });

  expect(Object.entries(release.jobs).filter(([, { permissions }]) => permissions)).toEqual([
    [
      'release',
      expect.objectContaining({
        permissions: { contents: 'write', 'pull-requests': 'write', 'id-token': 'write' },
      }),
    ],
  ]);
});

it('publishes with the Action that reads what this Changesets writes', () => {
  const { version } = JSON.parse(read('node_modules/@changesets/cli/package.json'));
  const uses = release.jobs['release']?.steps?.map((step) => step.uses);

  // With v1, Changesets 3 publishes but leaves neither tags nor releases behind.
  expect(version).toMatch(/^3\./);
  expect(uses).toContain('changesets/action@v2');
});
