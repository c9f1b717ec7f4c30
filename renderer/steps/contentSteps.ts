import type { ComponentType } from 'react';
import type { SectionContent } from '../../shared/calls/schema/call.ts';
import { AttachmentsStep } from './attachments/AttachmentsStep.tsx';
import { BudgetStep } from './budget/BudgetStep.tsx';
import { ConsortiumStep } from './consortium/ConsortiumStep.tsx';
import { DirectionStep } from './direction/DirectionStep.tsx';
import { InvoicesStep } from './invoices/InvoicesStep.tsx';
import { LedgerStep } from './ledger/LedgerStep.tsx';
import { OwnIndicatorsStep } from './ownIndicators/OwnIndicatorsStep.tsx';
import { PlanStep } from './plan/PlanStep.tsx';
import { TargetsStep } from './targets/TargetsStep.tsx';

/** What is entered for each content a section of the call holds. Sections are the call's; contents are the product's. */
export const contentSteps: { readonly [content in SectionContent]: ComponentType } = {
  direction: DirectionStep,
  targets: TargetsStep,
  ownIndicators: OwnIndicatorsStep,
  consortium: ConsortiumStep,
  budget: BudgetStep,
  invoices: InvoicesStep,
  ledger: LedgerStep,
  plan: PlanStep,
  attachments: AttachmentsStep,
};
