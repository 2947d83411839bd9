import { expect, it } from 'vitest';
import { findNames } from './find-names.ts';

const find = (body: string): ReturnType<typeof findNames> =>
  findNames(`exports.onExecutePreUserRegistration = async (event, api) => {\n${body}\n};`);

it('finds each name once, also behind variables and in destructuring', () => {
  const names = find(`
    const { body } = event.request;
    const { API_KEY } = event.secrets;
    if (body['ulp-company'] !== event.request.body['ulp-company']) return;
    body.email.toLowerCase();
    send(API_KEY, event.secrets['OTHER_KEY']);`);

  expect(names).toEqual({
    secrets: ['API_KEY', 'OTHER_KEY'],
    bodyFields: ['ulp-company', 'email'],
  });
});

it('finds the secrets of a module', () => {
  expect(findNames('exports.ask = () => actions.secrets.KEY;', 'module').secrets).toEqual(['KEY']);
});

it('finds no name that only running the code would tell, and none in code that does not parse', () => {
  expect(find('event.request.body[event.user.name]; event.secrets[x()];')).toEqual({
    secrets: [],
    bodyFields: [],
  });
  expect(find('event.request.body[')).toEqual({ secrets: [], bodyFields: [] });
});
