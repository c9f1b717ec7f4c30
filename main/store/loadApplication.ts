import { Application } from '../../shared/entities/application.ts';
import { answers } from './answers.ts';
import { attachments } from './attachments.ts';
import { budget } from './budget.ts';
import { consortium } from './consortium.ts';
import { readDirection } from './direction.ts';
import type { Draft } from './draft.ts';
import { invoices } from './invoices.ts';
import { readLedger } from './ledger.ts';
import { readMeta } from './meta.ts';
import { ownIndicators } from './ownIndicators.ts';
import { plan } from './plan.ts';
import { readings } from './readings.ts';
import { setAside } from './setAside.ts';
import { settings } from './settings.ts';
import { statement } from './statement.ts';
import { statements } from './statements.ts';
import { targets } from './targets.ts';

/**
 * The whole application as it stands, judged by its schema. `openDraft` has already shown that it can
 * be read, so a failure here is a bug or a disk that broke meanwhile, and throws.
 */
export function loadApplication(draft: Draft): Application {
  return Application.parse(readAtOneMoment(draft));
}

/** One read transaction: another instance may be saving while this one only looks. */
function readAtOneMoment(draft: Draft): unknown {
  if (draft.db.inTransaction) return readTables(draft);
  statement(draft, 'BEGIN').run();
  try {
    return readTables(draft);
  } finally {
    // SQLite may have taken the transaction back itself (a disk that fails): then that error is the one to tell.
    if (draft.db.inTransaction) statement(draft, 'COMMIT').run();
  }
}

function readTables(draft: Draft): unknown {
  return {
    call: readMeta(draft).call,
    answers: answers.read(draft),
    direction: readDirection(draft),
    targets: targets.read(draft),
    statements: statements.read(draft),
    ownIndicators: ownIndicators.read(draft),
    consortium: consortium.read(draft),
    budget: budget.read(draft),
    invoices: invoices.read(draft),
    ledger: readLedger(draft),
    plan: plan.read(draft),
    attachments: attachments.read(draft),
    readings: readings.read(draft),
    setAside: setAside.read(draft),
    settings: settings.read(draft),
  };
}
