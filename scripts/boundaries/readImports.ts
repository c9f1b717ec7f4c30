import { type Expression, type ObjectPattern, parseSync, Visitor } from 'oxc-parser';

/** One import, export-from, import(), require() or import('…').Type as it stands in the source. */
export type WrittenImport = {
  /** The text between the quotes; null when it is computed and so cannot be checked. */
  readonly specifier: string | null;
  /** Imported names; `*` stands for the whole module (namespace, default, side effect, import()). */
  readonly names: readonly string[];
  readonly typeOnly: boolean;
  readonly line: number;
};

/**
 * Reads every way in which a TypeScript file can reach another module. dependency-cruiser and its like
 * need a TypeScript below 7 to do this; a parser needs none.
 * @throws when the file is not valid TypeScript
 */
export function readImports(file: string, source: string): readonly WrittenImport[] {
  const { program, errors } = parseSync(file, source);
  const broken = errors[0];
  if (broken !== undefined) throw new Error(`${file}: ${broken.message}`);
  const found: WrittenImport[] = [];
  const add = (
    start: number,
    specifier: string | null,
    names: readonly string[],
    typeOnly: boolean,
  ): void => {
    found.push({ specifier, names, typeOnly, line: source.slice(0, start).split('\n').length });
  };
  /** Names taken at once from an import(), by the place of that import. */
  const taken = new Map<number, readonly string[]>();
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (init?.type !== 'AwaitExpression' || init.argument.type !== 'ImportExpression') return;
      if (id.type === 'ObjectPattern') taken.set(init.argument.start, id.properties.map(propertyName));
    },
    ImportDeclaration(node) {
      const names = node.specifiers.map((item) =>
        item.type === 'ImportSpecifier' && item.imported.type === 'Identifier' ? item.imported.name : '*',
      );
      add(node.start, node.source.value, names.length === 0 ? ['*'] : names, node.importKind === 'type');
    },
    ExportNamedDeclaration(node) {
      if (node.source === null) return;
      const names = node.specifiers.map(({ local }) => (local.type === 'Identifier' ? local.name : '*'));
      add(node.start, node.source.value, names, node.exportKind === 'type');
    },
    ExportAllDeclaration(node) {
      add(node.start, node.source.value, ['*'], node.exportKind === 'type');
    },
    ImportExpression(node) {
      add(node.start, literal(node.source), taken.get(node.start) ?? ['*'], false);
    },
    TSImportType(node) {
      add(node.start, node.source.value, ['*'], true);
    },
    CallExpression(node) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'require') return;
      const first = node.arguments[0];
      const computed = first === undefined || first.type === 'SpreadElement';
      add(node.start, computed ? null : literal(first), ['*'], false);
    },
  }).visit(program);
  return found;
}

function propertyName(property: ObjectPattern['properties'][number]): string {
  if (property.type === 'RestElement' || property.computed || property.key.type !== 'Identifier') return '*';
  return property.key.name;
}

function literal(node: Expression): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? null;
  return null;
}
