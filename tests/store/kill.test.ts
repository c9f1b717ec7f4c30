import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { must } from './must.ts';
import { mustOpen } from './mustOpen.ts';
import { sampleApplication } from './sampleApplication.ts';
import { startChild } from './startChild.ts';
import { testFolder } from './testFolder.ts';

test.each([1, 40, 300])(
  'killed after %i acknowledged saves, a draft has every one of them',
  async (saves) => {
    const path = join(testFolder(), '被杀 的.chengce');
    closeDraft(must(createDraft(path, sampleApplication())));
    const child = startChild('saveForever', [path]);
    let acknowledged = 0;
    while (acknowledged < saves) acknowledged = Number(await child.line());
    await child.kill();
    // What it printed before it died is acknowledged as well.
    for (;;) {
      const more = await child.line().catch(() => '');
      if (more === '') break;
      acknowledged = Number(more);
    }
    const { draft, notices } = mustOpen(path);
    expect(notices).toEqual([]);
    const { answers } = loadApplication(draft);
    const numbers = Object.entries(answers).filter(([field]) => field.startsWith('field.'));
    expect(Math.max(...numbers.map(([, value]) => Number(value)))).toBeGreaterThanOrEqual(acknowledged);
    for (let count = Math.max(1, acknowledged - 6); count <= acknowledged; count += 1) {
      expect(Number(answers[`field.${count % 7}`])).toBeGreaterThanOrEqual(count);
    }
    closeDraft(draft);
  },
);
