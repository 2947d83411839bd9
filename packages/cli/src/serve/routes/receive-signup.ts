import type { StartingPoint } from '@signup-actions/testing';
import type { Context } from 'hono';
import type { Answer, Channel } from '../channels/index.ts';
import { readSignup, type ReadSignup } from '../read-signup.ts';
import type { SignupDesk } from '../sign-up.ts';
import type { RequestFacts } from './signup-app.ts';

/** Reads the body of a request as a signup that begins at a starting point. */
export const readRequest = (c: Context, from: StartingPoint, body: unknown): ReadSignup =>
  readSignup(from, body, {
    headers: c.req.raw.headers,
    ip: (c.env as RequestFacts | undefined)?.ip,
  });

/** Signs the user up, unless the platform rejects the body. */
export const receiveSignup = async (
  desk: SignupDesk,
  channel: Channel,
  read: ReadSignup,
): Promise<Answer> =>
  read.type === 'malformed' ? channel.rejected(read) : desk.signUp({ ...read, channel });
