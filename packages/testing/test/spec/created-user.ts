import type { PreUserRegistrationAction } from '@signup-actions/types';
import { failureOf, record, type Runner } from './runner.ts';

/** `toHaveCreatedUser`. */
export function specifyCreatedUser(runner: Runner): void {
  const { it, expect, kit } = runner;

  const register: PreUserRegistrationAction = async (_event, api) => {
    api.user.setUserId('cus_7');
    api.user.setAppMetadata('plan', { name: 'team', seats: 3 });
  };
  const refuse: PreUserRegistrationAction = async function refuse(_event, api) {
    api.access.deny('disposable email', 'Please use your work address.');
  };

  it('toHaveCreatedUser passes for a user that has these properties', async () => {
    const outcome = await kit.runFlow([register]);

    expect(outcome).toHaveCreatedUser();
    expect(outcome).toHaveCreatedUser({ user_id: 'auth0|cus_7' });
    expect(outcome).toHaveCreatedUser({ app_metadata: { plan: { name: 'team' } } });
    expect(outcome).toHaveCreatedUser({ email: /@example.com$/, user_id: expect.any(String) });
    expect(outcome).not.toHaveCreatedUser({ app_metadata: { plan: { name: 'free' } } });
    expect(await kit.runFlow([refuse])).not.toHaveCreatedUser();
  });

  it('toHaveCreatedUser works for a mock api', () => {
    const api = record(runner, ({ user }) => user.setUserMetadata('company', 'Example Ltd'));

    expect(api).toHaveCreatedUser({ user_metadata: { company: 'Example Ltd' } });
  });

  it('toHaveCreatedUser lists the properties that differ, or says who refused', async () => {
    const outcome = await kit.runFlow([register]);
    const refused = await kit.runFlow([refuse]);

    expect(
      failureOf(() =>
        expect(outcome).toHaveCreatedUser({
          user_id: 'auth0|cus_8',
          name: expect.any(String),
          app_metadata: { plan: { seats: 4 } },
        }),
      ),
    ).toMatchInlineSnapshot(`
      "expect(outcome).toHaveCreatedUser({"user_id":"auth0|cus_8","name":expect.any(String),"app_metadata":{"plan":{"seats":4}}})

      Expected the created user to have these properties.
        user.user_id is "auth0|cus_7"; expected "auth0|cus_8"
        user.name is absent; expected expect.any(String)
        user.app_metadata.plan.seats is 3; expected 4
      Recorded calls (2):
        1. api.user.setUserId("cus_7")
        2. api.user.setAppMetadata("plan", {"name":"team","seats":3})"
    `);
    expect(failureOf(() => expect(outcome).not.toHaveCreatedUser({ user_id: 'auth0|cus_7' })))
      .toMatchInlineSnapshot(`
        "expect(outcome).not.toHaveCreatedUser({"user_id":"auth0|cus_7"})

        Expected the created user not to have these properties.
        Recorded calls (2):
          1. api.user.setUserId("cus_7")
          2. api.user.setAppMetadata("plan", {"name":"team","seats":3})"
      `);
    expect(failureOf(() => expect(refused).toHaveCreatedUser())).toMatchInlineSnapshot(`
      "expect(outcome).toHaveCreatedUser()

      Expected a user to be created, but refuse denied the registration with api.access.deny.
      Recorded calls (1):
        1. api.access.deny("disposable email", "Please use your work address.")"
    `);
  });
}
