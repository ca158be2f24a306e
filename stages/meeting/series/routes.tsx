import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { mayPrepare } from '../rules.ts'
import * as commands from './commands.ts'
import { readSeries } from './form.ts'
import type { SeriesKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { layPage, say, wishesPage } from './show.tsx'

const wishForm = fields({
  kind: field.choice(['move', 'drop', 'add']),
  meeting: field.optional(field.number({ least: 1 })),
  day: field.optional(field.date()),
  starts: field.optional(field.time()),
  ends: field.optional(field.time()),
  words: field.text({ most: 1000 }),
})
const answerForm = fields({
  answer: field.choice(['grant', 'decline']),
  reason: field.optionalText({ most: 1000 }),
})

export const seriesRoutes: readonly Route[] = [
  route('meeting.laying', { allowed: mayPrepare, records: 'nothing' }, (visit) => layPage(visit)),

  route('meeting.lay', { allowed: mayPrepare, records: ['meeting.series-laid'] }, async (visit) => {
    const form = readSeries(visit)
    if (!form.ok) return layPage(visit, form.errors)
    const laid = await commands.laySeries(visit.database, visit.actor, {
      slug: visit.params.problem,
      ...form.value,
    })
    if (laid.ok)
      return redirectSaying(visit.to('meeting.series', visit.params), {
        text: say(visit)('done.laid', laid.value),
        next: say(visit)('done.laid-next'),
      })
    const errors = errorsOf(visit, laid.refusal)
    return errors ? layPage(visit, errors) : refused(say(visit)(`refused.${laid.refusal}`))
  }),

  route('meeting.wishes', { allowed: anyone, records: 'nothing' }, (visit) => wishesPage(visit)),

  route('meeting.wish', { allowed: rules.mayWish, records: ['meeting.change-wished'] }, async (visit) => {
    const form = readForm(visit, wishForm)
    if (!form.ok) return wishesPage(visit, form.errors)
    const { meeting: number, ...rest } = form.value
    const wished = await commands.wishChange(visit.database, visit.actor, {
      slug: visit.params.problem,
      number,
      ...rest,
    })
    if (wished.ok) return back(visit, 'wished')
    const errors = errorsOf(visit, wished.refusal)
    return errors ? wishesPage(visit, errors) : refused(say(visit)(`refused.${wished.refusal}`))
  }),

  route(
    'meeting.answer-wish',
    {
      allowed: mayPrepare,
      records: ['meeting.wish-answered', 'meeting.changed', 'meeting.called', 'meeting.cancelled'],
    },
    async (visit) => {
      const form = readForm(visit, answerForm)
      if (!form.ok) return wishesPage(visit, form.errors)
      const isGranted = form.value.answer === 'grant'
      const answered = await commands.answerWish(visit.database, visit.actor, {
        slug: visit.params.problem,
        number: Number(visit.params.number),
        isGranted,
        reason: form.value.reason,
      })
      if (answered.ok) return back(visit, isGranted ? 'granted' : 'declined')
      if (answered.refusal === 'reason-needed')
        return wishesPage(visit, [{ field: 'reason', text: say(visit)('refused.reason-needed') }])
      return refused(say(visit)(`refused.${answered.refusal}`))
    },
  ),
]

/** Which field a refusal is about, where it is about one. */
const fieldOf: Readonly<Record<string, string>> = {
  'days-in-order': 'day-2',
  'in-the-past': 'day',
  'ends-before-start': 'ends',
  'too-long-meeting': 'ends',
  'which-meeting': 'meeting',
  'when-needed': 'day',
  'is-cancelled': 'meeting',
  'has-begun': 'meeting',
}

type RefusalKey = Extract<SeriesKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

function errorsOf(visit: Visit, code: RefusalKey): readonly FieldError[] | undefined {
  const name = fieldOf[code]
  if (name === undefined) return undefined
  const isRow = name === 'day' && visit.form.typed['day-1'] !== undefined
  return [{ field: isRow ? 'day-1' : name, text: say(visit)(`refused.${code}`) }]
}

type OfWishes = Visit<'meeting.wish'> | Visit<'meeting.answer-wish'>

function back(visit: OfWishes, what: 'wished' | 'granted' | 'declined') {
  return redirectSaying(visit.to('meeting.wishes', { problem: visit.params.problem }), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}
