import path from 'node:path';
import type { Call } from '../../shared/calls/schema/call.ts';
import { copyMatcher } from '../../shared/entities/copyMatcher.ts';
import type { Invoice } from '../../shared/entities/invoice.ts';
import { kindsByName } from './kindsByName.ts';

/** Shorter names (“发票”) stand in too many file names by chance when they are a single letter or character. */
const SHORTEST = 2;

/** Tells a file's kind from the innermost folder (or archive) of its way that is called like a kind; null when none is. */
export function kindOfFolder(call: Call): (ref: string) => string | null {
  const kindOf = kindsByName(call);
  return (ref) => {
    const folders = ref.split('/').slice(0, -1).reverse();
    return folders.map((name) => kindOf(name.replace(/\.zip$/i, ''))).find((kind) => kind !== null) ?? null;
  };
}

/**
 * Tells a file's kind from its way (`证照/营业执照/正本.pdf`): the innermost folder that is called like a kind; else an
 * invoice's number in its name; else the longest kind's name in its name. Null when nothing tells.
 */
export function kindOfPath(
  call: Call,
  invoices: readonly Pick<Invoice, 'code' | 'number'>[],
): (ref: string) => string | null {
  const kindOf = kindsByName(call);
  const folderKind = kindOfFolder(call);
  const invoiceOf = copyMatcher(invoices);
  const copies = call.attachments.find(({ rowsOf }) => rowsOf === 'invoices')?.id ?? null;
  const names = call.attachments
    .flatMap(({ id, label, folders }) => [label, ...folders].map((name) => ({ id, name: plain(name) })))
    .filter(({ name }) => name.length >= SHORTEST)
    .sort((a, b) => b.name.length - a.name.length);
  return (ref) => {
    const told = folderKind(ref);
    if (told !== null) return told;
    const name = path.posix.basename(ref);
    if (copies !== null && invoiceOf(name) !== null) return copies;
    const bare = plain(name.slice(0, name.length - path.extname(name).length));
    return kindOf(bare) ?? names.find((kind) => bare.includes(kind.name))?.id ?? null;
  };
}

/**
 * The kind for files nothing is known of: the last one that is bound, belongs to no rows, takes any number of files
 * and is not demanded; in a call without such a one, the nearest to it.
 */
export function generalKind({ attachments }: Pick<Call, 'attachments'>): string | null {
  const plainKinds = attachments.filter(({ bound, rowsOf }) => bound && rowsOf === undefined);
  const several = plainKinds.filter(({ multiple }) => multiple);
  const found =
    several.findLast(({ required }) => required === false) ??
    several.at(-1) ??
    plainKinds.at(-1) ??
    attachments.at(-1);
  return found?.id ?? null;
}

const plain = (name: string): string => name.normalize('NFC').toLowerCase();
