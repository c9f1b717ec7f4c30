import { wordText } from './wordText.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for an XML element or a double-quoted attribute. */
export function escapeXml(text: string): string {
  return wordText(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
