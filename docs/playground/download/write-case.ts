import { caseSchemaAddress, type CaseSignup, type SignupCase } from '@signup-actions/workbench';
import { toCaseRecords } from '../run/start-cache.ts';
import {
  hasKeys,
  toFile,
  toFileNames,
  toValues,
  type FlowToSave,
  type SignupToSave,
} from './flow-to-save.ts';

/**
 * A test case for `signup-actions test`. If it is in the folder of a tenant, the tenant has the code and the secrets;
 * otherwise the files of the code lie beside it.
 */
export function writeCase(flow: FlowToSave, isInTenant = false): string {
  const { actions } = flow;
  const signups = isInTenant ? flow.signups : flow.signups.map((signup) => rename(signup, flow));
  const configuration = toAll(actions.map((action) => toValues(action.configuration)));
  const [first] = signups;
  const written: SignupCase = {
    $schema: caseSchemaAddress,
    version: 1,
    ...(!isInTenant && toCode(flow)),
    ...(hasKeys(configuration) && { configuration }),
    ...(flow.network && { network: [...flow.network] }),
    ...(flow.records && { cache: toCaseRecords(flow.records) }),
    ...(first && signups.length === 1 ? toSignup(first) : { signups: signups.map(toNamed) }),
  };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

/** A signup whose Actions have the names of their files, as the command line calls them. */
function rename(signup: SignupToSave, flow: FlowToSave): SignupToSave {
  const { expectation } = signup;
  const { refusal } = expectation ?? {};
  const index = flow.actions.findIndex(({ name }) => name === refusal?.action);
  const action = toFileNames(flow).actions[index];
  if (action === undefined) return signup;
  return { ...signup, expectation: { ...expectation, refusal: { ...refusal, action } } };
}

/** Where the code is, and the values of secrets. */
function toCode(flow: FlowToSave): Pick<SignupCase, 'actions' | 'modules' | 'secrets'> {
  const { actions, modules } = flow;
  const files = toFileNames(flow);
  const secrets = toAll([
    ...actions.map((action) => toValues(action.secrets)),
    ...modules.map((module) => toValues(module.secrets, `${module.name}.`)),
  ]);
  const ofModules = modules.map(
    ({ name }, index) => [name, toFile(files.modules[index] ?? name, modules[index])] as const,
  );
  return {
    actions: files.actions.map((name, index) => toFile(name, actions[index])),
    ...(modules.length > 0 && { modules: Object.fromEntries(ofModules) }),
    ...(hasKeys(secrets) && { secrets }),
  };
}

const toAll = (values: readonly Readonly<Record<string, string>>[]): Record<string, string> =>
  Object.assign({}, ...values) as Record<string, string>;

const toNamed = (signup: SignupToSave): CaseSignup => ({
  ...(signup.name !== undefined && { name: signup.name }),
  ...toSignup(signup),
});

const toSignup = ({ from, changes, afterMs, expectation }: SignupToSave): CaseSignup => ({
  from,
  ...(hasKeys(changes) && { event: changes as NonNullable<CaseSignup['event']> }),
  ...(afterMs > 0 && { afterMs }),
  ...(expectation && { expect: expectation }),
});
