import { describe, it } from 'vitest';
import { checkAll } from './check-all.ts';
import { action } from './command.ts';

const files = {
  'endings.js': action(`const word = event.user.username;
  word === 'admin' && api.access.deny('a reserved name', 'Please choose another name.');
  word ? console.log(word) : api.access.deny('no name', 'Please choose a name.');
  ['spam', 'bot'].forEach((each) => {
    if (word === each) api.access.deny('a bad word', 'Please choose another name.');
  });
  api.user.setAppMetadata('word', word ?? null);`),
  'errors.js': action(
    `if (event.request.geoip.countryCode === 'XX') throw new Error('blocked country');`,
  ),
  'matches.js': action(`const email = event.user.email ?? '';
  const domain = email.match(/@(.+)/)[1];
  const [, tag] = /[+](.+)/.exec(email);
  const name = email.match(/^(?<first>[a-z]+)/);
  const { groups } = email.match(/(?<last>[a-z]+)@/);
  api.user.setUserMetadata('parts', [domain, tag, name.groups, groups]);`),
  'promises.js': action(`const load = async () => 5;
  const body = await fetch('https://a.example').json();
  const score = load();
  if (score > 3) return;
  if (load()) return;
  load();
  console.log(body);`),
  'conditions.js': action(`const word = event.user.username;
  const found = ['spam', 'bot'].filter((each) => each === word);
  if (found) return;
  if (['spam', 'bot'].indexOf(word)) return;
  if (word === 'spam' || 'bot') return;
  if (word !== 'spam' || word !== 'bot') return;
  if (word?.includes('spam' || 'bot')) return;
  if (['us', 'ca'].includes(event.request.geoip.countryCode)) return;
  if (!word in ['spam']) return;
  let country = 'DE';
  if (country = 'US') return;`),
  'fields.js':
    action(`console.log(event.request.body.password, event.user.phone, event.tenant.name);
  console.log(event.client.name, event.user.email.length);`),
  'records.js': action(`const token = api.cache.get('token') ?? (await ask());
  const answer = await fetch('https://a.example', { headers: { authorization: token + '' } });
  async function ask() {
    return axios.get('https://b.example');
  }
  await axios.post('https://c.example', await answer.text());`),
  'strings.js': action(`const seen = api.cache.get('seen');
  api.cache.set('seen', [Number(seen)]);
  if (!event.user.email) return api.access.deny('no ' + event.user.email, 'Please enter it.');
  try {
    await fetch('https://a.example');
  } catch (error) {
    api.access.deny(error, 'Please try again.');
  }`),
  'metadata.js': action(`api.user.setAppMetadata('email', 'a@b.example');
  api.user.setUserMetadata('address.city', 'Bern');
  api.user.setUserMetadata('at', new Date());
  api.user.setUserMetadata('score', fetch('https://a.example'));`),
  'arguments.js': action(`const now = new Date();
  if (event.request.ip === '1') return api.access.deny(400, now.getTime());
  api.cache.set(1, true, 60);
  api.user.setAppMetadata('created_at', now);
  api.user.setUserId('auth0|' + event.request.body.id);
  api.user.setUserId('crm 1');
  await fetch('https://a.example', { params: { a: 1 }, timeout: 1000 });`),
  'members.js': action(`console.log(event.request.body('plan'), event?.client.name);
  console.log(event.user?.given_name[0], event.request['headers']['referer']);
  const { score } = (await fetch('https://a.example')).json();
  console.log(score, localStorage.getItem('a'), new XMLHttpRequest());`),
  'hints.js': action(`api.access.allow();
  api.user.removeUserMetadata('plan');
  console.log(event.Secrets, event.user.emial);
  await fetch('https://a.example').then(({ ok }) => {
    if (!ok) api.access.deny('down', 'Please try again.');
  });
  api.user.setAppMetadata('checked', true);`),
  'swapped.js': 'exports.onExecutePreUserRegistration = async (api, event) => event.user.email;',
  'class.js': 'module.exports = class { async onExecutePreUserRegistration() {} };',
  'clients.js': action(`const axios = require('axios');
  const first = await axios.get('https://a.example');
  const second = await fetch('https://b.example');
  console.log(first.body, first.ok, first.score, second.data);`),
  'rule.js':
    '// A Rule.\nfunction (user, context, callback) {\n  callback(null, user, context);\n}\n',
};

