import { normalisePartyName } from '../entities/partyName.ts';

type Named = { readonly code: string; readonly name: string };

/** Whether two sources tell of one R&D project: by its code where both tell one, else by its name. Nameless ones do not. */
export function isSameProject(a: Named, b: Named): boolean {
  const [code, other] = [plain(a.code), plain(b.code)];
  if (code !== '' && other !== '') return code === other;
  const [name, named] = [plain(a.name), plain(b.name)];
  return name !== '' && name === named;
}

/**
 * Whether both bear a name and neither is part of the other: every company and every year has an RD01, and a name that
 * somebody shortened or wrote out is still the same.
 */
export function hasOtherName(a: Named, b: Named): boolean {
  const [name, named] = [plain(a.name), plain(b.name)];
  return name !== '' && named !== '' && !name.includes(named) && !named.includes(name);
}

function plain(text: string): string {
  return normalisePartyName(text).replace(/["'《》]/g, '');
}
