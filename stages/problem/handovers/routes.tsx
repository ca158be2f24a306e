import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { allJurisdictions } from '../../../platform/directory/index.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { handoverWords, type HandoverKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { askingPage, handoverPage, handoversPage, type AtProblem } from './show.tsx'

const uuid = field.text({ most: 36 })
const askForm = fields({ to: uuid, reason: field.text({ most: 2000 }) })
const inviteForm = fields({ reason: field.text({ most: 2000 }) })
const answerForm = fields({
  answer: field.choice(['accept', 'decline']),
  words: field.optionalText({ most: 2000 }),
  reason: field.optionalText({ most: 2000 }),
})

export const handoverRoutes: readonly Route[] = [
  route('problem.handovers', { allowed: anyone, records: 'nothing' }, (visit) => handoversPage(visit)),

  route('problem.handover', { allowed: anyone, records: 'nothing' }, (visit) => handoverPage(visit)),

  route(
    'problem.answer-handover',
    {
      allowed: rules.mayHandOver,
      records: ['problem.handover-answered', 'problem.raised', 'problem.sponsored'],
    },
    async (visit) => {
      const form = readForm(visit, answerForm)
      if (!form.ok) return handoverPage(visit, form.errors)
      const isAccepted = form.value.answer === 'accept'
      const box = isAccepted ? 'words' : 'reason'
      const answered = await commands.answerHandover(visit.database, visit.actor, {
        number: rules.numberIn(visit.params.number),
        isAccepted,
        reason: form.value[box],
        language: visit.lang,
      })
      if (!answered.ok) {
        const isAboutWords = answered.refusal === 'reason-needed'
        return handoverPage(visit, [complaint(visit, answered.refusal, isAboutWords ? box : '')])
      }
      const { slug } = answered.value
      const say = handoverWords.say(visit.lang)
      if (slug === null) {
        return redirectSaying(visit.to('problem.handover', { number: visit.params.number }), {
          text: say('done.declined'),
          next: say('done.declined-next'),
        })
      }
      return redirectSaying(visit.to('journey', { problem: slug }), {
        text: say('done.accepted'),
        next: say('done.accepted-next'),
      })
    },
  ),

  route('problem.handing-over', { allowed: rules.mayHandOver, records: 'nothing' }, (visit) =>
    askingPage(visit, 'whole'),
  ),

  route('problem.hand-over', { allowed: rules.mayHandOver, records: ['problem.handover-asked'] }, (visit) => {
    const form = readForm(visit, askForm)
    if (!form.ok) return askingPage(visit, 'whole', form.errors)
    return ask(visit, 'whole', { to: [form.value.to], reason: form.value.reason })
  }),

  route('problem.inviting-parts', { allowed: rules.mayHandOver, records: 'nothing' }, (visit) =>
    askingPage(visit, 'part'),
  ),

  route('problem.invite-parts', { allowed: rules.mayHandOver, records: ['problem.handover-asked'] }, (visit) => {
    const form = readForm(visit, inviteForm)
    const to = visit.form.typed['to'] ?? []
    const none = to.length === 0 ? [{ field: 'to', text: visit.common('choose-one') }] : []
    if (!form.ok) return askingPage(visit, 'part', [...none, ...form.errors])
    if (none.length > 0) return askingPage(visit, 'part', none)
    return ask(visit, 'part', { to, reason: form.value.reason })
  }),
]

type Typed = { readonly to: readonly string[]; readonly reason: string }

async function ask(visit: AtProblem, kind: rules.HandoverKind, { to, reason }: Typed): Promise<Reply> {
  const asked = await commands.askOther(visit.database, visit.actor, {
    slug: visit.params.problem,
    kind,
    to: to.map((id) => parseId('jurisdiction', id)),
    reason,
    from: visit.jurisdiction,
    places: await allJurisdictions(visit.database),
  })
  if (!asked.ok) return askingPage(visit, kind, [complaint(visit, asked.refusal, fieldOf[asked.refusal] ?? '')])
  const say = handoverWords.say(visit.lang)
  return redirectSaying(`${visit.to('problem.page', { problem: visit.params.problem })}#levels`, {
    text: say('done.asked', { count: asked.value.count }),
    next: say('done.asked-next'),
  })
}

const fieldOf: Readonly<Record<string, string>> = {
  'no-such-place': 'to',
  'same-place': 'to',
  'told-place': 'to',
  'unrelated-place': 'to',
  'not-a-member': 'to',
  'came-from-there': 'to',
  'asked-already': 'to',
  'reason-needed': 'reason',
}

type Refusal = Extract<HandoverKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

function complaint(visit: Visit, refusal: Refusal, name: string): FieldError {
  return { field: name, text: handoverWords.say(visit.lang)(`refused.${refusal}`) }
}
