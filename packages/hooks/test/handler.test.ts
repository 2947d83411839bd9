import { createHookHandler, type HookError } from '@signup-actions/hooks';
import { supabase } from '@signup-actions/hooks/supabase';
import { workos } from '@signup-actions/hooks/workos';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  readForSupabase,
  readForWorkos,
  signForSupabase,
  signForWorkos,
  supabasePayload,
  supabaseSecret,
  workosPayload,
  workosSecret,
  type Decision,
  type Signing,
} from './hooks.ts';

// What holds for every signed request. `sign` and `read` do what the platform does.

interface Platform {
  readonly name: string;
  readonly body: string;
  readonly toleranceMs: number;
  readonly create: (
    more?: Partial<Omit<Parameters<typeof createHookHandler<never>>[0], 'platform'>>,
  ) => (request: Request) => Promise<Response>;
  readonly sign: (body: string, signing?: Signing) => Request | Promise<Request>;
  readonly read: (response: Response) => Promise<Decision>;
  readonly wrongSecret: string;
}

const platforms: readonly Platform[] = [
  {
    name: 'supabase',
    body: JSON.stringify(supabasePayload),
    toleranceMs: 300_000,
    create: (more) =>
      createHookHandler({ platform: supabase, secret: supabaseSecret, actions: [], ...more }),
    sign: signForSupabase,
    read: readForSupabase,
    wrongSecret: `v1,whsec_${btoa('another secret')}`,
  },
  {
    name: 'workos',
    body: JSON.stringify(workosPayload),
    toleranceMs: 30_000,
    create: (more) =>
      createHookHandler({ platform: workos, secret: workosSecret, actions: [], ...more }),
    sign: signForWorkos,
    read: readForWorkos,
    wrongSecret: 'another secret',
  },
];

afterEach(() => void vi.useRealTimers());

