/** Entities that table exports write; nobody needs the other two thousand in an invoice list. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  yen: '¥',
  times: '×',
  divide: '÷',
  plusmn: '±',
  middot: '·',
  deg: '°',
  ndash: '–',
  mdash: '—',
  minus: '-',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
};

/** Text of HTML as it is shown: entities written out, white space made one space. What stands for nothing stays. */
export function plainHtml(text: string): string {
  const shown = text.includes('&')
    ? text.replace(/&(?:([a-z]{2,8})|#(\d{1,7})|#x([\da-f]{1,6}));?/gi, (whole, named, decimal, hex) => {
        if (named !== undefined) return NAMED[String(named).toLowerCase()] ?? whole;
        const point = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
        const character = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
        return character ? String.fromCodePoint(point) : whole;
      })
    : text;
  return shown.replace(/\s+/g, ' ').trim();
}
