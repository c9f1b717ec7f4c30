import type { Call } from '../calls/schema/call.ts';
import type { OutlineChapter, OutlineItem } from '../calls/schema/page.ts';
import type { Application } from '../entities/application.ts';
import { holds } from './holds.ts';
import { isWritten } from './isWritten.ts';

export interface PrintedItem {
  readonly item: OutlineItem;
  /** The call asks it of other applications only; it stands there so that no number is skipped. */
  readonly notApplicable: boolean;
}

export interface PrintedChapter {
  readonly chapter: OutlineChapter;
  readonly items: readonly PrintedItem[];
}

/** Number and title of a chapter or item on one line. */
export function itemTitle({ number, title }: Pick<OutlineItem, 'number' | 'title'>): string {
  return `${number}${title}`;
}

/**
 * The plan's outline as printed. An item that is not asked of this application is left out when it is
 * the last of its chapter; before others it stays and says so, for the notice's numbers do not move.
 * What the user wrote is always printed.
 */
export function printedOutline(call: Call, application: Application): PrintedChapter[] {
  return call.outline.map((chapter) => {
    const items = chapter.items.map((item) => ({
      item,
      notApplicable:
        item.when !== undefined &&
        !isWritten(application.plan[item.id]) &&
        holds(call, application, item.when) === 'unmet',
    }));
    const last = items.findLastIndex(({ notApplicable }) => !notApplicable);
    return { chapter, items: items.slice(0, last + 1) };
  });
}
