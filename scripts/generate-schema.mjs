// Writes platform/db/schema.gen.ts from a migrated database: one interface per table, columns branded by their domain.
// Usage: node scripts/generate-schema.mjs <postgres url> [--check]
import { readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'

const [url, flag] = process.argv.slice(2)
const target = new URL('../platform/db/schema.gen.ts', import.meta.url)

const plainTypes = {
  tsvector: 'string',
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'Temporal.PlainDate',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  text: 'string',
  timestamptz: 'Temporal.Instant',
  uuid: 'string',
  jsonb: 'Json',
}

const client = new pg.Client({ connectionString: url })
await client.connect()
const { rows } = await client.query(`
  select n.nspname as schema, c.relname as table, a.attname as column,
    t.typname as type, tn.nspname as type_schema, et.typname as element, en.nspname as element_schema,
    a.attnotnull as required, a.atthasdef or a.attidentity <> '' as defaulted, a.attgenerated <> '' as generated
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  join pg_namespace tn on tn.oid = t.typnamespace
  left join pg_type et on et.oid = t.typelem and t.typcategory = 'A'
  left join pg_namespace en on en.oid = et.typnamespace
  where c.relkind in ('r', 'p', 'v') and n.nspname !~ '^(pg_|information_schema|pgboss)'
  order by 1, 2, a.attnum`)
await client.end()

const text = render(rows)
if (flag === '--check') {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('platform/db/schema.gen.ts does not fit the migrations. Run: npm run generate')
    process.exit(1)
  }
} else writeFileSync(target, text)

function render(columns) {
  const tables = Map.groupBy(columns, ({ schema, table }) => `${schema}.${table}`)
  return [
    '// Generated from the migrated database by scripts/generate-schema.mjs; checked for drift. Do not edit.',
    "import type { Id } from '@folkmoot/basics/ids.ts'",
    "import type { Json } from '@folkmoot/basics/json.ts'",
    "import type { ColumnType, Generated } from 'kysely'",
    '',
    'export interface Schema {',
    ...[...tables.keys()].map((name) => `  '${name}': ${typeName(name)}`),
    '}',
    ...[...tables].flatMap(([name, cols]) => ['', `export interface ${typeName(name)} {`, ...cols.map(column), '}']),
    '',
  ].join('\n')
}

function typeName(name) {
  return name.replace(/(^|[._])([a-z])/g, (_, __, letter) => letter.toUpperCase())
}

function column({ column, type, type_schema, element, element_schema, required, defaulted, generated }) {
  const base = element ? `readonly ${valueType(element, element_schema)}[]` : valueType(type, type_schema)
  const whole = required ? base : `${base} | null`
  // jsonb takes its text: the driver would send an array as a PostgreSQL array.
  const written =
    type === 'jsonb'
      ? `ColumnType<${whole}, string${required ? '' : ' | null'}${defaulted ? ' | undefined' : ''}, string${required ? '' : ' | null'}>`
      : null
  if (generated) return `  ${column}: ColumnType<${whole}, never, never>`
  return `  ${column}: ${written ?? (defaulted ? `Generated<${whole}>` : whole)}`
}

function valueType(name, schema) {
  if (schema === 'id') return `Id<'${name.replaceAll('_', '-')}'>`
  const plain = plainTypes[name]
  if (!plain) throw new Error(`no TypeScript type for ${schema}.${name}; add it to scripts/generate-schema.mjs`)
  return plain
}
