import { csvOf as table } from '@folkmoot/basics/csv.ts'
import type { Column } from '../../../ui/index.ts'
import type { SayMandate } from '../messages/words.ts'
import type { MandateWriter } from '../pages/lines.ts'
import { ruleWords } from '../promise.ts'
import type { Compared } from './store.ts'

export function columnsOf(say: SayMandate): readonly Column[] {
  return [
    { label: say('field.question'), width: 'most' },
    { label: say('mandates.version') },
    { label: say('field.promise') },
    { label: say('mandates.composition') },
    { label: say('mandates.time') },
    { label: say('field.meetings') },
    { label: say('field.answerRule') },
    { label: say('mandates.state') },
    { label: say('mandates.lowered') },
  ]
}

export type ComparedRow = { readonly slug: string; readonly cells: readonly string[] }

/** One line a version, in the order of the columns; what a told case does not say is unknown. */
export function rowsOf(
  { reader, say }: MandateWriter,
  mandates: readonly Compared[],
  today: Temporal.PlainDate,
): readonly ComparedRow[] {
  const unknown = reader.common('unknown')
  return mandates.map((mandate) => {
    const { politicians, citizens, startsOn, endsOn, meetings, promise } = mandate
    return {
      slug: mandate.slug,
      cells: [
        mandate.question,
        String(mandate.version),
        promise === null ? unknown : say(`level.${promise}`),
        say('mandates.seats', {
          politicians:
            politicians === null
              ? say('mandates.politicians-unknown')
              : say('mandates.politicians', { count: politicians }),
          citizens:
            citizens === null ? say('mandates.citizens-unknown') : say('mandates.citizens', { count: citizens }),
        }),
        startsOn && endsOn
          ? say('mandates.from-to', { from: reader.time.dayInTable(startsOn), to: reader.time.dayInTable(endsOn) })
          : unknown,
        meetings === null ? unknown : String(meetings),
        ruleWords(say, mandate.answerRule) || unknown,
        stateOf(say, mandate, today),
        mandate.loweringReason === null
          ? say('mandates.no')
          : say('mandates.yes-because', { reason: mandate.loweringReason }),
      ],
    }
  })
}

/** By its own date: what later stages made of the work stands on the case. */
function stateOf(say: SayMandate, { state, endsOn, source }: Compared, today: Temporal.PlainDate): string {
  if (state !== 'adopted') return say(`state.${state}`)
  // Of a told case without its end nobody knows whether the work goes on.
  if (endsOn === null) return say(source === null ? 'state.adopted' : 'mandates.end-untold')
  return say(Temporal.PlainDate.compare(endsOn, today) < 0 ? 'mandates.ended' : 'state.adopted')
}

/** Names of the columns of the file: the same in every language. An empty cell is unknown. */
const csvColumns = [
  'problem',
  'version',
  'question',
  'promise',
  'politicians',
  'citizens',
  'starts_on',
  'ends_on',
  'meetings',
  'answer_count',
  'answer_unit',
  'open_questions',
  'questions',
  'state',
  'promise_lowered',
  'lowering_reason',
  'source',
] as const

/** The same as data, RFC 4180: days as YYYY-MM-DD, one column a value. */
export function csvOf(mandates: readonly Compared[]): string {
  const rows = mandates.map((mandate) => [
    mandate.slug,
    mandate.version,
    mandate.question,
    mandate.promise,
    mandate.politicians,
    mandate.citizens,
    mandate.startsOn?.toString(),
    mandate.endsOn?.toString(),
    mandate.meetings,
    mandate.answerRule?.count,
    mandate.answerRule?.unit,
    mandate.matters.length === 0
      ? null
      : mandate.matters.filter(({ room }) => room === 'open' || room === 'together').length,
    mandate.matters.length === 0 ? null : mandate.matters.length,
    mandate.state,
    mandate.isLowered ? 'yes' : 'no',
    mandate.loweringReason,
    mandate.source,
  ])
  return table([csvColumns, ...rows.map((row) => row.map((value) => value?.toString()))])
}
