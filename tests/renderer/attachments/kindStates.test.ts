import { describe, expect, it } from 'vitest';
import { knownCalls, newestCall } from '../../../main/tasks/knownCalls.ts';
import { kindStates } from '../../../renderer/steps/attachments/kindStates.ts';
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
const conditional =
  call.attachments.find(({ required, rowsOf }) => typeof required === 'object' && rowsOf === undefined)?.id ??
  '';

const file = (id: string, kind: string, change: Partial<Attachment> = {}): Attachment =>
  Attachment.parse({
    id,
    kind,
    name: `${id}.pdf`,
    sha256: 'a'.repeat(64),
    bytes: 9,
    sniffedType: 'pdf',
    pages: 3,
    ...change,
  });

function statusOf(kind: string, attachments: readonly Attachment[]) {
  const application = Application.parse({ call: { id: call.id, revision: call.revision }, attachments });
  const { findings } = evaluate(call, application);
  const found = kindStates(call, application, findings).find(({ id }) => id === kind);
  return { need: found?.need, status: found?.status, pages: found?.pages };
}

describe('how a kind of the checklist stands', () => {
  it('is 缺 while what is demanded is not there, and 已齐 when it is', () => {
    expect(statusOf(demanded, [])).toEqual({ need: 'required', status: 'missing', pages: 0 });
    const there = [file('a', demanded, { omitPages: [2] })];
    expect(statusOf(demanded, there)).toEqual({ need: 'required', status: 'complete', pages: 2 });
  });

  it('is 有问题 when a file cannot be bound, as the checks say', () => {
    const broken = file('a', demanded, { pages: null, encrypted: true });
    expect(statusOf(demanded, [broken]).status).toBe('trouble');
  });

  it('is 可选 where nothing demands it, and 已附 with a file', () => {
    expect(statusOf(welcome, [])).toEqual({ need: 'optional', status: 'empty', pages: 0 });
    expect(statusOf(welcome, [file('a', welcome)]).status).toBe('given');
    expect(statusOf(conditional, []).need).toBe('optional');
  });

  it('lists files of a kind the call does not know, so that none is lost from sight', () => {
    expect(statusOf('gone', [file('a', 'gone')])).toMatchObject({ need: 'optional', status: 'given' });
  });
});
