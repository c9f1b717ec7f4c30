import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { checksGuide } from './checksGuide.ts';

writeFileSync(path.join(import.meta.dirname, '..', '..', '..', 'docs', 'checks.md'), checksGuide());
