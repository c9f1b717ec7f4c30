import type { Call } from '../schema/call.ts';
import type { AttachmentKind, Generated, Piece } from '../schema/page.ts';
import type { CallNames } from './callNames.ts';
import { checkCondition } from './checkCondition.ts';
import { checkFormGrid } from './checkForm.ts';
import type { CallPath, Report } from './report.ts';

/** All that is printed: cover, form, outline, attachment checklist, seals, parts of the bundle. */
export function checkPages(call: Call, names: CallNames, report: Report): void {
  const pieces = (list: readonly Piece[], path: CallPath) => {
    list.forEach((piece, index) => {
      checkPiece(piece, [...path, index], names, report);
    });
  };
  call.cover.lines.forEach((line, index) => {
    pieces(line.pieces, ['cover', 'lines', index, 'pieces']);
  });
  call.form.above.forEach((line, index) => {
    pieces(line.pieces, ['form', 'above', index, 'pieces']);
  });
  call.form.rows.forEach((row, index) => {
    row.cells.forEach((cell, at) => {
      pieces(cell.pieces, ['form', 'rows', index, 'cells', at, 'pieces']);
    });
  });
  call.form.below.forEach((line, index) => {
    pieces(line, ['form', 'below', index]);
  });
  checkFormGrid(call.form, report);
  checkOutline(call, names, report);
  checkAttachments(call.attachments, names, report);
  checkSeals(call, names, report);
  report.unique(
    ['parts'],
    call.parts.map(({ kind }) => kind),
    '成册部分',
    'kind',
  );
}

function checkPiece(piece: Piece, path: CallPath, names: CallNames, report: Report): void {
  if ('field' in piece) report.known([...path, 'field'], piece.field, names.fields.keys(), '字段', 'fields');
  else if ('wording' in piece)
    report.known([...path, 'wording'], piece.wording, names.wording, '固定文字', 'wording');
  else if ('signedOn' in piece) {
    const at = [...path, 'signedOn'];
    if (report.known(at, piece.signedOn, names.fields.keys(), '字段', 'fields')) {
      if (names.fields.get(piece.signedOn)?.type !== 'date')
        report.add(at, `签章日期“${piece.signedOn}”不是日期字段`, '请换一个 type 为 date 的字段');
    }
  }
}

function checkOutline(call: Call, names: CallNames, report: Report): void {
  const chapters = call.outline.map(({ id }) => id);
  report.unique(['outline'], chapters, '提纲章');
  const seen = new Set(chapters);
  const anchors = new Set<string>();
  call.outline.forEach((chapter, index) => {
    chapter.items.forEach((item, at) => {
      const path = ['outline', index, 'items', at];
      if (seen.has(item.id)) report.add([...path, 'id'], `提纲项“${item.id}”重复`, '请换一个没有用过的编号');
      seen.add(item.id);
      report.known([...path, 'clause'], item.clause, names.clauses, '条款', 'clauses');
      if (item.when !== undefined) checkCondition(item.when, [...path, 'when'], { report, names, row: null });
      item.generated.forEach((block, blockAt) => {
        checkGenerated(block, [...path, 'generated', blockAt], names, report);
        const anchor = 'table' in block ? block.table : 'consortium' in block ? block.consortium : null;
        if (anchor !== null && anchors.has(anchor))
          report.add(
            [...path, 'generated', blockAt],
            `“${anchor}”已经在前面的提纲项里生成过一次`,
            '同一张表请只放一处，以免页码指向不明',
          );
        if (anchor !== null) anchors.add(anchor);
      });
    });
  });
}

function checkGenerated(block: Generated, path: CallPath, names: CallNames, report: Report): void {
  if (!('facts' in block)) return;
  block.facts.forEach((field, index) => {
    report.known([...path, 'facts', index], field, names.fields.keys(), '字段', 'fields');
  });
}

function checkAttachments(kinds: readonly AttachmentKind[], names: CallNames, report: Report): void {
  report.unique(
    ['attachments'],
    kinds.map(({ id }) => id),
    '附件种类',
  );
  const folders = new Map<string, string>();
  kinds.forEach((kind, index) => {
    const path = ['attachments', index];
    report.known([...path, 'clause'], kind.clause, names.clauses, '条款', 'clauses');
    kind.seals.forEach((seal, at) => {
      report.known([...path, 'seals', at], seal, names.seals, '印章', 'seals');
    });
    if (typeof kind.required !== 'boolean')
      checkCondition(kind.required, [...path, 'required'], { report, names, row: null });
    for (const folder of new Set([kind.id, kind.label, ...kind.folders])) {
      const other = folders.get(folder);
      if (other === undefined) folders.set(folder, kind.id);
      else
        report.add(
          [...path, 'folders'],
          `文件夹名“${folder}”同时属于“${other}”和“${kind.id}”，分不清文件归哪一类`,
          '请只在其中一类里写这个文件夹名',
        );
    }
  });
  const rowsOf = kinds.filter((kind) => kind.rowsOf === 'invoices');
  if (rowsOf.length > 1)
    report.add(
      ['attachments', kinds.indexOf(rowsOf[1] as AttachmentKind), 'rowsOf'],
      '有两类附件都写了 "rowsOf": "invoices"',
      '发票复印件只能是一类，请删去其中一个 rowsOf',
    );
}

const TABLE_OF_PLACE = { budgetTable: 'budget', invoiceTable: 'invoices', ledgerTable: 'ledger' } as const;

function checkSeals(call: Call, names: CallNames, report: Report): void {
  report.unique(
    ['seals'],
    call.seals.map(({ id }) => id),
    '印章',
  );
  const tables = new Set(
    call.outline
      .flatMap((chapter) => chapter.items)
      .flatMap((item) => item.generated)
      .flatMap((block) => ('table' in block ? [block.table] : [])),
  );
  const parts = new Set(call.parts.map(({ kind }) => kind));
  call.sealPlaces.forEach((place, index) => {
    const path = ['sealPlaces', index];
    report.known([...path, 'seal'], place.seal, names.seals, '印章', 'seals');
    report.known([...path, 'clause'], place.clause, names.clauses, '条款', 'clauses');
    const missing =
      place.where === 'edge'
        ? false
        : place.where === 'cover' || place.where === 'form'
          ? !parts.has(place.where)
          : !tables.has(TABLE_OF_PLACE[place.where]);
    if (missing)
      report.add(
        [...path, 'where'],
        `要在“${place.where}”处盖章，但成册里没有这一处`,
        '请在 parts 或 outline 的 generated 里加上它，或删去这一处盖章',
      );
  });
}
