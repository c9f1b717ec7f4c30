import { expect, it } from 'vitest';
import { wordsOf } from '../../../renderer/draft/wordsOf.ts';
import type { Edit } from '../../../shared/edits/edit.ts';

it('finds the words a person typed in what was not saved, and no numbers or ids', () => {
  const edits: readonly Edit[] = [
    { kind: 'answer', field: 'name', value: '智能车间' },
    { kind: 'answer', field: 'total', value: 12_000 },
    {
      kind: 'plan',
      item: '1.1',
      value: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            attrs: { textAlign: null },
            content: [
              { type: 'text', text: '建设', marks: [] },
              { type: 'text', text: '目标', marks: [{ type: 'bold' }] },
            ],
          },
          {
            type: 'paragraph',
            attrs: { textAlign: null },
            content: [{ type: 'text', text: '第二段', marks: [] }],
          },
        ],
      },
    },
    { kind: 'setAside', finding: 'B1', reason: '已与主管部门确认' },
    { kind: 'rows', list: 'ownIndicators', save: [], remove: ['i-1'] },
  ];
  expect(wordsOf(edits)).toEqual(['智能车间', '建设目标\n第二段', '已与主管部门确认']);
});
