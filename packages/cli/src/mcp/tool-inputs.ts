// What agents pass to the tools, and the arguments of the command that follow from it.
import { z } from 'zod';
import { tenantForms } from '@signup-actions/workbench';
import { startingPointNames } from '../signups/read-signups.ts';

/** What all tools take. */
export const pathsInput = z
  .array(z.string())
  .min(1)
  .describe(`Action files in binding order, ${tenantForms}; relative to the working folder`);
const texts = z.record(z.string(), z.string());

/** What Actions are given, and which of them. */
const actionsInput = {
  paths: pathsInput,
  envFile: z.string().optional().describe('A file with the secrets, one NAME=VALUE per line'),
  secrets: texts.optional().describe('Made-up secrets; real ones belong into `envFile`'),
  configuration: texts.optional().describe('event.configuration'),
  only: z.array(z.string()).optional().describe('Names of the Actions to choose'),
};

/** What the tool `run` takes. */
export const runInput = {
  ...actionsInput,
  from: z.enum(startingPointNames).optional().describe('A typical event to start from'),
  event: z
    .string()
    .optional()
    .describe('Instead of `from`: a JSON or NDJSON file of events, or a folder of them'),
  set: texts
    .optional()
    .describe('Fields of the event by their paths, such as { "user.email": "ada@example.com" }'),
  unset: z.array(z.string()).optional().describe('Fields to remove, such as user.email'),
  timeoutMs: z.int().positive().optional().describe('How long all Actions may take together'),
};

/** What the tool `explore` takes. */
export const exploreInput = {
  ...actionsInput,
  runs: z.int().positive().optional().describe('How many signups to draw for each Action'),
  seed: z.int().optional().describe('Draws other signups; the same seed draws the same ones'),
  timeLimitMs: z.int().min(1_000).optional().describe('After how long to stop, for each Action'),
  accept: z
    .array(z.string())
    .optional()
    .describe('Regular expressions for messages of problems that are meant'),
};

type Input<Shape extends z.core.$ZodShape> = z.infer<z.ZodObject<Shape>>;

/** A value is joined to its option, so that it cannot be taken for another one. */
const toOptions = (
  name: string,
  ...values: readonly (string | number | undefined)[]
): readonly string[] =>
  values.flatMap((value) => (value === undefined ? [] : [`--${name}=${value}`]));

const toPairs = (values: Readonly<Record<string, string>> = {}): readonly string[] =>
  Object.entries(values).map(([name, value]) => `${name}=${value}`);

/** The paths are last, and none can be taken for an option. */
const toActionArguments = (input: Input<typeof actionsInput>): readonly string[] => [
  ...toOptions('env-file', input.envFile),
  ...toOptions('secret', ...toPairs(input.secrets)),
  ...toOptions('configuration', ...toPairs(input.configuration)),
  ...toOptions('only', ...(input.only ?? [])),
  '--',
  ...input.paths,
];

/** The arguments of `signup-actions run`. */
export const toRunArguments = (input: Input<typeof runInput>): readonly string[] => [
  'run',
  ...toOptions('from', input.from),
  ...toOptions('event', input.event),
  ...toOptions('set', ...toPairs(input.set)),
  ...toOptions('unset', ...(input.unset ?? [])),
  ...toOptions('timeout', input.timeoutMs),
  ...toActionArguments(input),
];

/** The arguments of `signup-actions explore`. */
export const toExploreArguments = (input: Input<typeof exploreInput>): readonly string[] => [
  'explore',
  ...toOptions('runs', input.runs),
  ...toOptions('seed', input.seed),
  ...toOptions('time-limit', input.timeLimitMs),
  ...toOptions('accept', ...(input.accept ?? [])),
  ...toActionArguments(input),
];
