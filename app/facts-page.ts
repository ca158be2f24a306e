import type { FactCatalogue } from '../platform/ledger/index.ts'

/** The documentation of the public ledger, made from the catalogues: `docs/facts.md`. */
export function factsPage(facts: FactCatalogue): string {
  const byStage = Map.groupBy(Object.entries(facts), ([kind]) => kind.slice(0, kind.indexOf('.')))
  const tables = [...byStage].map(([stage, entries]) =>
    [
      `## ${stage}`,
      '',
      '| Fact | What it says |',
      '|---|---|',
      ...entries.map(([kind, sentence]) => `| \`${kind}\` | ${sentence} |`),
      '',
    ].join('\n'),
  )
  return [
    '# What the public ledger holds',
    '',
    'Generated from the stages’ `facts.ts`; checked for drift. Each entry is canonical JSON (RFC 8785) of',
    '`{"v":1,"t":kind,"p":problem,"at":time,"pub":public fields,"c":commitment or null}`; its leaf hash is SHA-256 over a zero',
    'byte and these bytes (RFC 6962). The commitment is HMAC-SHA-256, keyed with 32 random bytes kept apart, over',
    '`folkmoot-commit/v1`, a line end, the kind, a line end, and canonical JSON of the payload.',
    '',
    ...tables,
  ].join('\n')
}
