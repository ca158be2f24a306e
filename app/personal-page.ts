import { purposes, type Columns, type Personal } from '../platform/personal/index.ts'

/** What is kept of people, column by column, made from the catalogues beside the tables: `docs/personal-data.md`. */
export function personalPage(bySchema: Readonly<Record<string, Personal>>): string {
  const sections = Object.entries(bySchema).flatMap(([schema, { held }]) => {
    if (held.length === 0) return []
    const rows = held.map(({ purpose, until, by, columns }) => {
      const acts = by.map(({ name }) => `\`${name}\``).join(', ') || '–'
      return `| ${namesOf(columns)} | ${purpose} | ${until} | ${acts} |`
    })
    return [`## ${schema}`, '', '| Columns | Purpose | Kept until | Erased by |', '|---|---|---|---|', ...rows, '']
  })
  return [
    '# What is kept of people, and until when',
    '',
    'Generated from the `personal.ts` beside the tables; checked for drift. Every column that can hold words, bytes or lead to somebody is',
    'here, or is named there as one that holds nothing of anybody. “She leaves” is the day an account goes: 14 days after she asks on her',
    'page. “No end” is what the public record is for; how long the place keeps a case as a whole is its own decision (`docs/dpia.md`).',
    'What was erased comes back with no backup: `docs/security.md` says how.',
    '',
    '| Purpose | Basis in the GDPR |',
    '|---|---|',
    ...Object.entries(purposes).map(([purpose, basis]) => `| ${purpose} | ${basis} |`),
    '',
    ...sections,
  ].join('\n')
}

function namesOf(columns: Columns): string {
  return Object.entries(columns)
    .map(([table, names]) => `\`${table}\`: ${names.replaceAll(' ', ', ')}`)
    .join(' · ')
}
