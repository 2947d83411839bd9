import { expect, it } from 'vitest';
import { run, toAction, toJob } from '../../test/run.ts';
import type { LoadedModule } from '../platform/action.ts';

const toModule = (name: string, code: string, more: Partial<LoadedModule> = {}): LoadedModule => ({
  name,
  file: `/modules/${name}.js`,
  source: code,
  code,
  language: 'javascript',
  dependencies: [],
  ...more,
});

it('evaluates a module once for each Action, and again after it has failed', async () => {
  const counter = toModule('counter', 'let count = 0; exports.next = () => (count += 1);');
  const moody = toModule(
    'moody',
    'globalThis.moods = (globalThis.moods ?? 0) + 1; if (globalThis.moods === 1) throw new Error("not now");',
  );
  const body = `const counts = [require('actions:counter').next(), require('actions:counter').next()];
    let said = 'nothing';
    try { require('actions:moody'); } catch (error) { said = error.message; }
    require('actions:moody');
    api.user.setAppMetadata(event.secrets.NAME, { counts, said });`;
  const modules = [counter, moody];
  const { getOutcome } = await run(
    toJob(['one', 'two'].map((name) => toAction(body, { name, modules, secrets: { NAME: name } }))),
  );
  Reflect.deleteProperty(globalThis, 'moods');

  expect(getOutcome().outcome).toMatchObject({
    user: {
      app_metadata: {
        one: { counts: [1, 2], said: 'not now' },
        two: { counts: [1, 2], said: 'nothing' },
      },
    },
  });
});

it('runs nothing for a module that is unknown, but lets an Action catch the error', async () => {
  const asking = toAction("require('actions:teem');", { modules: [toModule('team', '')] });
  const careful = toAction("try { require('actions:teem'); } catch { api.access.deny('a', 'b'); }");

  expect((await run(toJob([asking]))).getResult()).toMatchObject({
    type: 'unusable',
    message: expect.stringContaining('There is no Actions module teem: write team'),
  });
  expect((await run(toJob([careful]))).getResult()).toMatchObject({
    outcome: { status: 'denied' },
  });
});

it('names a secret that a module does not declare', async () => {
  const module = toModule('team', 'exports.key = actions.secrets.API_KYE;', {
    declaredNames: ['API_KEY'],
  });
  const asking = toAction("require('actions:team');", {
    modules: [module],
    moduleSecrets: { team: { API_KEY: 'a' } },
  });
  const { frames } = await run(toJob([asking]));

  expect(frames.filter(({ type }) => type === 'diagnostic')).toMatchObject([
    {
      diagnostic: { code: 'undeclared-secret', message: expect.stringContaining('write API_KEY') },
    },
  ]);
});

it('hides the secrets of modules by their names', async () => {
  const leaking = toAction("api.access.deny(`no ${require('actions:team').key}`, 'Sorry.');", {
    modules: [toModule('team', 'exports.key = actions.secrets.KEY;')],
    moduleSecrets: { team: { KEY: 'a long secret' } },
  });
  const { getOutcome } = await run(toJob([leaking]));

  expect(getOutcome().outcome).toMatchObject({ refusal: { reason: 'no [secret team.KEY]' } });
});
