import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import { type AttachmentGroup, attachmentGroups, fileTitle } from './attachmentGroups.ts';
import { pageOf, pagesText } from './attachmentList.ts';
import type { Block, Inline } from './block.ts';
import { cell, headRow, inlinesOf, paragraph, row } from './blockBuilders.ts';
import type { Divider } from './bundleDocument.ts';
import { breakLines } from './measureText.ts';

/** A divider is one page: a list of more lines than fit gives way to a count. */
const MOST_LINES = 22;
const NAME_CHARACTERS = 18;

function fileTable({ files }: AttachmentGroup): Block {
  return {
    type: 'table',
    anchor: null,
    style: 'data',
    columns: [2, 14, 3, 3],
    head: [headRow(['序号', '名称', '页数', '起始页'])],
    rows: files.map((file, index) =>
      row([
        cell(String(index + 1), { align: 'center' }),
        cell(fileTitle(file)),
        cell(pagesText([file]), { align: 'center' }),
        cell([pageOf(file)], { align: 'center' }),
      ]),
    ),
    size: 'normal',
  };
}

function fileCount({ files, rowsOf }: AttachmentGroup): Block {
  const first = files[0];
  const last = files.at(-1);
  const content: Inline[] = inlinesOf(`共 ${files.length} 份，${pagesText(files)} 页`);
  if (first !== undefined && last !== undefined)
    content.push(
      ...inlinesOf('，首份起始于第 '),
      pageOf(first),
      ...inlinesOf(' 页，末份起始于第 '),
      pageOf(last),
      ...inlinesOf(' 页'),
    );
  content.push(...inlinesOf(rowsOf === null ? '。' : '；逐份页码见投资明细表，每页注明所属行号。'));
  return paragraph('plain', content, 'center');
}

function dividerBlocks(group: AttachmentGroup): Block[] {
  const lines = group.files.reduce(
    (sum, file) => sum + breakLines(fileTitle(file), NAME_CHARACTERS).length,
    0,
  );
  const seals =
    group.seals.length === 0 ? [] : [paragraph('tableNote', `每份加盖：${group.seals.join('、')}`, 'left')];
  return [
    paragraph('dividerTitle', group.title, 'center'),
    lines > MOST_LINES ? fileCount(group) : fileTable(group),
    ...seals,
  ];
}

/** One divider for each attachment kind that has files, in the order they are bound. */
export function dividers(call: Call, application: Application): Divider[] {
  return attachmentGroups(call, application).map((group) => ({
    kind: group.kind,
    title: group.title,
    blocks: dividerBlocks(group),
  }));
}
