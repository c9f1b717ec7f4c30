import type { Application } from '../../shared/entities/application.ts';
import { answers } from './answers.ts';
import { attachments } from './attachments.ts';
import { budget } from './budget.ts';
import { consortium } from './consortium.ts';
import { fillDirection } from './direction.ts';
import type { Draft } from './draft.ts';
import { invoices } from './invoices.ts';
import { fillLedger } from './ledger.ts';
import { ownIndicators } from './ownIndicators.ts';
import { plan } from './plan.ts';
import { readings } from './readings.ts';
import { setAside } from './setAside.ts';
import { settings } from './settings.ts';
import { statements } from './statements.ts';
import { targets } from './targets.ts';

/** Replaces every table of the application inside the caller's transaction: a new draft, a restored version. */
export function fillApplication(draft: Draft, application: Application): void {
  answers.fill(draft, application.answers);
  fillDirection(draft, application.direction);
  targets.fill(draft, application.targets);
  statements.fill(draft, application.statements);
  ownIndicators.fill(draft, application.ownIndicators);
  consortium.fill(draft, application.consortium);
  budget.fill(draft, application.budget);
  invoices.fill(draft, application.invoices);
  fillLedger(draft, application.ledger);
  plan.fill(draft, application.plan);
  attachments.fill(draft, application.attachments);
  readings.fill(draft, application.readings);
  setAside.fill(draft, application.setAside);
  settings.fill(draft, application.settings);
}
