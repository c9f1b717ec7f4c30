/** A text string of a PDF dictionary: UTF-16 with byte order mark, as hexadecimal syntax. */
export function pdfText(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
}
