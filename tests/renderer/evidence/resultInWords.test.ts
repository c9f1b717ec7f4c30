import { describe, expect, it } from 'vitest';
import { resultInWords } from '../../../renderer/evidence/resultInWords.ts';
import { takeInEvidence } from '../../../shared/evidence/takeInEvidence.ts';
import { firstCall } from '../../calls/golden/firstCall.ts';
import { emptyApplication } from '../../calls/sampleApplications.ts';

const nothing = takeInEvidence(firstCall(), emptyApplication(firstCall()), [], () => 'new');

describe('what came of reading, in words', () => {
  it('says that nothing came of it', () => {
    expect(resultInWords(nothing)).toBe('没有读出新的内容。');
  });

  it('says why a file was not read again, and that what it told before is safe', () => {
    const failed = [{ attachment: 'a', why: '用时过长；请对照原件手工填写' }];
    expect(resultInWords({ ...nothing, failed })).toBe(
      '1 份文件这次没有读出，先前读出的内容都保留着（用时过长；请对照原件手工填写）。',
    );
    const both = [...failed, { attachment: 'b', why: '内容损坏' }];
    expect(resultInWords({ ...nothing, failed: both })).toContain(
      '2 份文件这次没有读出，先前读出的内容都保留着（用时过长；请对照原件手工填写等）',
    );
  });

  it('says that invoices whose rows were taken out stay out, and how they come back', () => {
    expect(resultInWords({ ...nothing, aside: ['r', 's'] })).toBe(
      '2 张发票的行先前已删去，没有再加回来（想要它们，请把这份文件移出附件，再添加一次）。',
    );
  });
});
