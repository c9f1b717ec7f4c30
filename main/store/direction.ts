import { DirectionChoice } from '../../shared/entities/application.ts';
import { recordChange } from './changes.ts';
import { checkValue } from './checkValue.ts';
import type { Draft } from './draft.ts';
import { type Saved, UNCHANGED } from './saved.ts';
import { asRow, fromJson } from './sqlRow.ts';
import { statement } from './statement.ts';
import type { StoreOutcome } from './storeProblem.ts';
import { write } from './write.ts';

const PUT =
  'INSERT OR REPLACE INTO direction (id, direction_id, kind_id, form_ids, scenario_ids, contents) ' +
  'VALUES (1, ?, ?, ?, ?, ?)';

/** The direction chosen, not yet judged; undefined when the draft holds none. */
export function readDirection(draft: Draft): unknown {
  const found = statement(draft, 'SELECT * FROM direction WHERE id = 1').get();
  if (found === undefined) return undefined;
  const row = asRow(found);
  return {
    id: row.direction_id,
    kindId: row.kind_id,
    formIds: fromJson(row.form_ids),
    scenarioIds: fromJson(row.scenario_ids),
    contents: fromJson(row.contents),
  };
}

/** Replaces the direction inside the caller's transaction, without a history entry. */
export function fillDirection(draft: Draft, choice: DirectionChoice): void {
  statement(draft, PUT).run(
    choice.id,
    choice.kindId,
    JSON.stringify(choice.formIds),
    JSON.stringify(choice.scenarioIds),
    JSON.stringify(choice.contents),
  );
}

/** Saves which direction the project takes, and what inside it. */
export function saveDirection(draft: Draft, given: DirectionChoice): StoreOutcome<Saved> {
  const checked = checkValue(DirectionChoice, given, 'direction');
  if (!checked.ok) return checked;
  const choice = checked.value;
  return write(draft, () => {
    const stored = readDirection(draft);
    const before = stored === undefined ? null : JSON.stringify(DirectionChoice.parse(stored));
    const after = JSON.stringify(choice);
    if (before === after) return UNCHANGED;
    fillDirection(draft, choice);
    return { changed: true, savedAt: recordChange(draft, 'direction', before, after, 'value') };
  });
}
