import { inspect } from 'node:util';
import type { ActionScript, CallStep, FlowScript, Scenario, Step } from './script.ts';

/** A scenario as one would write it down. */
export function formatScenario(scenario: Scenario): string {
  const { limits, pendingMetadata, found = [], store, flows } = scenario;
  const answers = store.map((answer) => answer.does + ('ms' in answer ? ` ${answer.ms} ms` : ''));
  return [
    `limits ${inspect(limits)}, pending metadata ${pendingMetadata}`,
    ...(found.length > 0 ? [`already stored: ${JSON.stringify(found)}`] : []),
    ...(store.length > 0 ? [`the store: ${answers.join(', ')}`] : []),
    ...flows.flatMap(formatFlow),
  ].join('\n');
}

const formatFlow = (flow: FlowScript, index: number): readonly string[] => [
  `signup ${index} (${flow.strategy}${flow.isElsewhere ? ', in another process' : ''}) ${inspect(flow.user)}`,
  ...(flow.defect === undefined ? [] : [`  its event is broken: ${flow.defect}`]),
  ...(flow.abortMs === undefined ? [] : [`  the host gives up after ${flow.abortMs} ms`]),
  ...flow.actions.flatMap(formatAction),
];

const formatAction = ({ kind, secrets, steps }: ActionScript, index: number): readonly string[] => [
  `  action ${index} (${kind}) ${Object.keys(secrets).length > 0 ? inspect(secrets) : ''}`.trimEnd(),
  ...steps.map((step) => `    ${formatStep(step)}`),
];

function formatStep(step: Step): string {
  if (step.do === 'call') return formatCall(step);
  if (step.do === 'later') return `after ${step.ms} ms, not awaited: ${formatCall(step.call)}`;
  if (step.do === 'throw') return `throw ${step.value.source}`;
  return 'ms' in step ? `${step.do} ${step.ms} ms` : step.do;
}

function formatCall({ method, args, guarded }: CallStep): string {
  const call = `api.${method}(${args.map(({ source }) => source).join(', ')})`;
  return guarded ? `try { ${call} } catch {}` : call;
}
