import { unzipSync, zipSync } from 'fflate';
import type { Random } from '../../scripts/samples/createRandom.ts';

/** What parsers stumble over: numbers at their edges, openings without an end, bytes that are no text. */
const NASTY: readonly string[] = [
  '4294967295',
  '-1',
  '99999999999999999999999999',
  '1e999',
  'NaN',
  '\u0000',
  '\u00ff\u00fe',
  '<![CDATA[',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&#x110000;',
  '</',
  '<a',
  '<<',
  '>>',
  'stream\n',
  'endobj',
  '0 0 R',
  '(((((',
  '[[[[[',
  '\u00e4\u00b8',
  '../../../x',
  '\r\n\r\n',
  ',,,,,,',
  '"',
  '2020-99-99',
];

/** Bytes a little or much unlike those given; the same random gives the same bytes. */
export function mutate(bytes: Uint8Array, others: readonly Uint8Array[], random: Random): Buffer {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  // A packed part that was changed hardly ever unpacks: the parts are changed inside, too.
  if (isZip && random.between(0, 3) > 0) return mutatePart(bytes, random);
  // XML and text that do not parse any more end at once: half of all get other values and stay well-formed.
  const isText = bytes[0] === 0x3c || bytes[0] === 0xef;
  if (isText && random.between(0, 1) === 0) return replaceNumber(Buffer.from(bytes), random);
  let changed: Buffer = Buffer.from(bytes);
  for (let turn = random.between(1, 4); turn > 0; turn -= 1) changed = changeOnce(changed, others, random);
  return changed;
}

function mutatePart(bytes: Uint8Array, random: Random): Buffer {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = random.pick(names);
  const part = parts[name];
  if (part === undefined) return Buffer.from(bytes);
  const others = Object.values(parts);
  if (random.between(0, 9) === 0) delete parts[name];
  else parts[name] = new Uint8Array(changeOnce(Buffer.from(part), others, random));
  return Buffer.from(zipSync(parts, { level: 1 }));
}

function changeOnce(bytes: Buffer, others: readonly Uint8Array[], random: Random): Buffer {
  const at = random.between(0, Math.max(0, bytes.length - 1));
  const length = random.between(1, Math.max(1, Math.min(200, bytes.length - at)));
  const before = bytes.subarray(0, at);
  const behind = bytes.subarray(at + length);
  switch (random.between(0, 7)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      for (let turn = random.between(1, 20); turn > 0 && flipped.length > 0; turn -= 1)
        flipped[random.between(0, flipped.length - 1)] = random.between(0, 255);
      return flipped;
    }
    case 1:
      return Buffer.from(before);
    case 2:
      return Buffer.concat([before, behind]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at, at + length), behind]);
    case 4:
      return Buffer.concat([before, Buffer.from(random.pick(NASTY), 'latin1'), bytes.subarray(at)]);
    case 5: {
      const other = random.pick(others);
      const from = random.between(0, Math.max(0, other.length - 1));
      return Buffer.concat([before, other.subarray(from, from + random.between(1, 2000)), behind]);
    }
    case 6: {
      const piece = bytes.subarray(at, at + length);
      return Buffer.concat([before, ...Array.from({ length: random.between(2, 200) }, () => piece), behind]);
    }
    default:
      return replaceNumber(bytes, random);
  }
}

/** One number of the text becomes another: lengths, offsets, sizes, ids. */
function replaceNumber(bytes: Buffer, random: Random): Buffer {
  const text = bytes.toString('latin1');
  const numbers = [...text.matchAll(/\d+/g)];
  const found = numbers.length === 0 ? undefined : numbers[random.between(0, numbers.length - 1)];
  if (found === undefined) return bytes;
  const other = random.pick(['0', '-1', '1', '65535', '2147483647', '4294967296', '9'.repeat(40)]);
  return Buffer.from(
    `${text.slice(0, found.index)}${other}${text.slice(found.index + found[0].length)}`,
    'latin1',
  );
}
