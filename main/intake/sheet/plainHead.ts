/**
 * A head as two spellings of it are compared: half-width, without spaces, stars, colons, its unit and its number
 * ("1.1 工资薪金（元）" is 工资薪金, "一、人员人工费用" is 人员人工费用).
 */
export function plainHead(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff*:"'“”]/g, '')
    .replace(/\((?:单位)?(?:人民币)?(?:万元|千元|元)\)|[/,](?:万元|元)$/g, '')
    .replace(
      /^(?:\(?[一二三四五六七八九十]{1,2}[)、.]|\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2})*[、.)]?(?=[\u4e00-\u9fff]))/,
      '',
    )
    .toUpperCase();
}
