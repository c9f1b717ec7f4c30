import { type ComponentType, lazy } from 'react';
import type { SectionContent } from '../../shared/calls/schema/call.ts';

/**
 * What is entered for each content a section of the call holds. Sections are the call's; contents are the
 * product's. Each comes when it is first shown: grids, editor and charts are no part of the window's start.
 */
export const contentSteps: { readonly [content in SectionContent]: ComponentType } = {
  direction: lazy(async () => ({ default: (await import('./direction/DirectionStep.tsx')).DirectionStep })),
  form: lazy(async () => ({ default: (await import('./paperForm/FormStep.tsx')).FormStep })),
  targets: lazy(async () => ({ default: (await import('./targets/TargetsStep.tsx')).TargetsStep })),
  ownIndicators: lazy(async () => ({
    default: (await import('./ownIndicators/OwnIndicatorsStep.tsx')).OwnIndicatorsStep,
  })),
  consortium: lazy(async () => ({
    default: (await import('./consortium/ConsortiumStep.tsx')).ConsortiumStep,
  })),
  budget: lazy(async () => ({ default: (await import('./budget/BudgetStep.tsx')).BudgetStep })),
  invoices: lazy(async () => ({ default: (await import('./invoices/InvoicesStep.tsx')).InvoicesStep })),
  ledger: lazy(async () => ({ default: (await import('./ledger/LedgerStep.tsx')).LedgerStep })),
  plan: lazy(async () => ({ default: (await import('./plan/PlanStep.tsx')).PlanStep })),
  attachments: lazy(async () => ({
    default: (await import('./attachments/AttachmentsStep.tsx')).AttachmentsStep,
  })),
};
