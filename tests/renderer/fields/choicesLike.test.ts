import { describe, expect, it } from 'vitest';
import { choiceMeant, choicesLike } from '../../../renderer/fields/choicesLike.ts';

const choices = [
  { id: 'industry', label: '工业企业' },
  { id: 'service', label: '生产性服务企业' },
  { id: 'software', label: '软件（信息）企业', code: 'I65' },
  { id: 'heavy', label: '重工业企业' },
];
const meant = (words: string) => choiceMeant(choices, words)?.id ?? null;

describe('words typed for a closed list', () => {
  it('mean the choice of that very label, also where others hold it', () => {
    expect(meant(' 工业企业 ')).toBe('industry');
  });

  it('mean the only choice like them, by label or official number', () => {
    expect(meant('服务')).toBe('service');
    expect(meant('软件(信息)')).toBe('software');
    expect(meant('i65')).toBe('software');
  });

  it.each(['企业', '工业', '四川', '工业企业四川', '', ' '])(
    'mean nothing when none or several are like them: %j',
    (words) => {
      expect(meant(words)).toBeNull();
    },
  );

  it('narrow the list, those that begin with them first', () => {
    expect(choicesLike(choices, '工业').map(({ id }) => id)).toEqual(['industry', 'heavy']);
  });
});
