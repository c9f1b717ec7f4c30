import { describe, expect, it } from 'vitest';
import { knownCalls, newestCall } from '../../../main/tasks/knownCalls.ts';
import { kindStates } from '../../../renderer/steps/attachments/kindStates.ts';
import { attachmentLines } from '../../../renderer/steps/overview/attachmentLines.ts';
import { evaluate } from '../../../shared/calls/evaluate.ts';
import { Application } from '../../../shared/entities/application.ts';
import { Attachment } from '../../../shared/entities/attachment.ts';

const call = (() => {
  const newest = newestCall(knownCalls());
  if (newest === null) throw new Error('there is no call');
  return newest;
})();
const demanded = call.attachments.find(({ required }) => required === true)?.id ?? '';
const welcome = call.attachments.find(({ required, bound }) => required === false && bound)?.id ?? '';

function linesOf(attachments: readonly Partial<Attachment>[]) {
  const application = Application.parse({
    call: { id: call.id, revision: call.revision },
    attachments: attachments.map((file) =>
      Attachment.parse({
        name: 'a.pdf',
        sha256: 'a'.repeat(64),
        bytes: 9,
        sniffedType: 'pdf',
        pages: 3,
        ...file,
      }),
    ),
  });
  return attachmentLines(kindStates(call, application, evaluate(call, application).findings));
}

describe('the attachments in the hub', () => {
  it('say 有问题 of a file that cannot be bound, as the board and the checks do', () => {
    const lines = linesOf([{ id: 'a', kind: demanded, pages: null, encrypted: true }]);
    expect(lines.find(({ kind }) => kind === demanded)).toMatchObject({
      word: '有问题',
      state: 'problem',
      files: 1,
    });
    const turned = { code: 'page-upside-down', message: '第 1 页上下颠倒', severity: 'warning' as const };
    const mild = linesOf([{ id: 'a', kind: demanded, problems: [turned] }]);
    expect(mild.find(({ kind }) => kind === demanded)).toMatchObject({ word: '有问题', state: 'doubt' });
  });

  it('say 缺 and 已齐 of what is demanded, and nothing of what is only welcome and not there', () => {
    expect(linesOf([]).find(({ kind }) => kind === demanded)?.word).toBe('缺');
    expect(linesOf([{ id: 'a', kind: demanded }]).find(({ kind }) => kind === demanded)?.word).toBe('已齐');
    expect(linesOf([]).some(({ kind }) => kind === welcome)).toBe(false);
    expect(linesOf([{ id: 'a', kind: welcome }]).find(({ kind }) => kind === welcome)?.word).toBe('已附');
  });
});
