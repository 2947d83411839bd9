import type { PreUserRegistrationAction } from '@signup-actions/types';
import { failureOf, type Runner } from './runner.ts';

/** `toHaveLogged`. */
export function specifyOutput({ it, expect, kit, silence }: Runner): void {
  const print: PreUserRegistrationAction = async (event) => {
    console.log('signup of', event.user.email);
    console.warn(`key ${event.secrets['API_KEY']}`);
  };

  it('toHaveLogged passes for what an Action prints', async () => {
    silence();
    const outcome = await kit.runFlow([print]);

    expect(outcome).toHaveLogged();
    expect(outcome).toHaveLogged('signup of');
    expect(outcome).toHaveLogged(/ada@example.com$/);
    expect(outcome).toHaveLogged(expect.stringContaining('key'));
    expect(outcome).not.toHaveLogged('password');
    expect(await kit.runFlow([async () => {}])).not.toHaveLogged();
  });

  it('toHaveLogged lists what was printed, without secrets', async () => {
    silence();
    const event = kit.createMockEvent({ secrets: { API_KEY: 'example-api-key' } });
    const outcome = await kit.runFlow([print], event);
    const silent = await kit.runFlow([async () => {}]);

    expect(failureOf(() => expect(outcome).toHaveLogged('refused'))).toMatchInlineSnapshot(`
      "expect(outcome).toHaveLogged("refused")

      Expected the Actions to print "refused".
      Console (2):
        log: "signup of ada@example.com"
        warn: "key [secret API_KEY]""
    `);
    expect(failureOf(() => expect(outcome).not.toHaveLogged(/example-api-key/)))
      .toMatchInlineSnapshot(`
        "expect(outcome).not.toHaveLogged(/example-api-key/)

        Expected the Actions not to print /example-api-key/.
        Console (2):
          log: "signup of ada@example.com"
          warn: "key [secret API_KEY]"   ← matches"
      `);
    expect(failureOf(() => expect(silent).toHaveLogged())).toMatchInlineSnapshot(`
      "expect(outcome).toHaveLogged()

      Expected the Actions to print anything.
      Console (0): nothing."
    `);
    expect(failureOf(() => expect(kit.createMockApi()).toHaveLogged())).toMatchInlineSnapshot(`
      "Failed to check with toHaveLogged: it takes an outcome but received a mock api.
      Pass what runAction() or runFlow() resolved to. Did you forget an await?"
    `);
  });
}
