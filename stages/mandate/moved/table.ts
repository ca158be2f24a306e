import { csvOf } from '@folkmoot/basics/csv.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { NamedProblem } from '../../problem/index.ts'
import { backOn, whereIs } from './rules.ts'
import type { Moved } from './store.ts'

/** For machines, so in English and with whole dates; what is unknown stays empty. */
const columns = [
  'case',
  'number',
  'question',
  'what',
  'kind',
  'from',
  'decided_by',
  'decided_on',
  'reference',
  'for',
  'against',
  'abstained',
  'what_stays',
  'until',
  'state',
  'back_on',
  'why_back',
  'hours_freed',
] as const

export type Naming = {
  readonly today: Temporal.PlainDate
  readonly named: ReadonlyMap<Id<'problem'>, NamedProblem>
  readonly bodyNames: ReadonlyMap<Id<'body'>, string>
}

/** The register as a table that spreadsheets open. */
export function movedTable(moved: readonly Moved[], { today, named, bodyNames }: Naming): string {
  return csvOf([
    columns,
    ...moved.map((one) => {
      const problem = named.get(one.problem)
      const isBack = whereIs(one, today) === 'back'
      return [
        problem?.slug,
        String(one.number),
        problem?.question,
        one.what,
        one.kind,
        bodyNames.get(one.from),
        bodyNames.get(one.body),
        one.decidedOn?.toString(),
        one.reference,
        counted(one.votesFor),
        counted(one.votesAgainst),
        counted(one.abstentions),
        one.stays,
        one.endsOn.toString(),
        isBack ? 'back' : 'moved',
        isBack ? backOn(one).toString() : '',
        one.returnedWords,
        counted(one.freedHours),
      ]
    }),
  ])
}

function counted(count: number | null): string {
  return count === null ? '' : String(count)
}
