import type { CompanyProfile } from '../../shared/entities/companyProfile.ts';

/** The profile of the same company, by code, else by name, is replaced; another company gets an id of its own. */
export function profileIdFor(
  kept: readonly CompanyProfile[],
  { code, name }: Pick<CompanyProfile, 'code' | 'name'>,
): string {
  const same =
    (code === '' ? undefined : kept.find((profile) => profile.code === code)) ??
    kept.find((profile) => profile.name === name && (profile.code === '' || code === ''));
  return same?.id ?? `profile-${crypto.randomUUID()}`;
}
