import { z } from 'zod';
import { CompanyProfile } from '../../shared/entities/companyProfile.ts';
import type { Shelf } from './shelf.ts';

/** 公司资料库: what companies keep for their next application, on this machine. */
export type Profiles = {
  /** The one kept last comes first. */
  readonly list: () => readonly CompanyProfile[];
  readonly find: (id: string) => CompanyProfile | null;
  /** Adds a profile, or replaces the one with its id. */
  readonly keep: (profile: CompanyProfile) => void;
  /** Removing what is not there is no error. */
  readonly remove: (id: string) => void;
};

/** The profiles of a shelf, in `profiles.json`. */
export function createProfiles(shelf: Shelf): Profiles {
  const kept = shelf.keep<readonly CompanyProfile[]>('profiles', z.array(CompanyProfile), []);
  const others = (id: string) => kept.read().filter((profile) => profile.id !== id);
  return {
    list: () => kept.read(),
    find: (id) => kept.read().find((profile) => profile.id === id) ?? null,
    keep: (profile) => kept.write([profile, ...others(profile.id)]),
    remove: (id) => kept.write(others(id)),
  };
}
