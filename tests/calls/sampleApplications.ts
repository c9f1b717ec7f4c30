import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCall } from '../../main/calls/loadCalls.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import { Answers, applicationOf } from '../../shared/entities/answers.ts';
import { Application } from '../../shared/entities/application.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A shipped sample as an application, without its files. */
export function sampleApplication(
  name: '5g-workshop' | 'industrial-platform' | 'cluster-wrong',
): Application {
  const file = path.join(root, 'assets/samples', name, 'answers.json');
  return applicationOf(Answers.parse(JSON.parse(readFileSync(file, 'utf8'))));
}

/** The invented second call, of other sections, fields and roles. */
export function secondCall(): Call {
  const loaded = loadCall(path.join(root, 'tests/fixtures/calls/zj-agri-2031.json'));
  if (!loaded.ok) throw new Error('the second call does not hold together');
  return loaded.call;
}

/** An application nobody has begun. */
export function emptyApplication(call: Call): Application {
  return Application.parse({ call: { id: call.id, revision: call.revision } });
}
