import { request } from 'node:http';

/** Somebody who signs up, and from which address of the loopback network. */
export interface Person {
  readonly email: string;
  readonly from: string;
}

/**
 * Signs somebody up and answers the status; rejects when there is no answer. By `node:http`, which can say
 * where a connection comes from.
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