describe.each(platforms)(
  'a request of $name',
  ({ name, body, toleranceMs, create, sign, read, wrongSecret }) => {
    /** Sends a request, and returns the code of its error, or `undefined` if the user is created. */
    const send = async (request: Request, more = {}): Promise<string | undefined> => {
      const onError = vi.fn<(error: HookError) => void>();
      const response = await create({ onError, ...more })(request);
      const [error] = onError.mock.calls[0] ?? [];
      if (name === 'supabase' && error) expect(response.status).toBe(error.status);
      // A request that is not a POST is not one of WorkOS.
      if (error?.code !== 'method-not-allowed') {
        expect((await read(response)).created).toBe(error === undefined);
      } else expect(response.status).toBe(405);
      return error?.code;
    };
    const change = async (edit: (headers: Headers) => void, text = body): Promise<Request> => {
      const signed = await sign(body);
      const headers = new Headers(signed.headers);
      edit(headers);
      return new Request(signed.url, { method: 'POST', body: text, headers });
    };

    it('is accepted if it is signed', async () => {
      expect(await send(await sign(body))).toBeUndefined();
    });

    it.each(['GET', 'HEAD', 'PUT', 'OPTIONS', 'DELETE'])('is refused as %s', async (method) => {
      expect(await send(new Request('https://hook.example/', { method }))).toBe(
        'method-not-allowed',
      );
    });

    it('is refused without each of its headers', async () => {
      const { headers: signed } = await sign(body);
      for (const header of signed.keys()) {
        if (header === 'content-type') continue;
        expect(await send(await change((headers) => headers.delete(header)))).toBe(
          'signature-invalid',
        );
        for (const value of ['', ' ', ',', '=', 't=,v1=', 'v1,', 'v1,x y']) {
          expect(await send(await change((headers) => headers.set(header, value)))).toBe(
            'signature-invalid',
          );
        }
      }
    });

    it('is refused if its body has been changed, or is signed with another secret', async () => {
      const forged = body.replace('ada@', 'mallory@');

      expect(await send(await change(() => {}, forged))).toBe('signature-invalid');
      expect(await send(await change(() => {}, `\ufeff${body}`))).toBe('signature-invalid');
      expect(await send(await change(() => {}, ''))).toBe('signature-invalid');
      expect(await send(await sign(body, { secret: wrongSecret }))).toBe('signature-invalid');
    });

    it.each([-1, 1])(
      'is refused if its clock is off by more than the tolerance (%i)',
      async (sign_) => {
        vi.useFakeTimers({ now: 1_795_000_000_000, toFake: ['Date'] });
        const at = (ms: number) => sign(body, { time: Date.now() + sign_ * ms });

        expect(await send(await at(toleranceMs - 1_000))).toBeUndefined();
        expect(await send(await at(toleranceMs))).toBeUndefined();
        expect(await send(await at(toleranceMs + 1_000))).toBe('signature-invalid');
        expect(await send(await at(86_400_000))).toBe('signature-invalid');
      },
    );

    it('is refused the second time, also in the same moment, as long as it would be valid', async () => {
      vi.useFakeTimers({ now: 1_795_000_000_000, toFake: ['Date'] });
      const onError = vi.fn<(error: HookError) => void>();
      const handle = create({ onError });
      const request = await sign(body, { time: Date.now() + toleranceMs });
      const copies = [request.clone(), request.clone(), request.clone()];

      const first = await Promise.all([handle(request), handle(copies[0]!)]);
      vi.setSystemTime(Date.now() + toleranceMs);
      const later = await handle(copies[1]!);
      vi.setSystemTime(Date.now() + toleranceMs);
      const last = await handle(copies[2]!);

      const created = [];
      for (const response of [...first, later, last]) created.push((await read(response)).created);
      expect(created.filter(Boolean)).toHaveLength(1);
      expect(onError.mock.calls.map(([{ code }]) => code)).toEqual([
        'replayed',
        'replayed',
        'replayed',
      ]);
    });

    it.each<[string, () => unknown, string]>([
      ['says no', () => false, 'replayed'],
      ['says nothing', () => undefined, 'replayed'],
      ['says OK', async () => 'OK', 'replayed'],
      ['never says anything', () => new Promise(() => {}), 'replayed'],
      ['rejects', () => Promise.reject(new Error('no store')), 'failed'],
      [
        'throws',
        () => {
          throw new Error('no store');
        },
        'failed',
      ],
    ])('is refused if the memory of requests %s', async (_, add, code) => {
      const runtime = { limits: { flowTimeoutMs: 20 } };

      expect(await send(await sign(body), { replays: { add }, runtime })).toBe(code);
    });

    it('is refused if its body is too large, whatever its header says', async () => {
      const large = JSON.stringify({ ...JSON.parse(body), more: 'x'.repeat(300_000) });

      expect(await send(await sign(large))).toBe('too-large');
      expect(await send(await sign(large), { maxBodyBytes: 400_000 })).toBeUndefined();
      expect(await send(await sign(body), { maxBodyBytes: body.length })).toBeUndefined();
      expect(await send(await sign(body), { maxBodyBytes: body.length - 1 })).toBe('too-large');
      const announced = await change((headers) => headers.set('content-length', '999999999'));
      expect(await send(announced)).toBe('too-large');
    });

    it('is refused if its body never ends, breaks off or is not UTF-8', async () => {
      const { headers } = await sign(body);
      const post = (stream: ReadableStream): Request =>
        new Request('https://hook.example/', {
          method: 'POST',
          headers,
          body: stream,
          duplex: 'half',
        });
      const runtime = { limits: { flowTimeoutMs: 20 } };

      expect(await send(post(new ReadableStream()), { runtime })).toBe('too-slow');
      const broken = new ReadableStream({ start: (controller) => controller.error('gone') });
      expect(await send(post(broken))).toBe('failed');
      const binary = new ReadableStream({
        start(controller) {
          controller.enqueue(new Uint8Array([0x22, 0xff, 0x22]));
          controller.close();
        },
      });
      expect(await send(post(binary))).toBe('unreadable');
    });

    it.each(['', 'null', '[]', '{}', '{"user":', '"text"', '7', '{"user":null,"metadata":null}'])(
      'is refused if it is signed but is not a signup: %s',
      async (text) => {
        expect(await send(await sign(text))).toBe('malformed');
      },
    );

    it('is refused if it is the payload of another hook', async () => {
      const other = { ...JSON.parse(body), object: 'authentication_action_context' };
      other.metadata = { ...other.metadata, name: 'send-email' };

      expect(await send(await sign(JSON.stringify(other)))).toBe('malformed');
    });

    it.each([() => Promise.reject(new Error('no log')), () => new Promise(() => {})])(
      'is refused whatever the log of errors does',
      async (onError) => {
        const response = await create({ onError })(await sign('{}'));

        expect((await read(response)).created).toBe(false);
      },
    );

    it.each([0, -1, Number.NaN, 'many'])('needs a limit for its body: %s', (maxBodyBytes) => {
      expect(() => create({ maxBodyBytes: maxBodyBytes as number })).toThrow('must be a positive');
    });

    it.each(['', ' ', undefined, 7])('needs a secret: %j', (secret) => {
      expect(() => create({ secret: secret as string })).toThrow(
        `Failed to create a handler for ${name}: secret must`,
      );
    });
  },
);

it('accepts either secret of Supabase while one replaces another', async () => {
  const [old, next] = [supabaseSecret, `v1,whsec_${btoa('the next secret')}`];
  const handle = createHookHandler({
    platform: supabase,
    secret: `${next}|${old}`,
    actions: [],
  });
  const body = JSON.stringify(supabasePayload);

  for (const secret of [old, next, `${old}|${next}`]) {
    expect(await readForSupabase(await handle(signForSupabase(body, { secret })))).toEqual({
      created: true,
    });
  }
});

it('does not accept a response of its own as a request of WorkOS', async () => {
  const handle = createHookHandler({ platform: workos, secret: workosSecret, actions: [] });
  const denied = await (await handle(await signForWorkos('{}'))).json();
  const { payload, signature } = denied as { payload: { timestamp: number }; signature: string };
  const headers = { 'workos-signature': `t=${payload.timestamp}, v1=${signature}` };
  const body = JSON.stringify(payload);

  const response = await handle(
    new Request('https://hook.example/', { method: 'POST', body, headers }),
  );

  expect((await readForWorkos(response)).created).toBe(false);
});

it.each(['v1,whsec_', 'v1,whsec_not base64!', 'v1,whsec_YQ==|', '|'])(
  'rejects a secret that Supabase does not show, without repeating it: %s',
  (secret) => {
    expect(() => createHookHandler({ platform: supabase, secret, actions: [] })).toThrow(
      'Failed to create a handler for supabase: secret must be one that its library accepts.',
    );
  },
);
