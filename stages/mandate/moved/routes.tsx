import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { isVoteRefusal, voteComplaint, voteFields } from '../../../platform/directory/votes/form.ts'
import { mayConfirmVote, mayRecordVote } from '../../../platform/directory/votes/rules.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import type { MovedKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { casePage, enteringPage, numberOf, placePage, say, tableFile, type AtMove } from './show.tsx'

const moveForm = fields({
  body: field.line({ most: 36 }),
  from: field.line({ most: 36 }),
  kind: field.choice(rules.businessKinds),
  what: field.text({ most: 500 }),
  stays: field.text({ most: 1000 }),
  endsOn: field.date(),
  freedHours: field.optional(field.number({ least: 0, most: 10_000 })),
  ...voteFields,
})
const backForm = fields({ words: field.text({ most: 1000 }) })

/** The register of what moved where (R19): of a place, and of a case. */
export const movedRoutes: readonly Route[] = [
  route('mandates.moved', { allowed: anyone, records: 'nothing' }, (visit) => placePage(visit)),
  route('mandates.moved-table', { allowed: anyone, records: 'nothing' }, (visit) => tableFile(visit)),
  route('mandate.moved', { allowed: anyone, records: 'nothing' }, (visit) => casePage(visit)),
  route('mandate.entering-move', { allowed: mayRecordVote, records: 'nothing' }, (visit) => enteringPage(visit)),

  route('mandate.enter-move', { allowed: mayRecordVote, records: ['mandate.move-drafted'] }, async (visit) => {
    const form = readForm(visit, moveForm)
    if (!form.ok) return enteringPage(visit, form.errors)
    const [body, from] = [parseId('body', form.value.body), parseId('body', form.value.from)]
    const choose = { text: visit.common('choose-one') }
    if (!from) return enteringPage(visit, [{ field: 'from', ...choose }])
    if (!body) return enteringPage(visit, [{ field: 'body', ...choose }])
    const { problem: slug } = visit.params
    const drafted = await commands.draftMove(visit.database, visit.actor, { ...form.value, slug, body, from })
    if (drafted.ok) return back(visit, 'drafted')
    const errors = errorsOf(visit, drafted.refusal)
    return errors ? enteringPage(visit, errors) : no(visit, drafted.refusal)
  }),

  route(
    'mandate.confirm-move',
    { allowed: mayConfirmVote, records: ['mandate.business-moved', 'mandate.move-lost'] },
    async (visit) => {
      const confirmed = await commands.confirmMove(visit.database, visit.actor, atOf(visit))
      if (!confirmed.ok) return no(visit, confirmed.refusal)
      return back(visit, confirmed.value.isMoved ? 'moved' : 'lost')
    },
  ),

  route('mandate.give-back', { allowed: rules.mayGiveBack, records: ['mandate.business-back'] }, async (visit) => {
    const form = readForm(visit, backForm)
    if (!form.ok) return casePage(visit, form.errors, numberOf(visit))
    const given = await commands.giveBack(visit.database, visit.actor, { ...atOf(visit), words: form.value.words })
    return given.ok ? back(visit, 'back') : no(visit, given.refusal)
  }),
]

function atOf(visit: AtMove) {
  return { slug: visit.params.problem, number: numberOf(visit) }
}

type Refusal = Extract<MovedKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

/** Which field a refusal is about, where it is about one. */
const fieldOf: Readonly<Partial<Record<Refusal, string>>> = {
  'stays-where-it-is': 'kind',
  'not-its-business': 'body',
  'before-the-mandate': 'decidedOn',
  'ends-too-soon': 'endsOn',
  'no-such-body': 'from',
}

type AnyRefusal = Refusal | Parameters<typeof voteComplaint>[1]

function errorsOf(visit: Visit, refusal: AnyRefusal): readonly FieldError[] | undefined {
  if (isVoteRefusal(refusal)) return [voteComplaint(visit.lang, refusal)]
  const name = fieldOf[refusal]
  return name === undefined ? undefined : [{ field: name, text: say(visit)(`refused.${refusal}`) }]
}

function no(visit: Visit, refusal: AnyRefusal): Reply {
  if (isVoteRefusal(refusal)) return refused(voteComplaint(visit.lang, refusal).text, 403)
  return refused(say(visit)(`refused.${refusal}`))
}

type AtCase = Visit & { readonly params: { readonly problem: string } }

function back(visit: AtCase, what: 'drafted' | 'moved' | 'lost' | 'back'): Reply {
  return redirectSaying(visit.to('mandate.moved', { problem: visit.params.problem }), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}
