import type { Finding } from '../../../shared/calls/finding.ts';
import { isOpen } from '../../../shared/calls/isOpen.ts';
import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Attachment } from '../../../shared/entities/attachment.ts';

/** One line of the attachment list in small. */
export type AttachmentState = {
  readonly kind: string;
  readonly label: string;
  readonly files: number;
  /** 缺: the checks ask for it. 有问题: it is there, and the checks have something against it. */
  readonly state: 'there' | 'lacking' | 'problem';
};

/** What is there and what the checks ask for; kinds that are neither are left out. */
export function attachmentStates(
  call: Call,
  attachments: readonly Attachment[],
  findings: readonly Finding[],
): readonly AttachmentState[] {
  const open = new Set(findings.filter(isOpen).map(({ at }) => at));
  return call.attachments.flatMap(({ id, label }): AttachmentState[] => {
    const files = attachments.filter(({ kind }) => kind === id).length;
    const asked = open.has(`attachments.${id}`);
    if (files === 0) return asked ? [{ kind: id, label, files, state: 'lacking' }] : [];
    return [{ kind: id, label, files, state: asked ? 'problem' : 'there' }];
  });
}
