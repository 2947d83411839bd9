// What services respond to requests: a part of the format of test cases, which the playground and `explore` write too.
import { z } from 'zod';

/** Longer than any flow. */
const maxDelayMs = 60_000;

const wrongDelay = `must be milliseconds from 0 to ${maxDelayMs}`;

const content = z.strictObject({
  status: z
    .int()
    .min(200, { error: 'must be a status from 200 to 599' })
    .max(599, { error: 'must be a status from 200 to 599' })
    .optional()
    .describe('200 if left out.'),
  headers: z.record(z.string(), z.string()).optional(),
  body: z
    .json()
    .optional()
    .describe('A string is sent as it is, anything else as JSON; empty if left out.'),
});

const failure = z.strictObject({
  error: z
    .string()
    .regex(/^E[A-Z0-9_]+$/, { error: 'must be a code of Node such as "ECONNREFUSED"' })
    .describe('The code of an error with which the connection fails, such as "ECONNREFUSED".'),
});

const respond = z.union([content, failure, z.literal('never')], {
  error:
    'must be a response such as { "status": 200, "body": {} }, an error such as { "error": "ECONNREFUSED" }, or "never"',
});

/** What a service responds to some requests. */
export const networkRule = z.strictObject({
  when: z
    .string()
    .regex(/^(?:\*|[A-Z]+) \S+$/, {
      error: 'must be a method and an address, such as "GET https://api.example.com/users"',
    })
    .describe(
      'The method and the address of the requests. "*" stands for every method, and in an address for any characters; the query counts only if one is given.',
    ),
  respond: respond.describe(
    'A response, an error of the connection, or "never" for a service that does not respond.',
  ),
  delayMs: z
    .int()
    .min(0, { error: wrongDelay })
    .max(maxDelayMs, { error: wrongDelay })
    .optional()
    .describe('After how many milliseconds it responds; at once if left out.'),
  times: z
    .int()
    .positive({ error: 'must be a whole number from 1' })
    .optional()
    .describe(
      'How many requests of a signup it responds to, before the next rule does; all if left out.',
    ),
});

/** What a service responds to some requests. */
export type NetworkRule = z.infer<typeof networkRule>;
