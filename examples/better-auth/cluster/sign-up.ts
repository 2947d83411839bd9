import { request } from 'node:http';

/** A user who signs up, and the user's address in the loopback network. */
export interface Person {
  readonly email: string;
  readonly from: string;
}

/**
 * Signs a user up and returns the status of the response. Rejects if there is none. Uses `node:http`, which can
 * choose the local address of a connection.
 */
export function signUp(port: number, { email, from }: Person): Promise<number> {
  const body = JSON.stringify({ email, name: 'Ada', password: 'correct horse battery' });
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        localAddress: from,
        path: '/api/auth/sign-up/email',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
        response.once('error', reject);
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}
