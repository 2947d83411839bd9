import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './create-metrics.ts';

/** Where Prometheus reads. */
export interface MetricsAddress {
  readonly port: number;
  readonly hostname: string;
}

/** Serves metrics on a port of their own, because the one of the sign-up is public. Returns their address. */
export async function serveMetrics(
  { registry }: Metrics,
  { port, hostname }: MetricsAddress,
): Promise<string> {
  const server = createServer(async (_request, response) => {
    response.setHeader('content-type', registry.contentType);
    response.end(await registry.metrics());
  });
  await once(server.listen(port, hostname), 'listening');
  const { port: actualPort } = server.address() as AddressInfo;
  return `http://${hostname}:${actualPort}/metrics`;
}
