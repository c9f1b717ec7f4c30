import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CustomScheme, protocol, type Session } from 'electron';

const scheme = 'app';
/** The one origin whose pages the program shows and answers. */
export const appOrigin: string = `${scheme}://chengce`;

/** To be registered before Electron is ready. */
export const appScheme: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true },
};

/**
 * Nothing from outside, no inline script, no eval, no connection of any kind, no frame, no form target. A style
 * written by a script (antd, the grid, the editor) must carry the nonce of the page that was served.
 */
const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Stands in index.html where the nonce goes. */
const NONCE_MARK = '__CSP_NONCE__';

const mimeTypes: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.woff2': 'font/woff2',
};

/** A picture that app://chengce/files/… answers with. */
export type ServedPicture = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml';
};

/** Answers app://chengce/files/… from the open draft; null is 404. The path begins with `/files/`, as it was sent. */
export type ServeFiles = (pathname: string, query: URLSearchParams) => Promise<ServedPicture | null>;

/**
 * Serves the built window at app://chengce/, the bundled fonts below app://chengce/fonts/ and pictures of the open
 * draft below app://chengce/files/, read only, with the content security policy on every answer. Anything else is 404.
 */
export function serveAppScheme(session: Session, pages: string, fonts: string, files: ServeFiles): void {
  session.protocol.handle(scheme, async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (request.method === 'GET' && isOurs(request) && pathname.startsWith('/files/')) {
      const picture = await files(pathname, searchParams).catch(() => null);
      return picture === null ? refusal() : new Response(picture.bytes, { headers: headers(picture.type) });
    }
    const file = fileFor(request, pages, fonts);
    const type = file === null ? undefined : mimeTypes[path.extname(file)];
    if (file === null || type === undefined) return refusal();
    try {
      const nonce = randomBytes(16).toString('base64');
      const bytes = await readFile(file);
      const body = file.endsWith('.html')
        ? bytes.toString('utf8').replaceAll(NONCE_MARK, nonce)
        : new Uint8Array(bytes);
      return new Response(body, { headers: headers(type, nonce) });
    } catch {
      return refusal();
    }
  });
}

/** Declares the scheme as a proper origin. Must run before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([appScheme]);
}

function fileFor(request: Request, pages: string, fonts: string): string | null {
  if (request.method !== 'GET' || !isOurs(request)) return null;
  const wanted = decoded(new URL(request.url).pathname);
  if (wanted === null) return null;
  if (wanted.startsWith('/fonts/')) return inside(fonts, wanted.slice('/fonts/'.length));
  return inside(pages, wanted === '/' ? 'index.html' : wanted.slice(1));
}

/** Null for what is no proper encoding, or holds a NUL, which no file name does. */
function decoded(pathname: string): string | null {
  try {
    const text = decodeURIComponent(pathname);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

function isOurs(request: Request): boolean {
  const { origin, host } = new URL(request.url);
  return origin === appOrigin || host === 'chengce';
}

/** The file inside the folder, or null when the path leads out of it. */
function inside(folder: string, name: string): string | null {
  const file = path.resolve(folder, name);
  return file.startsWith(path.resolve(folder) + path.sep) ? file : null;
}

const headers = (type: string, nonce = 'none'): Record<string, string> => ({
  'Content-Type': type,
  'Content-Security-Policy': contentSecurityPolicy(nonce),
  'X-Content-Type-Options': 'nosniff',
});

const refusal = (): Response => new Response(null, { status: 404, headers: headers('text/plain') });
