import { assertNever } from '../assertNever.ts';
import type { Call } from '../calls/schema/call.ts';
import type { Generated, OutlineItem } from '../calls/schema/page.ts';
import type { Application } from '../entities/application.ts';
import type { Block } from './block.ts';
import { heading, paragraph } from './blockBuilders.ts';
import { budgetTable } from './budgetTable.ts';
import { consortiumIntroduction, consortiumTasks } from './consortiumBlocks.ts';
import { factsTable } from './factsTable.ts';
import { indicatorTable } from './indicatorTable.ts';
import { invoiceTable } from './invoiceTable.ts';
import { isWritten } from './isWritten.ts';
import { ledgerTable } from './ledgerTable.ts';
import { itemTitle, type PrintedItem, printedOutline } from './printedOutline.ts';
import { printedAnswer } from './printValue.ts';
import { progressTable } from './progressTable.ts';
import { richBlocks } from './richBlocks.ts';
import { targetTable } from './targetTable.ts';

const ITEM_LEVEL = 3;
/** Said in a draft where the call wants words and there are none. */
const TO_BE_WRITTEN = '（待填）';
const NOT_APPLICABLE = '不涉及。';

function generatedBlocks(call: Call, application: Application, generated: Generated): Block[] {
  if ('facts' in generated) return factsTable(call, application, generated.facts, generated.caption);
  if ('consortium' in generated) {
    const { consortium } = generated;
    switch (consortium) {
      case 'introduction':
        return consortiumIntroduction(call, application);
      case 'tasks':
        return consortiumTasks(call, application);
      default:
        return assertNever(consortium);
    }
  }
  const { table } = generated;
  switch (table) {
    case 'budget':
      return budgetTable(call, application);
    case 'invoices':
      return invoiceTable(call, application);
    case 'ledger':
      return ledgerTable(call, application);
    case 'targets':
      return targetTable(call, application);
    case 'indicators':
      return indicatorTable(call, application);
    case 'progress':
      return progressTable(call, application);
    default:
      return assertNever(table);
  }
}

/** The invoice detail takes pages of its own; what the call puts after it comes after it. */
function takesPages(generated: Generated): boolean {
  return 'table' in generated && generated.table === 'invoices';
}

function words(call: Call, application: Application, item: OutlineItem, draft: boolean): Block[] {
  const written = application.plan[item.id];
  if (written !== undefined && isWritten(written))
    return richBlocks(written, {
      anchor: item.id,
      level: ITEM_LEVEL,
      fact: (field) => printedAnswer(call, application, field),
    });
  return draft && item.text === 'required' ? [paragraph('hint', TO_BE_WRITTEN)] : [];
}

function itemBlocks(
  call: Call,
  application: Application,
  { item, notApplicable }: PrintedItem,
  draft: boolean,
): Block[] {
  const title = heading(ITEM_LEVEL, item.id, itemTitle(item));
  if (notApplicable) return [title, paragraph('body', NOT_APPLICABLE)];
  const paged = item.generated.findIndex(takesPages);
  const beside = paged < 0 ? item.generated : item.generated.slice(0, paged);
  const after = paged < 0 ? [] : item.generated.slice(paged);
  const made = (blocks: readonly Generated[]) =>
    blocks.flatMap((block) => generatedBlocks(call, application, block));
  return [title, ...made(beside), ...words(call, application, item, draft), ...made(after)];
}

/**
 * The 项目建设方案 in the call's outline: under each item the tables the product makes of data, then the
 * applicant's own words; the invoice detail, which takes pages of its own, stands after the words.
 */
export function plan(call: Call, application: Application, draft: boolean): Block[] {
  return printedOutline(call, application).flatMap(({ chapter, items }) => [
    heading(2, chapter.id, itemTitle(chapter)),
    ...items.flatMap((item) => itemBlocks(call, application, item, draft)),
  ]);
}
