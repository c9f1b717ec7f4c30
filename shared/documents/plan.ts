import type { Call } from '../calls/schema/call.ts';
import type { Generated, OutlineItem } from '../calls/schema/page.ts';
import type { Application } from '../entities/application.ts';
import type { Block } from './block.ts';
import { heading, paragraph } from './blockBuilders.ts';
import { generatedBlocks } from './generatedBlocks.ts';
import { isWritten } from './isWritten.ts';
import { itemTitle, type PrintedItem, printedOutline } from './printedOutline.ts';
import { printedAnswer } from './printValue.ts';
import { richBlocks } from './richBlocks.ts';
import { splitGenerated } from './splitGenerated.ts';

const ITEM_LEVEL = 3;
/** Said in a draft where the call wants words and there are none. */
const TO_BE_WRITTEN = '（待填）';
const NOT_APPLICABLE = '不涉及。';

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
  const { before, after } = splitGenerated(item.generated);
  const made = (blocks: readonly Generated[]) =>
    blocks.flatMap((block) => generatedBlocks(call, application, block));
  return [title, ...made(before), ...words(call, application, item, draft), ...made(after)];
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