describe('check', async () => {
  const findingsOf = await checkAll(files);

  it('says how to end the handler, for each way to write a refusal', ({ expect }) => {
    expect(findingsOf('endings.js')).toMatchInlineSnapshot(`
      [
        "3  api.access.deny does not end the handler, so api.access.deny on line 4 runs after the refusal: write if (…) return api.access.deny(…) instead. (call-after-refusal)",
        "4  api.access.deny does not end the handler, so api.access.deny on line 6 runs after the refusal: write if (…) return api.access.deny(…) instead. (call-after-refusal)",
        "6  api.access.deny does not end the handler, so api.user.setAppMetadata on line 8 runs after the refusal: return would end only the callback, so loop with for (… of …), and return there. (call-after-refusal)",
      ]
    `);
  });

  it('says what to do instead of throwing an error to refuse', ({ expect }) => {
    expect(findingsOf('errors.js')).toMatchInlineSnapshot(`
      [
        "2  An error keeps the user out without a message, and the log reports a failed Action: call api.access.deny(reason, message) and return instead. (throw-as-refusal)",
      ]
    `);
  });

  it('says that a regular expression may find nothing', ({ expect }) => {
    expect(findingsOf('matches.js')).toMatchInlineSnapshot(`
      [
        "3  email.match(/@(.+)/) is null if nothing matches, and then reading from it throws: write email.match(/@(.+)/)?.[…], or check it first. (match-may-be-null)",
        "4  /[+](.+)/.exec(email) is null if nothing matches, and then reading from it throws: write /[+](.+)/.exec(email) ?? [], or check it first. (match-may-be-null)",
        "6  email.match(/(?<last>[a-z]+)@/) is null if nothing matches, and then reading from it throws: write email.match(/(?<last>[a-z]+)@/) ?? {}, or check it first. (match-may-be-null)",
        "7  name is null if nothing matches, and then reading from it throws: write name?.groups, or check it first. (match-may-be-null)",
      ]
    `);
  });

  it('says where await is missing', ({ expect }) => {
    expect(findingsOf('promises.js')).toMatchInlineSnapshot(`
      [
        "3  fetch(…) is a promise, which has no json: write (await fetch(…)).json. (not-awaited)",
        "4  load(…) is a promise, not the value that it resolves to: put await before it. (not-awaited)",
        "6  load(…) is a promise, which always counts as true: put await before it. (not-awaited)",
        "7  load(…) is a promise that nothing waits for, so the handler goes on, and may end, before it is done: put await before it. (not-awaited)",
      ]
    `);
  });

  it('says which conditions hold for every signup, or for none', ({ expect }) => {
    expect(findingsOf('conditions.js')).toMatchInlineSnapshot(`
      [
        "4  found is a list, which counts as true even if it is empty: ask for its length. (always-true)",
        "5  ['spam', 'bot'].indexOf(word) is -1 if nothing is found, which counts as true: write ['spam', 'bot'].indexOf(word) !== -1, or use includes. (always-true)",
        "6  'bot' is a string, which always counts as true: write each comparison in full, as in x === 'a' || x === 'b'. (always-true)",
        "7  word !== 'spam' || word !== 'bot' is always true, because one of the two always is: write && instead. (always-true)",
        "8  'spam' is a string, which always counts as true, so 'bot' is never used: write each comparison in full, as in x === 'a' || x === 'b'. (always-true)",
        "9  event.request.geoip.countryCode is never 'us': write 'US'. (never-true)",
        "10  !word in ['spam'] is never true: in asks for a position of the list, so write !['spam'].includes(word). (never-true)",
        "12  country = 'US' sets a variable, and counts as true: write === to compare. (always-true)",
      ]
    `);
  });

  it('names every field of a line that is not there, or may be absent', ({ expect }) => {
    expect(findingsOf('fields.js')).toMatchInlineSnapshot(`
      [
        "2  event.request.body has no password: Actions never receive passwords. (unknown-field)",
        "2  event.user has no phone: write phone_number. (unknown-field)",
        "2  event.tenant has no name: write id. (unknown-field)",
        "3  event.client may be absent: write event.client?.name, or check it first. (optional-field)",
        "3  event.user.email may be absent: write event.user.email?.length, or check it first. (optional-field)",
      ]
    `);
  });

  it('says how to get the string that a method takes', ({ expect }) => {
    expect(findingsOf('strings.js')).toMatchInlineSnapshot(`
      [
        "3  api.cache.set takes a string as its second argument, not [Number(seen)]: convert it with String(…) or JSON.stringify(…). (argument-not-a-string)",
        "3  seen is a cache record or undefined, not a string: read its value, as in seen?.value. (cache-record-as-string)",
        "4  event.user.email may be absent here, and then the string that api.access.deny gets says undefined: leave it out. (undefined-in-reason)",
        "8  api.access.deny takes a string as its first argument, not error: pass its message. (argument-not-a-string)",
      ]
    `);
  });

  it('names the record that something else may replace, and an undeclared name once', ({
    expect,
  }) => {
    expect(findingsOf('records.js')).toMatchInlineSnapshot(`
      [
        "3  token is a cache record or undefined, not a string: read its value, as in api.cache.get('token')?.value. (cache-record-as-string)",
        "5  Nothing declares axios: require or declare it first, as in const axios = require('axios'). (undeclared-name)",
      ]
    `);
  });

  it('says why metadata is not stored', ({ expect }) => {
    expect(findingsOf('metadata.js')).toMatchInlineSnapshot(`
      [
        "2  api.user.setAppMetadata throws for this key: it is a reserved app_metadata key, so choose another. (metadata-key)",
        "3  api.user.setUserMetadata throws for this key: a key must not contain "." or "$", so nest an object under one key. (metadata-key)",
        "4  api.user.setUserMetadata stores JSON, which has no Date: store date.toISOString(). (metadata-not-json)",
        "5  api.user.setUserMetadata stores JSON, and this is a promise: await it first. (metadata-not-json)",
      ]
    `);
  });

  it('says where the response of a client has what', ({ expect }) => {
    expect(findingsOf('clients.js')).toMatchInlineSnapshot(`
      [
        "5  first is a response, which has no body of its own: write first.data. (response-field)",
        "5  first is a response, which has no ok of its own: axios throws for a status that is not 2xx. (response-field)",
        "5  first is a response, which has no score of its own: write first.data.score. (response-field)",
        "5  second is a response, which has no data of its own: write (await second.json()). (response-field)",
      ]
    `);
  });

  it('finds each wrong argument of a call', ({ expect }) => {
    expect(findingsOf('arguments.js')).toMatchInlineSnapshot(`
      [
        "3  api.access.deny takes a string as its first argument, not 400: write '400'. (argument-not-a-string)",
        "3  api.access.deny takes a string as its second argument, not now.getTime(): convert it with String(…). (argument-not-a-string)",
        "4  api.cache.set takes a string as its first argument, not 1: write '1'. (argument-not-a-string)",
        "4  api.cache.set takes a string as its second argument, not true: write 'true'. (argument-not-a-string)",
        "4  api.cache.set takes a lifetime in milliseconds as its third argument, such as { ttl: 60_000 }. (wrong-kind)",
        "5  api.user.setAppMetadata throws for this key: it is a reserved app_metadata key, so choose another. (metadata-key)",
        "5  api.user.setAppMetadata stores JSON, which has no Date: store date.toISOString(). (metadata-not-json)",
        "6  api.user.setUserId throws for this id: the platform adds the part up to "|" itself, so leave it out. (user-id)",
        "7  api.user.setUserId throws for this id: it has " ", but only letters, digits and @ . _ + - are allowed. (user-id)",
        "8  fetch has no option params: put them into the URL, with URLSearchParams. (fetch-option)",
        "8  fetch has no option timeout: pass signal: AbortSignal.timeout(milliseconds). (fetch-option)",
      ]
    `);
  });

  it('names a member as it is written, and its owner', ({ expect }) => {
    expect(findingsOf('members.js')).toMatchInlineSnapshot(`
      [
        "2  event.request.body is not a function: read it, or call one of its methods. (not-a-function)",
        "2  event?.client may be absent: write event?.client?.name, or check it first. (optional-field)",
        "3  event.user?.given_name may be absent: write event.user?.given_name?.[…], or check it first. (optional-field)",
        "3  event.request has no headers: the one header that Actions get is event.request.user_agent. (unknown-field)",
        "4  (await fetch(…)).json(…) is a promise, not the value that it resolves to: put await before it. (not-awaited)",
        "5  Node 22, which the platform runs, does not have localStorage: write it without, or use a package that has it. (newer-function)",
        "5  Nothing declares XMLHttpRequest: browsers have it, and Node does not, so use fetch. (undeclared-name)",
      ]
    `);
  });

  it('says what authors look for under another name', ({ expect }) => {
    expect(findingsOf('hints.js')).toMatchInlineSnapshot(`
      [
        "2  api.access has no allow: a signup that no Action refuses is allowed, so leave it out. (unknown-method)",
        "3  api.user has no removeUserMetadata: call the setter with null to remove a property. (unknown-method)",
        "4  event has no Secrets: write secrets. (unknown-field)",
        "4  event.user has no emial: write email. (unknown-field)",
        "6  api.access.deny does not end the handler, so api.user.setAppMetadata on line 8 runs after the refusal: return would end only the callback, so await the promise, and refuse after it. (call-after-refusal)",
      ]
    `);
  });

  it('recognizes parameters in the wrong order, a class, and a Rule, which has no name', ({
    expect,
  }) => {
    expect(findingsOf('swapped.js')).toMatchInlineSnapshot(`
      [
        "1  The handler receives two arguments, the event and the api, in this order: write exports.onExecutePreUserRegistration = async (event, api) => { … }. (handler-parameters)",
      ]
    `);
    expect(findingsOf('class.js')).toMatchInlineSnapshot(`
      [
        "1  The platform calls the export onExecutePreUserRegistration, but this file does not have it: write exports.onExecutePreUserRegistration = async (event, api) => { … }. (handler-missing)",
      ]
    `);
    expect(findingsOf('rule.js')).toMatchInlineSnapshot(`
      [
        "1  The platform calls the export onExecutePreUserRegistration, but this is a Rule or a Hook, which is one function with a callback (see https://signup-actions.github.io/signup-actions/migrating): write exports.onExecutePreUserRegistration = async (event, api) => { … }. (handler-missing)",
      ]
    `);
  });
});
