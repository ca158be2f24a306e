import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { mayRecord, ways } from '../by-staff/rules.ts'
import { recordsPage } from '../by-staff/show.tsx'
import * as commands from './commands.ts'
import type { OnBehalfKey } from './messages/words.ts'
import { answers } from './rules.ts'
import { answeringPage, say } from './show.tsx'

const recordForm = fields({
  way: field.choice(ways),
  answer: field.choice(answers),
  words: field.optionalText({ most: 1000 }),
})
const decideForm = fields({ answer: field.choice(['confirm', 'return']), why: field.optionalText({ most: 500 }) })

export const onBehalfRoutes: readonly Route[] = [
  route('arena.recording-answer', { allowed: mayRecord, records: 'nothing' }, (visit) => answeringPage(visit)),

  route('arena.record-answer', { allowed: mayRecord, records: ['arena.answer-written-down'] }, async (visit) => {
    const form = readForm(visit, recordForm)
    if (!form.ok) return answeringPage(visit, form.errors)
    const recorded = await commands.recordAnswer(visit.database, visit.actor, {
      ...form.value,
      slug: visit.params.problem,
      receipt: Number(visit.params.number),
    })
    return recorded.ok ? back(visit, 'recorded') : complain(visit, recorded.refusal)
  }),

  route(
    'arena.decide-answer',
    {
      allowed: mayRecord,
      records: [
        'arena.answer-confirmed',
        'arena.seated',
        'arena.offer-refused',
        'arena.application-withdrawn',
        'arena.seat-left',
      ],
    },
    async (visit) => {
      const number = Number(visit.params.number)
      const form = readForm(visit, decideForm)
      if (!form.ok) return recordsPage(visit, form.errors, { answer: number })
      const isConfirmed = form.value.answer === 'confirm'
      const decided = await commands.decideAnswer(visit.database, visit.actor, {
        slug: visit.params.problem,
        number,
        why: isConfirmed ? null : form.value.why,
      })
      if (decided.ok) return back(visit, isConfirmed ? 'confirmed' : 'returned')
      if (decided.refusal === 'why-needed')
        return recordsPage(visit, [{ field: 'why', text: say(visit)('refused.why-needed') }], { answer: number })
      return complain(visit, decided.refusal)
    },
  ),
]

type Of = Visit<'arena.record-answer'> | Visit<'arena.decide-answer'>

function back(visit: Of, what: 'recorded' | 'confirmed' | 'returned'): Reply {
  return redirectSaying(visit.to('arena.staff-records', { problem: visit.params.problem }), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}

type Said = Extract<OnBehalfKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

const said: ReadonlySet<string> = new Set<Said>([
  'only-staff',
  'no-such-problem',
  'no-such-record',
  'not-confirmed',
  'answer-waits-already',
  'nothing-to-answer',
  'answer-too-late',
  'second-person',
  'decided-already',
  'seat-went-on',
  'grace-over',
])

/** What the rules of offers and applications say of what happened meanwhile is told to staff in one sentence. */
function complain(visit: Of, refusal: string): Reply {
  const isSaid = (code: string): code is Said => said.has(code)
  const isAboutRights = refusal === 'second-person' || refusal === 'only-staff'
  const text = say(visit)(isSaid(refusal) ? `refused.${refusal}` : 'refused.happened-otherwise')
  return refused(text, isAboutRights ? 403 : 409)
}
