import type { Call } from './schema/call.ts';
import { sectionOf } from './sectionOf.ts';

/**
 * Id of the section a finding is counted and listed in: that of its place; the first of the call when the call has
 * none for it, so that nothing open is ever out of sight.
 */
export function homeSection(call: Call, at: string): string {
  return sectionOf(call, at) ?? call.sections[0]?.id ?? '';
}
