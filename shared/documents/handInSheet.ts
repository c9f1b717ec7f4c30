import type { CheckReport, Finding } from '../calls/finding.ts';
import { findingsByRule } from '../calls/findingsByRule.ts';
import { isOpen } from '../calls/isOpen.ts';
import { countOfRows, rowsInWords } from '../calls/rowsInWords.ts';
import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import { chineseDate } from '../entities/dates.ts';
import type { Block, Cell, Inline, Paragraph, ParagraphStyle, Row, Table } from './block.ts';
import type { BundleDocument } from './bundleDocument.ts';
import type { PackageManifest, ProofLine } from './packageManifest.ts';
import { LEAST_SPINE_FOR_TEXT_MM } from './spine.ts';

type SheetFacts = Omit<PackageManifest, 'files'>;

function paragraph(style: ParagraphStyle, text: string, align: Paragraph['align'] = null): Paragraph {
  const content: Inline[] = text === '' ? [] : [{ type: 'text', text, marks: [] }];
  return { type: 'paragraph', style, align, content };
}

function cell(text: string, role: Cell['role'], align: Cell['align'] = 'left'): Cell {
  return { span: 1, rows: 1, role, align, content: [paragraph('cell', text, align)] };
}

function row(texts: readonly string[], role: 'head' | 'value'): Row {
  return {
    cells: texts.map((text) => cell(text, role, role === 'head' ? 'center' : 'left')),
    height: null,
    anchor: null,
  };
}

