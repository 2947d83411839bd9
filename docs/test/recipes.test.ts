import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eventShape } from '@signup-actions/runtime-core/internal';
import { expect, it } from 'vitest';
import { signupActions } from '../../packages/cli/test/command.ts';

const folder = fileURLToPath(new URL('../recipes', import.meta.url));
const names = globSync('*.js', { cwd: folder }).map((file) => file.replace('.js', ''));

it.each(names)('%s has a signup to start with, and tests', (name) => {
  const preset = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as {
    title: string;
    event: object;
    secrets: Record<string, string>;
    responses?: readonly object[];
  };

  const { responses = [], ...always } = preset;
  expect(always).toEqual({
    title: expect.stringMatching(/^[A-Z].{5,}$/),
    event: expect.any(Object),
    secrets: expect.any(Object),
  });
  const urls = responses.map(() => expect.objectContaining({ url: expect.any(String) }));
  expect(responses).toEqual(urls);
  expect(Object.keys(eventShape)).toEqual(expect.arrayContaining(Object.keys(preset.event)));
  expect(globSync(`${name}.test.ts`, { cwd: folder })).toHaveLength(1);
});

it('the command line finds no mistake in any of them', async () => {
  const { status, stdout } = await signupActions(
    folder,
    'check',
    ...names.map((name) => `${name}.js`),
  );

  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: `✓ ${names.length} Actions checked, nothing found\n`,
  });
});
