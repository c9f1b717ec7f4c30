import { assertNever } from '../assertNever.ts';
import type { Call } from '../calls/schema/call.ts';
import type { BundlePart } from '../calls/schema/page.ts';
import type { Application } from '../entities/application.ts';
import { attachmentList } from './attachmentList.ts';
import type { Block } from './block.ts';
import { heading, paragraph } from './blockBuilders.ts';
import type { BundleDocument, DocumentSection } from './bundleDocument.ts';
import { bookmarks, contents } from './contents.ts';
import { cover } from './cover.ts';
import { directionText } from './directionText.ts';
import { dividers } from './dividers.ts';
import { form } from './form.ts';
import { plainText } from './plainText.ts';
import { plan } from './plan.ts';
import { printedValues } from './printedValues.ts';
import { printedAnswer } from './printValue.ts';
import { seals } from './seals.ts';
import { spineText } from './spineText.ts';

function blocksOf(call: Call, application: Application, part: BundlePart, draft: boolean): Block[] {
  switch (part.kind) {
    case 'cover':
      return cover(call, application);
    case 'contents':
      return contents(call, application, part.title);
    case 'form':
      return [
        heading(1, `${part.kind}.title`, part.title),
        // The table's own name, where the part's title does not tell it already.
        ...(part.title.includes(part.heading) ? [] : [paragraph('partTitle', part.heading, 'center')]),
        ...form(call, application),
      ];
    case 'plan':
      return [heading(1, `${part.kind}.title`, part.title), ...plan(call, application, draft)];
    case 'attachments':
      return [
        heading(1, `${part.kind}.title`, part.title),
        ...(part.note === '' ? [] : [paragraph('plain', part.note)]),
        ...attachmentList(call, application),
      ];
    default:
      return assertNever(part);
  }
}

/** Cover and 目录 bear no number (domain.md section 5). */
const UNNUMBERED: ReadonlySet<BundlePart['kind']> = new Set(['cover', 'contents']);

function section(call: Call, application: Application, part: BundlePart, draft: boolean): DocumentSection {
  return {
    id: part.kind,
    kind: part.kind,
    startOnRight: application.settings.duplex,
    numbered: !UNNUMBERED.has(part.kind),
    blocks: blocksOf(call, application, part, draft),
  };
}

function printedAnchors(sections: readonly DocumentSection[]): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { id, blocks } of sections) {
    anchors.add(id);
    for (const block of blocks.flatMap((one) => (one.type === 'turned' ? one.sheets.flat() : [one])))
      if (block.type === 'table')
        for (const anchor of [block.anchor, ...block.rows.map((row) => row.anchor)])
          if (anchor !== null) anchors.add(anchor);
  }
  return anchors;
}

function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}

/**
 * All that is printed of an application but the attachments' own pages: (call, application) -> blocks.
 *
 * Pure, and driven by the call alone: nothing here knows one call from another. An application with
 * nothing answered composes too: what is missing is room for the pen. A draft also says （待填） where the
 * call wants words.
 */
export function compose(
  call: Call,
  application: Application,
  { draft }: { readonly draft: boolean },
): BundleDocument {
  const sections = call.parts.map((part) => section(call, application, part, draft));
  const project = printedAnswer(call, application, call.roles.projectName);
  const name = oneLine(call.cover.title.join(''));
  const direction = directionText(call, application);
  return {
    title: project === null ? name : `${oneLine(project)}　${name}`,
    author: oneLine(printedAnswer(call, application, call.roles.applicantName) ?? ''),
    subject: oneLine(`${call.identity.name}（${call.identity.number}）`),
    keywords: [project, direction].filter((word) => word !== null).map(oneLine),
    draft,
    duplex: application.settings.duplex,
    sections,
    dividers: dividers(call, application),
    outline: bookmarks(call, application),
    printedValues: printedValues(call, application),
    seals: seals(call, application, printedAnchors(sections)),
    spineText: spineText(call, application),
  };
}
