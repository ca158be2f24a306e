import { List, Note } from '../../../../ui/index.ts'
import type { MandateWriter } from '../../pages/lines.ts'
import type { Warning } from '../rules.ts'

type Props = Pick<MandateWriter, 'reader' | 'say'> & { readonly warnings: readonly Warning[]; readonly title: string }

/** What to be careful of, in sentences; nothing is blocked by it. */
export function WarningList({ reader, say, warnings, title }: Props) {
  if (warnings.length === 0) return null
  return (
    <Note icon="late">
      <p>
        <strong>{title}</strong>
      </p>
      <List isTight items={warnings.map((warning) => warningText({ reader, say }, warning))} />
    </Note>
  )
}

/** Days are kept as YYYY-MM-DD and said in the reader's words. */
export function warningText({ reader, say }: Pick<MandateWriter, 'reader' | 'say'>, { kind, values }: Warning): string {
  const said = Object.entries(values).map(([name, value]) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? [name, reader.time.day(Temporal.PlainDate.from(value))]
      : [name, value],
  )
  return say(`warning.${kind}`, Object.fromEntries(said) as Record<string, string | number>) // the same names, days in words
}
