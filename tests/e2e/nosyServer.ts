import dgram from 'node:dgram';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this very machine that answers everybody: what is refused is refused by the program, not by a missing network. */
export type NosyServer = {
  /** `127.0.0.1:PORT`, for TCP and UDP alike. */
  readonly address: string;
  /** What it was asked for, oldest first. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
};

export async function startNosyServer(): Promise<NosyServer> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('answer');
  });
  server.on('upgrade', (request, socket) => {
    asked.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const udp = dgram.createSocket('udp4');
  udp.on('message', () => asked.push('UDP'));
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${port}`,
    asked,
    close: async () => {
      await new Promise<void>((resolve) => udp.close(() => resolve()));
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
