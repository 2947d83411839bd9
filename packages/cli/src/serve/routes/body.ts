import type { Context } from 'hono';
import { parseJsonIfValid, type JsonObject } from '../../files/json.ts';
import type { Answer } from '../channels/index.ts';

/** Sends a status, and a body as JSON. */
export const send = (c: Context, { status, body }: Answer): Response =>
  c.json(body as JsonObject, status as 200);

/** The body, if it is JSON or a form. */
export async function readBody({ req }: Context): Promise<unknown> {
  const text = await req.text();
  const type = req.header('content-type')?.toLowerCase();
  return type?.startsWith('application/x-www-form-urlencoded')
    ? Object.fromEntries(new URLSearchParams(text))
    : parseJsonIfValid(text);
}
