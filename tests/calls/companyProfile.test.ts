import { describe, expect, it } from 'vitest';
import { loadCall } from '../../main/calls/loadCalls.ts';
import { answerProblems } from '../../shared/calls/answerProblems.ts';
import { fillFromProfile, profileOf } from '../../shared/calls/companyProfile.ts';
import { Application } from '../../shared/entities/application.ts';
import { CompanyProfile } from '../../shared/entities/companyProfile.ts';

const loaded = loadCall('assets/calls/cq-iiot-2020-1.json');
if (!loaded.ok) throw new Error('the first call loads');
const { call } = loaded;

const application = (answers: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  Application.parse({ call: { id: call.id, revision: call.revision }, answers, ...more });

describe('the company profile', () => {
  it('keeps what is the company’s own, and nothing of the project', () => {
    const profile = profileOf(
      call,
      application(
        { 'applicant.name': '示例公司', 'applicant.address': '', 'project.name': '示例项目' },
        {
          consortium: [
            { id: 'a', lead: true, name: '示例公司' },
            { id: 'b', name: '示例通信公司', task: '建设 5G 专网' },
          ],
        },
      ),
      'p1',
    );
    expect(CompanyProfile.parse(profile)).toEqual(profile);
    expect(profile.name).toBe('示例公司');
    expect(profile.answers).toEqual({ 'applicant.name': '示例公司' });
    expect(profile.partners.map(({ name, task }) => [name, task])).toEqual([['示例通信公司', '']]);
  });

  it('fills what is empty, never replaces what stands, and leaves out what the call does not know', () => {
    const profile = CompanyProfile.parse({
      id: 'p1',
      name: '示例公司',
      answers: {
        'applicant.name': '示例公司',
        'applicant.address': '示例路 1 号',
        'old.field': 'x',
        'project.name': '旧项目',
      },
    });
    const before = application({ 'applicant.name': '示例公司（新名）', 'applicant.address': '' });
    const after = fillFromProfile(call, before, profile);
    expect(after.answers).toEqual({
      'applicant.name': '示例公司（新名）',
      'applicant.address': '示例路 1 号',
    });
    expect(answerProblems(call, after)).toEqual([]);
  });
});
