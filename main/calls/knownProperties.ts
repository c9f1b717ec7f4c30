import { callJsonSchema } from './callJsonSchema.ts';

type Schema = Record<string, unknown>;

let schema: Schema | null = null;

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function schemas(value: unknown): Schema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

/** A schema with its references followed and its alternatives spread out. */
function alternatives(root: Schema, one: Schema): Schema[] {
  if (typeof one.$ref === 'string') {
    const target = one.$ref
      .replace(/^#\/?/, '')
      .split('/')
      .filter((step) => step !== '')
      .reduce<unknown>((inside, step) => (isSchema(inside) ? inside[step] : undefined), root);
    return isSchema(target) ? alternatives(root, target) : [];
  }
  const inside = [...schemas(one.anyOf), ...schemas(one.oneOf), ...schemas(one.allOf)];
  return inside.length === 0 ? [one] : inside.flatMap((part) => alternatives(root, part));
}

function step(root: Schema, one: Schema, key: string | number): Schema[] {
  const next =
    typeof key === 'number'
      ? [schemas(one.prefixItems)[key], one.items]
      : [isSchema(one.properties) ? one.properties[key] : undefined, one.additionalProperties];
  const found = next.find(isSchema);
  return found === undefined ? [] : alternatives(root, found);
}

/** Names of the properties an object may have at a path of a call file; empty where any name will do. */
export function knownProperties(path: readonly (string | number)[]): readonly string[] {
  schema ??= callJsonSchema();
  const root = schema;
  let here = alternatives(root, root);
  for (const key of path) here = here.flatMap((one) => step(root, one, key));
  return [...new Set(here.flatMap((one) => (isSchema(one.properties) ? Object.keys(one.properties) : [])))];
}
