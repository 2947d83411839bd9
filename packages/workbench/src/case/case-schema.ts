// The format of test cases, version 1: the validator, the types and the published JSON schema are all made from this.
import { startingPoints, type StartingPoint } from '@signup-actions/testing';
import { methodPaths } from '@signup-actions/testing/internal';
import { z } from 'zod';
import { networkRule } from '../network/network-schema.ts';
import { caseSchemaAddress } from './case-schema-address.ts';

const startingPointNames = Object.keys(startingPoints) as StartingPoint[];

const pattern = z.union(
  [
    z.string(),
    z.strictObject({
      matching: z.string().describe('A regular expression that the string matches.'),
    }),
    z.strictObject({ containing: z.string().describe('A part of the string.') }),
  ],
  { error: 'must be a string, { "matching": "regular expression" } or { "containing": "part" }' },
);

const atLeastOne = { minProperties: 1 } as const;
const texts = z.record(z.string(), z.string());
const anyObject = z.record(z.string(), z.json());
const names = z.array(z.string());

const refusal = z
  .strictObject({
    action: pattern.optional().describe('The name of the Action that refused.'),
    reason: pattern.optional().describe('The first argument of api.access.deny, for the log.'),
    userMessage: pattern
      .optional()
      .describe('The second argument of api.access.deny, for the user.'),
    code: pattern.optional().describe('The first argument of api.validation.error, for the log.'),
    message: pattern
      .optional()
      .describe('The second argument of api.validation.error, for the user.'),
  })
  .meta(atLeastOne);

const metadata = z
  .strictObject({
    user: anyObject
      .optional()
      .describe('Properties of user_metadata that the Actions set in the end; null is a removal.'),
    app: anyObject
      .optional()
      .describe('Properties of app_metadata that the Actions set in the end; null is a removal.'),
  })
  .meta(atLeastOne);

const call = z.tuple([z.enum(methodPaths)], z.json());

/** What a case expects of a signup. What is left out may be anything. */
const expectation = z
  .strictObject({
    status: z
      .enum(['allowed', 'denied', 'invalid', 'failed'])
      .optional()
      .describe('How the flow ends.'),
    refusal: refusal.optional().describe('The refusal that counts.'),
    failure: pattern
      .optional()
      .describe("The error's message of a flow that fails: a part of it, or a pattern."),
    metadata: metadata
      .optional()
      .describe('What the Actions set in the end, also if the signup is refused.'),
    user: anyObject.optional().describe('Properties of the created user, at any depth.'),
    calls: z
      .array(call)
      .optional()
      .describe('Exactly these calls in this order: the method and its first arguments.'),
    ran: names.optional().describe('Names of Actions that start.'),
    skipped: names.optional().describe('Names of Actions that do not start.'),
    diagnostics: names
      .optional()
      .describe(
        'Codes of the diagnostics that the Actions are meant to have; any other mistake fails the case.',
      ),
    cache: z
      .record(
        z.string(),
        z.union([pattern, z.null()], { error: 'must be a string, null, or a pattern' }),
      )
      .optional()
      .describe('Values of records in the cache afterwards; null for a record that is not there.'),
  })
  .meta(atLeastOne);

const signupFields = {
  from: z
    .enum(startingPointNames)
    .optional()
    .describe('The typical event that the signup starts from; universal-login if left out.'),
  event: anyObject
    .optional()
    .describe(
      'Parts of the event, merged into the typical one. Without "from", an event that is whole is used as it is.',
    ),
  set: z
    .record(z.string(), z.json())
    .optional()
    .describe('Fields of the event by their path, such as "user.email".'),
  unset: names.optional().describe('Paths of fields that the event does not have.'),
  expect: expectation
    .optional()
    .describe('What the signup is expected to lead to; --update writes it.'),
};

const signup = z.strictObject({
  name: z.string().optional().describe('What the signup shows, for reports.'),
  ...signupFields,
  network: z
    .array(networkRule)
    .optional()
    .describe('What services respond to requests of this signup, before those of the case.'),
  afterMs: z
    .number()
    .nonnegative()
    .optional()
    .describe('Milliseconds since the signup before: records in the cache are older by this much.'),
});

const record = z.union(
  [
    z.string(),
    z.strictObject({
      value: z.string(),
      ttl: z.number().positive().describe('In milliseconds.').optional(),
    }),
  ],
  { error: 'must be a string or { "value": "…", "ttl": milliseconds }' },
);

/** The whole file. */
export const caseSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Where an editor finds this schema.'),
    version: z.literal(1).optional().describe('The version of this format.'),
    name: z.string().optional().describe("What the case shows; the file's name if left out."),
    actions: z
      .union([z.string(), names.min(1)], { error: 'must be a path or a list of paths' })
      .optional()
      .describe(
        'Paths of Actions or of an exported tenant, relative to the file; the nearest ones above it if left out.',
      ),
    ...signupFields,
    modules: texts
      .optional()
      .describe(
        'Paths of Actions modules, relative to the file, by the names in require("actions:NAME").',
      ),
    secrets: texts
      .optional()
      .describe(
        'Values of secrets for the test, by name; NAME.KEY is the secret KEY of the Actions module NAME.',
      ),
    configuration: anyObject.optional().describe('Values of event.configuration, by name.'),
    network: z
      .array(networkRule)
      .optional()
      .describe(
        'What services respond to requests. The first one that is for a request counts; with this list, no request leaves the machine.',
      ),
    cache: z
      .record(z.string(), record)
      .optional()
      .describe('Records that the cache holds before the first signup.'),
    signups: z
      .array(signup)
      .min(1)
      .optional()
      .describe('Several signups in order, which share the cache; instead of a single event.'),
  })
  .meta({
    title: 'A test case of signup-actions',
    description: 'Signups for Auth0 pre-user-registration Actions, and what is expected of them.',
  });

/** A test case as a file has it. */
export type SignupCase = z.infer<typeof caseSchema>;
/** What a case expects of one signup. */
export type Expectation = z.infer<typeof expectation>;
/** One signup of a case. */
export type CaseSignup = z.infer<typeof signup>;

/** The published schema. */
export const toJsonSchema = (): object => ({
  $id: caseSchemaAddress,
  ...z.toJSONSchema(caseSchema, { io: 'input' }),
});
