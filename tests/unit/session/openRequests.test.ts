import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createOpenRequests, draftInArguments } from '../../../main/session/openRequests.ts';

describe('the draft a command line names', () => {
  it.each([
    [['app', '5G 车间.chengce'], '5G 车间.chengce'],
    [['--no-sandbox', 'app', '--user-data-dir=/x.chengce', 'A.CHENGCE'], 'A.CHENGCE'],
    [['first.chengce', 'second.chengce'], 'second.chengce'],
    [['app', '--flag', 'readme.txt'], null],
    [[], null],
  ])('in %j is %s', (args, expected) => {
    const folder = path.resolve('/somewhere');
    expect(draftInArguments(args, folder)).toBe(expected === null ? null : path.join(folder, expected));
  });

  it('may be a URL, as Linux desktops write it; one of another machine is none', () => {
    const file = path.resolve('/elsewhere/乙 公司.chengce');
    expect(draftInArguments([pathToFileURL(file).href], path.resolve('/somewhere'))).toBe(file);
    if (process.platform !== 'win32')
      expect(draftInArguments(['file://other/x.chengce'], path.resolve('/somewhere'))).toBeNull();
  });

  it('may be an absolute path', () => {
    const file = path.resolve('/elsewhere/乙 公司.chengce');
    expect(draftInArguments([file], path.resolve('/somewhere'))).toBe(file);
  });
});

describe('requests to open', () => {
  it('are told by name and taken once, the newest', () => {
    const told: string[] = [];
    const requests = createOpenRequests((name) => told.push(name));
    expect(requests.take()).toBeNull();
    requests.put('/a/one.chengce');
    requests.put('/b/two.chengce', { code: 'window-restarted', message: '…' });
    expect(told).toEqual(['one.chengce', 'two.chengce']);
    expect(requests.take()).toEqual({
      file: '/b/two.chengce',
      notice: { code: 'window-restarted', message: '…' },
    });
    expect(requests.take()).toBeNull();
  });
});
