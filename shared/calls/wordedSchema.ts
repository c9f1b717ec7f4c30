import type { FieldWords } from './rowWords.ts';

type Json = Record<string, unknown>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON Schema of an object with the words of its properties: titles, units, choices; also inside lists. */
export function wordedProperties(schema: unknown, words: Readonly<Record<string, FieldWords>>): Json {
  if (!isJson(schema)) return {};
  if (isJson(schema.items)) return { ...schema, items: wordedProperties(schema.items, words) };
  if (Array.isArray(schema.anyOf))
    return { ...schema, anyOf: schema.anyOf.map((one: unknown) => wordedProperties(one, words)) };
  if (!isJson(schema.properties)) return isJson(schema.propertyNames) ? wordedRecord(schema, words) : schema;
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [name, worded(property, words[name])]),
    ),
  };
}

/** A record of fixed keys, spelled out so that every key has its title. */
function wordedRecord(schema: Json, words: Readonly<Record<string, FieldWords>>): Json {
  const { propertyNames: _names, additionalProperties: value, ...rest } = schema;
  return {
    ...rest,
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(words).map(([key, one]) => [key, worded(value, one)])),
  };
}

function worded(schema: unknown, words: FieldWords | undefined): Json {
  const inner = isJson(schema) ? schema : {};
  if (words === undefined) return inner;
  const { title, description, choices, fields } = words;
  const told = { title, ...(description === undefined ? {} : { description }) };
  if (choices !== undefined) {
    const { enum: _enum, type: _type, ...rest } = inner;
    return { ...rest, ...told, oneOf: titled(choices) };
  }
  return { ...(fields === undefined ? inner : wordedProperties(inner, fields)), ...told };
}

/** Fixed choices, each with its title. */
export function titled(choices: Readonly<Record<string, string>>): Json[] {
  return Object.entries(choices).map(([id, title]) => ({ const: id, title }));
}
