import type { CheckKey, FoundKey } from '../checks.ts'

/** What the browser says while it checks a draw, in the reader's language; `{name}` stands for what it puts in. */
export type ReplayWords = {
  readonly checks: Readonly<Record<CheckKey, string>>
  readonly found: Readonly<Record<FoundKey, string>>
  readonly file: string
  readonly step: string
  readonly ok: string
  readonly no: string
  readonly skipped: string
  readonly good: string
  readonly bad: string
  readonly stopped: string
  readonly failed: string
  readonly unsafe: string
}

export function fill(template: string, values: Readonly<Record<string, string>> = {}): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
