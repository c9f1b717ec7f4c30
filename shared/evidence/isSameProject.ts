import { normalisePartyName } from '../entities/partyName.ts';

type Named = { readonly code: string; readonly name: string };

/** Whether two sources tell of one R&D project: by its code where both tell one, else by its name. Nameless ones do not. */
export function isSameProject(a: Named, b: Named): boolean {
  const [code, other] = [plain(a.code), plain(b.code)];
  if (code !== '' && other !== '') return code === other;
  const [name, named] = [plain(a.name), plain(b.name)];
  return name !== '' && name === named;
}

function plain(text: string): string {
  return normalisePartyName(text).replace(/["'《》]/g, '');
}
