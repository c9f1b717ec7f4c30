import { utils } from '@e965/xlsx';
import type { Made, MadeSheet } from './sheetFiles.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);

/** A sheet as accounting programs write it for spreadsheets: one table of HTML, text as text, joined cells spanning. */
export function htmlTable({ rows, merges = [] }: MadeSheet): string {
  const ranges = merges.map((merge) => utils.decode_range(merge));
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((line, r) => {
    const cells = Array.from({ length: width }, (_, c) => {
      const range = ranges.find(({ s, e }) => r >= s.r && r <= e.r && c >= s.c && c <= e.c);
      if (range !== undefined && (range.s.r !== r || range.s.c !== c)) return '';
      const spans = range === undefined ? '' : ` rowspan=${range.e.r - r + 1} colspan="${range.e.c - c + 1}"`;
      const text = textOf(line[c] ?? null);
      return `<td${spans} style="mso-number-format:'\\@'" x:str>${text === '' ? '&nbsp;' : escaped(text)}</td>`;
    });
    return `<tr height=19>${cells.join('')}</tr>`;
  });
  return `<table border=1 cellspacing="0">${lines.join('\r\n')}</table>`;
}

/** A page around tables with all that a spreadsheet's export brings along. */
export function htmlPage(body: string, charset = 'gb2312', name = 'Sheet1'): string {
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=${charset}">
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>${name}</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->
<title>导出</title><style>td { mso-number-format:"\\@"; } </style><script>document.write("<table><tr><td>发票号码</td></tr></table>")</script></head><body>${body}</body></html>`;
}

/** Sheets as an XML spreadsheet of 2003. */
export function xmlSpreadsheet(sheets: readonly MadeSheet[], encoding = 'UTF-8'): string {
  const worksheets = sheets.map(({ name, rows, merges = [], hidden }) => {
    const ranges = merges.map((merge) => utils.decode_range(merge));
    const lines = rows.flatMap((line, r) => {
      const cells = line.flatMap((cell, c) => {
        const range = ranges.find(({ s }) => s.r === r && s.c === c);
        if (textOf(cell) === '' && range === undefined) return [];
        const merge =
          range === undefined ? '' : ` ss:MergeAcross="${range.e.c - c}" ss:MergeDown="${range.e.r - r}"`;
        const type = typeof cell === 'number' ? 'Number' : 'String';
        return [
          `<Cell ss:Index="${c + 1}" ss:StyleID="s1"${merge}><Data ss:Type="${type}">${escaped(textOf(cell))}</Data></Cell>`,
        ];
      });
      return cells.length === 0 ? [] : [`<Row ss:Index="${r + 1}" ss:Height="14">${cells.join('')}</Row>`];
    });
    const visible = hidden === true ? '<Visible>SheetHidden</Visible>' : '';
    return `<Worksheet ss:Name="${name}"><Table>${lines.join('\n')}</Table><x:WorksheetOptions>${visible}</x:WorksheetOptions></Worksheet>`;
  });
  return `<?xml version="1.0" encoding="${encoding}"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1"><NumberFormat ss:Format="General"/></Style><Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="no"><NumberFormat ss:Format="00000000"/></Style></Styles>${worksheets.join('\n')}</Workbook>`;
}

function textOf(cell: Made): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? String(cell.v ?? '') : String(cell);
}
