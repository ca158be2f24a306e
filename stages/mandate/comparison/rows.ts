import type { SayMandate } from '../messages/words.ts'
import type { MandateWriter } from '../pages/lines.ts'
import { ruleWords } from '../promise.ts'
import type { Compared } from './store.ts'

export function columnsOf(say: SayMandate): readonly string[] {
  return [
    say('field.question'),
    say('mandates.version'),
    say('field.promise'),
    say('mandates.composition'),
    say('mandates.time'),
    say('field.meetings'),
    say('field.answerRule'),
    say('mandates.state'),
    say('mandates.lowered'),
  ]
}

export type ComparedRow = { readonly slug: string; readonly cells: readonly string[] }

/** One line a version, in the order of the columns; what a told case does not say is unknown. */
export function rowsOf({ reader, say }: MandateWriter, mandates: readonly Compared[]): readonly ComparedRow[] {
  const unknown = reader.common('unknown')
  return mandates.map((mandate) => {
    const { politicians, citizens, startsOn, endsOn, meetings, promise } = mandate
    const seats = (count: number | null): string | number => count ?? unknown
    return {
      slug: mandate.slug,
      cells: [
        mandate.question,
        String(mandate.version),
        promise === null ? unknown : say(`level.${promise}`),
        say('mandates.seats', { politicians: seats(politicians), citizens: seats(citizens) }),
        startsOn && endsOn ? `${startsOn.toString()} – ${endsOn.toString()}` : unknown,
        meetings === null ? unknown : String(meetings),
        ruleWords(say, mandate.answerRule) || unknown,
        say(`state.${mandate.state}`),
        say(mandate.isLowered ? 'mandates.yes' : 'mandates.no'),
      ],
    }
  })
}

/** RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
