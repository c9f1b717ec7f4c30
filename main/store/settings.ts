import { z } from 'zod';
import { ApplicationSettings } from '../../shared/entities/application.ts';
import { checkValue } from './checkValue.ts';
import type { Draft } from './draft.ts';
import { keyTable } from './keyTable.ts';
import type { Saved } from './saved.ts';
import type { StoreOutcome } from './storeProblem.ts';

type SettingValue = string | number | boolean;

/** One row per setting; what each may be, `saveSettings` asks the whole. */
export const settings = keyTable<SettingValue>({
  table: 'settings',
  keyColumn: 'name',
  valueColumn: 'value',
  path: 'settings',
  schema: z.union([z.string(), z.number(), z.boolean()]),
});

/** Saves all settings; only those that differ are written. */
export function saveSettings(draft: Draft, given: ApplicationSettings): StoreOutcome<Saved> {
  const checked = checkValue(ApplicationSettings, given, 'settings');
  return checked.ok ? settings.saveMany(draft, checked.value) : checked;
}
