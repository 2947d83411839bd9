import { failureOf, record, type Runner } from './runner.ts';

/** `toHaveDenied`, `toHaveFailedValidation` and `toHaveAllowed`. */
export function specifyRefusals(runner: Runner): void {
  const { it, expect, kit } = runner;

  it('toHaveDenied passes for a denial with these first arguments', () => {
    const api = record(runner, ({ access }) =>
      access.deny('disposable email', 'Please use your work address.'),
    );

    expect(api).toHaveDenied();
    expect(api).toHaveDenied('disposable email');
    expect(api).toHaveDenied('disposable email', expect.stringContaining('work address'));
    expect(api.outcome()).toHaveDenied('disposable email');
    expect(api).not.toHaveDenied('something else');
    expect(api).not.toHaveDenied('disposable email', 'Please use your work address');
    expect(api).not.toHaveAllowed();
    expect(api).not.toHaveFailedValidation();
  });

  it('toHaveFailedValidation passes for a refusal with validation.error', () => {
    const api = record(runner, ({ validation }) => validation.error('invalid_phone', 'Try again.'));

    expect(api).toHaveFailedValidation();
    expect(api).toHaveFailedValidation('invalid_phone', expect.stringMatching(/again/));
    expect(api).not.toHaveFailedValidation('invalid_email');
    expect(api).not.toHaveAllowed();
    expect(api).not.toHaveDenied();
  });

  it('only the first refusal counts', () => {
    const denied = record(runner, ({ access, validation }) => {
      access.deny('first', 'The user sees this.');
      access.deny('second', 'Nobody sees this.');
      validation.error('third', 'Nor this.');
    });
    const invalid = record(runner, ({ access, validation }) => {
      validation.error('first', 'The user sees this.');
      validation.error('second', 'Nobody sees this.');
      access.deny('third', 'Nor this.');
    });

    expect(denied).toHaveDiagnostic('call-after-refusal');
    expect(invalid).toHaveDiagnostic('call-after-refusal');
    expect(denied).toHaveDenied('first', 'The user sees this.');
    expect(denied).not.toHaveDenied('second');
    expect(denied).not.toHaveFailedValidation();
    expect(invalid).toHaveFailedValidation('first');
    expect(invalid).not.toHaveFailedValidation('second');
    expect(invalid).not.toHaveDenied();
    expect(failureOf(() => expect(denied).toHaveDenied('second'))).toMatchInlineSnapshot(`
      "expect(api).toHaveDenied("second")

      Expected a call like:
        api.access.deny("second", …)
      Recorded calls (3):
        1. api.access.deny("first", "The user sees this.")
        2. api.access.deny("second", "Nobody sees this.")   ← does not count: call 1 refused first
        3. api.validation.error("third", "Nor this.")"
    `);
  });

  it('toHaveAllowed passes if nothing refuses', () => {
    expect(kit.createMockApi()).toHaveAllowed();
    expect(kit.createMockApi()).not.toHaveDenied();
    expect(kit.createMockApi()).not.toHaveFailedValidation();
  });

  it('shows every call, and points at the nearest miss', () => {
    const api = record(runner, ({ access, user }) => {
      access.deny('blocked country', 'Not in your country.');
      user.setAppMetadata('source', 'signup');
      access.deny('disposable email', 'Please use another address.');
    });

    expect(
      failureOf(() =>
        expect(api).toHaveDenied('disposable email', 'Please use your work address.'),
      ),
    ).toMatchInlineSnapshot(`
      "expect(api).toHaveDenied("disposable email", "Please use your work address.")

      Expected a call like:
        api.access.deny("disposable email", "Please use your work address.")
      Recorded calls (3):
        1. api.access.deny("blocked country", "Not in your country.")
        2. api.user.setAppMetadata("source", "signup")
        3. api.access.deny("disposable email", "Please use another address.")   ← argument 2 differs"
    `);
  });

  it('shows the expectation as source, and points at the argument that differs', () => {
    const api = record(runner, ({ access, user }) => {
      user.setAppMetadata('source', 'signup');
      access.deny('disposible email', 'Please use your work address.');
    });

    expect(failureOf(() => expect(api).toHaveDenied('disposable email'))).toMatchInlineSnapshot(`
      "expect(api).toHaveDenied("disposable email")

      Expected a call like:
        api.access.deny("disposable email", …)
      Recorded calls (2):
        1. api.user.setAppMetadata("source", "signup")
        2. api.access.deny("disposible email", "Please use your work address.")   ← argument 1 differs"
    `);
  });

  it('shows an asymmetric matcher by its name', () => {
    const api = record(runner, ({ access }) => access.deny('disposable email', 'Go away.'));

    expect(
      failureOf(() =>
        expect(api).toHaveDenied('disposable email', expect.stringContaining('work address')),
      ),
    ).toMatchInlineSnapshot(`
      "expect(api).toHaveDenied("disposable email", expect.stringContaining("work address"))

      Expected a call like:
        api.access.deny("disposable email", expect.stringContaining("work address"))
      Recorded calls (1):
        1. api.access.deny("disposable email", "Go away.")   ← argument 2 differs"
    `);
  });

  it('asks whether the handler ran if no call was recorded', () => {
    expect(failureOf(() => expect(kit.createMockApi()).toHaveDenied())).toMatchInlineSnapshot(`
      "expect(api).toHaveDenied()

      Expected a call like:
        api.access.deny(…)
      Recorded calls (0): none. Did the handler run, and was it awaited?"
    `);
    expect(failureOf(() => expect(kit.createMockApi()).toHaveFailedValidation('invalid_phone')))
      .toMatchInlineSnapshot(`
      "expect(api).toHaveFailedValidation("invalid_phone")

      Expected a call like:
        api.validation.error("invalid_phone", …)
      Recorded calls (0): none. Did the handler run, and was it awaited?"
    `);
    expect(failureOf(() => expect(kit.createMockApi()).not.toHaveAllowed())).toMatchInlineSnapshot(`
      "expect(api).not.toHaveAllowed()

      Expected the registration to be refused, but it was allowed.
      Recorded calls (0): none. Did the handler run, and was it awaited?"
    `);
  });

  it('points at the refusal that was not expected', () => {
    const denied = record(runner, ({ access }) => access.deny('reason', 'message'));
    const invalid = record(runner, ({ validation }) => validation.error('code', 'message'));

    expect(failureOf(() => expect(denied).not.toHaveDenied('reason'))).toMatchInlineSnapshot(`
      "expect(api).not.toHaveDenied("reason")

      Expected no call like:
        api.access.deny("reason", …)
      Recorded calls (1):
        1. api.access.deny("reason", "message")   ← matches"
    `);
    expect(failureOf(() => expect(invalid).not.toHaveFailedValidation())).toMatchInlineSnapshot(`
      "expect(api).not.toHaveFailedValidation()

      Expected no call like:
        api.validation.error(…)
      Recorded calls (1):
        1. api.validation.error("code", "message")   ← matches"
    `);
    expect(failureOf(() => expect(denied).toHaveAllowed())).toMatchInlineSnapshot(`
      "expect(api).toHaveAllowed()

      Expected the registration to be allowed, but action denied it with api.access.deny.
      Recorded calls (1):
        1. api.access.deny("reason", "message")   ← refused"
    `);
  });

  it('names the outcome if the registration was refused in the other way or the flow failed', async () => {
    const invalid = record(runner, ({ validation }) => validation.error('code', 'message'));
    const failed = await kit.runFlow([
      async function checkDomain(_event, api) {
        api.access.deny('blocked', 'Please use another address.');
        throw new Error('the list of domains is not reachable');
      },
    ]);

    expect(failureOf(() => expect(invalid).toHaveDenied())).toMatchInlineSnapshot(`
      "expect(api).toHaveDenied()

      Expected a call like:
        api.access.deny(…)
      Recorded calls (1):
        1. api.validation.error("code", "message")
      Outcome: action refused the registration with api.validation.error."
    `);
    expect(failureOf(() => expect(failed).toHaveDenied('blocked'))).toMatchInlineSnapshot(`
      "toHaveDenied cannot pass, because checkDomain failed at spec/refusals.ts:…: Error: the list of domains is not reachable.
      Recorded calls (1):
        1. api.access.deny("blocked", "Please use another address.")
      If the Action is meant to fail, assert that first: expect(outcome).toHaveFailed(…)."
    `);
    expect(failureOf(() => expect(failed).toHaveAllowed())).toMatchInlineSnapshot(`
      "toHaveAllowed cannot pass, because checkDomain failed at spec/refusals.ts:…: Error: the list of domains is not reachable.
      Recorded calls (1):
        1. api.access.deny("blocked", "Please use another address.")
      If the Action is meant to fail, assert that first: expect(outcome).toHaveFailed(…)."
    `);
    expect(failed).toHaveFailed();
    expect(failureOf(() => expect(failed).toHaveFailedValidation())).toMatchInlineSnapshot(`
      "expect(outcome).toHaveFailedValidation()

      Expected a call like:
        api.validation.error(…)
      Recorded calls (1):
        1. api.access.deny("blocked", "Please use another address.")
      Outcome: checkDomain failed at spec/refusals.ts:…: Error: the list of domains is not reachable."
    `);
  });

  it('toHaveFailedValidation ignores a refusal that was rejected because of its arguments', () => {
    const api = record(runner, ({ validation }) => {
      try {
        validation.error('code', 'x'.repeat(101));
      } catch {
        // Careless Actions swallow errors.
      }
    });

    expect(failureOf(() => expect(api).toHaveFailedValidation('code'))).toMatchInlineSnapshot(`
      "toHaveFailedValidation cannot pass, because action failed: ContractError: action went on after its refusal was rejected: Failed to refuse with api.validation.error: errorMessage must be a string of at most 100 characters but received a string of 101 characters.
      Recorded calls (1):
        1. api.validation.error("code", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx") threw
      If the Action is meant to fail, assert that first: expect(outcome).toHaveFailed(…)."
    `);
  });

  it('keeps secrets out of its messages', () => {
    const api = kit.createMockApi({ secrets: { API_KEY: 'example-api-key' } });
    api.access.deny('no answer for example-api-key', 'Please try again.');

    expect(failureOf(() => expect(api).toHaveDenied('no answer'))).toMatchInlineSnapshot(`
      "expect(api).toHaveDenied("no answer")

      Expected a call like:
        api.access.deny("no answer", …)
      Recorded calls (1):
        1. api.access.deny("no answer for [secret API_KEY]", "Please try again.")   ← argument 1 differs (the value of a secret is hidden; of 29 characters, the first 9 are as expected)"
    `);
  });

  it('a matcher of refusals says what to pass if it receives something else', () => {
    expect(failureOf(() => expect(Promise.resolve()).toHaveDenied())).toMatchInlineSnapshot(`
      "Failed to check with toHaveDenied: it takes a mock api or an outcome but received a Promise.
      Pass what createMockApi() returned, or what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
    expect(failureOf(() => expect(undefined).not.toHaveDenied())).toMatchInlineSnapshot(`
      "Failed to check with toHaveDenied: it takes a mock api or an outcome but received undefined.
      Pass what createMockApi() returned, or what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
    expect(failureOf(() => expect({}).toHaveFailedValidation())).toMatchInlineSnapshot(`
      "Failed to check with toHaveFailedValidation: it takes a mock api or an outcome but received an object.
      Pass what createMockApi() returned, or what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
    expect(failureOf(() => expect('api').not.toHaveAllowed())).toMatchInlineSnapshot(`
      "Failed to check with toHaveAllowed: it takes a mock api or an outcome but received "api".
      Pass what createMockApi() returned, or what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
  });
}
