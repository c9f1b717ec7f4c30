import { firstTables } from './0001-first-tables.ts';
import { addReadings } from './0002-readings.ts';
import { addStatements } from './0003-statements.ts';
import type { Migration } from './migration.ts';

/** Every step of the file format, in order; append only. */
export const migrations: readonly Migration[] = [firstTables, addReadings, addStatements];
