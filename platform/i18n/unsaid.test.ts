import { expect, test } from 'vitest'

const catalogues = import.meta.glob<Record<string, string>>('/{platform,stages,overview,app}/**/messages/en.json', {
  eager: true,
  import: 'default',
})
const sources = import.meta.glob<string>(
  [
    '/{basics,methods,platform,ui,stages,overview,app}/**/*.{ts,tsx}',
    '!/**/node_modules/**',
    '!/**/*.test.{ts,tsx}',
    '!/**/canary-*.ts', // `walls.mjs` plants and takes it while this runs
  ],
  { eager: true, query: '?raw', import: 'default' },
)

/** What a message is said with: `'told.kept'`, or `told.${standing}` whose end stands in quotation marks somewhere. */
function sayings(paths: readonly string[]) {
  const text = paths.map((path) => sources[path] ?? '').join('\n')
  const quoted = new Set(text.match(/'[\w.-]+'/g)?.map((words) => words.slice(1, -1)))
  const made = (text.match(/`(?:[\w.-]|\$\{[^`{}\n]*\})+`/g) ?? [])
    .map((template) =>
      template
        .slice(1, -1)
        .replaceAll('.', '[.]')
        .replaceAll(/\$\{[^}]*\}/g, '(.+)'),
    )
    .filter((pattern) => /[a-z]/.test(pattern))
    .map((pattern) => new RegExp(`^${pattern}$`))
  return { quoted, made }
}

const everywhere = sayings(Object.keys(sources))

test.each(Object.entries(catalogues))('%s has no message that nobody says', (path, messages) => {
  // A stage says its own messages; pages of `overview` use one another's; those of `platform` are for all.
  const owner = /^[/](?:stages[/][^/]+|overview|app)[/]/.exec(path)?.[0] ?? '/'
  const own = sayings(Object.keys(sources).filter((source) => source.startsWith(owner)))
  const isSaid = (key: string): boolean =>
    own.quoted.has(key) ||
    [...own.made, ...(key.startsWith('refused.') ? everywhere.made : [])].some(
      (pattern) =>
        pattern
          .exec(key)
          ?.slice(1)
          .every((part) => everywhere.quoted.has(part)) ?? false,
    )
  expect(Object.keys(messages).filter((key) => !isSaid(key))).toEqual([])
})