function table(
  columns: readonly number[],
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Table {
  return {
    type: 'table',
    anchor: null,
    style: 'data',
    size: 'small',
    columns,
    head: head.length === 0 ? [] : [row(head, 'head')],
    rows: rows.map((texts) => row(texts, 'value')),
  };
}

function heading(anchor: string, text: string): Block {
  return { type: 'heading', level: 2, anchor: `sheet.${anchor}`, text };
}

const pageText = (page: number | null) => (page === null ? '—' : `第 ${page} 页`);

/** Pages from first to last, each of which counts. */
function rangeText(first: number | null, last: number | null): string {
  return first === null || last === null || last <= first ? pageText(first) : `第 ${first}–${last} 页，每页`;
}

function whereTo(call: Call): Block[] {
  const { submission } = call;
  const contacts = submission.contacts.map(({ name, phone }) => [name, phone].filter(Boolean).join(' '));
  return [
    heading('where', '一、报送'),
    table(
      [3, 12],
      [],
      [
        ['截止日期', chineseDate(submission.deadline)],
        ['纸质件', `一式 ${submission.paperCopies} 份，${submission.binding}`],
        ['经由', submission.via],
        ['送达地址', submission.address],
        [
          '电子件',
          `${submission.electronic.join('、')}，发送至 ${submission.email}（请用本单位邮箱自行发送）`,
        ],
        ['联系人', contacts.join('；')],
      ],
    ),
  ];
}

function printing({ print, pages }: SheetFacts): Block[] {
  const spine =
    print.spineMm < LEAST_SPINE_FOR_TEXT_MM
      ? `约 ${print.spineMm} mm，较薄，可不印书脊字`
      : `约 ${print.spineMm} mm，自上而下印“${print.spineText}”`;
  return [
    heading('print', '二、打印与装订'),
    table(
      [3, 12],
      [],
      [
        ['页数', `共 ${pages} 页，其中空白页 ${print.blankPages} 页（双面打印时用于让各部分从右页开始）`],
        ['纸张', `A4，${print.sheets} 张，${print.duplex ? '双面打印，沿长边翻转' : '单面打印'}`],
        ['彩色页', `${print.colourPages} 页`],
        ['装订', '左侧胶装，已在内侧留出装订边'],
        ['书脊', spine],
      ],
    ),
  ];
}

type Seal = SheetFacts['seals'][number];
/** So many copies of one kind are one line: nobody ticks off 120 invoices one by one. */
const LISTED_SINGLY = 8;

/** Runs of the same seal on files of the same kind. */
function sealRuns(seals: readonly Seal[]): Seal[][] {
  const runs: Seal[][] = [];
  for (const seal of seals) {
    const last = runs.at(-1)?.[0];
    if (last !== undefined && seal.kind !== null && last.kind === seal.kind && last.seal === seal.seal)
      runs.at(-1)?.push(seal);
    else runs.push([seal]);
  }
  return runs.flatMap((run) => (run.length > LISTED_SINGLY ? [run] : run.map((seal) => [seal])));
}

function sealLine(run: readonly Seal[], titles: ReadonlyMap<string, string>): string[] {
  const [first] = run;
  if (first === undefined) return [];
  if (run.length === 1) return ['□', first.seal, rangeText(first.page, first.lastPage), first.where];
  const pages = run.flatMap(({ page, lastPage }) => (page === null ? [] : [page, lastPage ?? page]));
  const title = titles.get(`attachments.${first.kind}`) ?? '';
  const range = pages.length === 0 ? '—' : rangeText(Math.min(...pages), Math.max(...pages));
  return ['□', first.seal, range, `${title}：共 ${run.length} 份，每份加盖`];
}

function seals({ seals: marks, sections }: SheetFacts): Block[] {
  const titles = new Map(sections.map(({ id, title }) => [id, title]));
  return [
    heading('seals', '三、盖章清单'),
    table(
      [2, 7, 9, 14],
      ['√', '印章', '页码', '位置'],
      sealRuns(marks).map((run) => sealLine(run, titles)),
    ),
  ];
}

/** Names listed; a folder of 300 XML invoices is told by its number. */
const ORIGINALS_NAMED = 30;

function originals({ originals: files }: SheetFacts): Block[] {
  if (files.length === 0) return [];
  const named = files.slice(0, ORIGINALS_NAMED).map(({ file }) => file);
  const more = files.length > named.length ? ' 等' : '';
  return [
    paragraph(
      'plain',
      `另有 ${files.length} 份电子原件（XML、电子表格）没有页面，不装订，原样存在草稿里，核验时可凭草稿出示：${named.join('、')}${more}。`,
    ),
  ];
}

function attachments(facts: SheetFacts): Block[] {
  const { attachments: files } = facts;
  if (files.length === 0 && facts.originals.length === 0) return [];
  return [
    heading('attachments', '四、附件页数核对'),
    ...(files.length === 0 ? [] : [fileTable(files)]),
    ...originals(facts),
  ];
}

function fileTable(files: SheetFacts['attachments']): Table {
  return table(
    [8, 2, 2, 3, 6],
    ['文件', '原页数', '成册页数', '起始页', '说明'],
    files.map((file) => [
      file.file,
      String(file.pagesIn),
      String(file.pagesOut),
      pageText(file.firstPage),
      file.problems.map((problem) => problem.message).join('；'),
    ]),
  );
}

function proof(lines: readonly ProofLine[]): Block[] {
  return [
    heading('proof', '五、成品复核（重新读取已写出的文件得出）'),
    table(
      [2, 5, 10],
      ['结果', '复核内容', '详情'],
      lines.map((line) => [line.ok ? '√ 相符' : '× 不符', line.what, line.detail]),
    ),
  ];
}

/** What findings say, in one line: a rule that many rows break is told once, with the rows. */
function lineOf(application: Application, findings: readonly [Finding, ...Finding[]]): string {
  const [first, ...others] = findings;
  if (others.length === 0) return first.message;
  const rows = rowsInWords(application, findings);
  const which = rows === null ? '' : `（${rows}）`;
  return `${first.title}：${countOfRows(findings)}${first.outcome === 'unknown' ? '待填' : '不符合'}${which}。例如：${first.message}`;
}

/** What keeps the volume from being final first, wrong or not filled in; the other 待填 of a draft would bury it. */
function rankOf({ outcome, severity }: Finding): number {
  if (outcome === 'unknown') return severity === 'error' ? 1 : 4;
  return { error: 0, warning: 2, hint: 3 }[severity];
}

function openFindings(application: Application, findings: readonly Finding[]): Block[] {
  const open = findings.filter(isOpen);
  const groups = [...Map.groupBy(open, rankOf)]
    .sort(([a], [b]) => a - b)
    .flatMap(([, alike]) => findingsByRule(alike));
  const aside = findings.filter((finding) => finding.setAside !== null);
  const words = { error: '须改正', warning: '请留意', hint: '提示' } as const;
  const blocks: Block[] = [];
  if (open.length > 0)
    blocks.push(
      heading('open', '六、尚未处理的检查结果'),
      table(
        [2, 15],
        ['程度', '内容'],
        groups.map((group) => [
          group[0].outcome === 'unknown' ? '待填' : words[group[0].severity],
          lineOf(application, group),
        ]),
      ),
    );
  if (aside.length > 0)
    blocks.push(
      heading('aside', open.length > 0 ? '七、已说明理由的警告' : '六、已说明理由的警告'),
      table(
        [10, 7],
        ['内容', '理由'],
        [...Map.groupBy(aside, ({ setAside }) => setAside ?? '')].flatMap(([reason, alike]) =>
          findingsByRule(alike).map((group) => [lineOf(application, group), reason]),
        ),
      ),
    );
  return blocks;
}

/**
 * 装订与盖章清单: what goes with the package on its way to the print shop, the seals and the counter.
 * Not part of the volume; made last, because it tells what the proof saw.
 */
export function handInSheet(
  call: Call,
  application: Application,
  facts: SheetFacts,
  report: CheckReport,
): BundleDocument {
  const state = facts.final
    ? '本册检查与复核均已通过，可以打印、盖章、装订。'
    : `本册为草稿，每页印有“草稿”，请勿报送。原因：${facts.reasons.join('；')}。`;
  return {
    title: `装订与盖章清单：${facts.title}`,
    author: facts.applicant,
    subject: call.identity.name,
    keywords: [],
    draft: false,
    duplex: false,
    sections: [
      {
        id: 'sheet',
        kind: 'sheet',
        startOnRight: false,
        numbered: true,
        blocks: [
          paragraph('partTitle', '装订与盖章清单'),
          paragraph('plain', `${facts.applicant}　${facts.title}`, 'center'),
          paragraph('plain', state),
          ...facts.notes.map((note) => paragraph('plain', `请留意：${note}。`)),
          ...whereTo(call),
          ...printing(facts),
          ...seals(facts),
          ...attachments(facts),
          ...proof(facts.proof),
          ...openFindings(application, report.findings),
        ],
      },
    ],
    dividers: [],
    outline: [],
    printedValues: [],
    seals: [],
    spineText: '',
  };
}
