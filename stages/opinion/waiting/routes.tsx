import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { houseRules, mayModerate, moderationWords } from '../../../platform/moderation/index.ts'
import { alikeGroups } from '../../../platform/near/index.ts'
import { Said } from '../../../ui/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { opinionWords } from '../messages/words.ts'
import { formPage, refusedWith } from '../show.tsx'
import { consultationOf } from '../store.ts'
import { letManyThrough, letThrough, refuseMany, refuseWaiting } from './commands.ts'
import { WaitingPage } from './pages/waiting-page.tsx'
import { dueAfter } from './rules.ts'
import { waitingIn } from './store.ts'

const judgeForm = fields({
  // Several where they say nearly the same: judged together.
  id: field.text({ most: 20_000 }),
  act: field.choice(['let-through', 'refuse']),
  rule: field.optional(field.choice(houseRules)),
  reason: field.optionalText({ most: 1000 }),
})

export const waitingRoutes: readonly Route[] = [
  route('opinion.waiting', { allowed: mayModerate, records: 'nothing' }, (visit) => waitingPage(visit)),

  route(
    'opinion.judge',
    { allowed: mayModerate, records: ['opinion.let-through', 'moderation.hidden'] },
    async (visit) => {
      const form = readForm(visit, judgeForm)
      if (!form.ok) return waitingPage(visit, form.errors)
      const { id, act, rule, reason } = form.value
      const ids = id.split(' ')
      const { problem: slug } = visit.params
      const say = opinionWords.say(visit.lang)
      const done = (text: string): Reply => redirectSaying(visit.to('opinion.waiting', visit.params), { text })
      if (act === 'let-through' && ids.length > 1) {
        const through = await letManyThrough(visit.database, visit.actor, { slug, ids })
        return through.ok
          ? done(say('waiting.done-many-through', { count: through.value }))
          : refusedWith(visit, through.refusal)
      }
      if (act === 'let-through') {
        const through = await letThrough(visit.database, visit.actor, { slug, id })
        if (!through.ok) return refusedWith(visit, through.refusal)
        return done(say('waiting.done-through', { number: through.value.number }))
      }
      if (rule === null) return waitingPage(visit, [{ field: 'rule', text: visit.common('choose-one') }])
      const no =
        ids.length > 1
          ? await refuseMany(visit.database, visit.actor, { slug, ids, rule, reason })
          : await refuseWaiting(visit.database, visit.actor, { slug, id, rule, reason })
      if (no.ok) {
        const many = say('waiting.done-many-refused', { count: ids.length })
        return ids.length > 1
          ? redirectSaying(`${visit.to('moderation')}#undo`, { text: many })
          : done(say('waiting.done-refused'))
      }
      const { refusal } = no
      if (refusal === 'reason-needed')
        return waitingPage(visit, [{ field: 'reason', text: moderationWords.say(visit.lang)('refused.reason-needed') }])
      return refusal === 'official-act' || refusal === 'already-hidden'
        ? refused(moderationWords.say(visit.lang)(`refused.${refusal}`))
        : refusedWith(visit, refusal)
    },
  ),
]

const onPage = 20
/** Of those that say nearly the same so many are judged with one press; the next come after them. */
const mostTogether = 500

type AtQueue = Visit<'opinion.waiting'> | Visit<'opinion.judge'>

async function waitingPage(visit: AtQueue, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const consultation = problem && (await consultationOf(visit.read, problem.id))
  if (!consultation) return notFound()
  const say = opinionWords.say(visit.lang)
  const waiting = await waitingIn(visit.read, consultation.id)
  const groups = alikeGroups(waiting.map(({ text }) => text))
  const of = Math.max(1, Math.ceil(groups.length / onPage))
  const page = Math.min(of, Math.max(1, Math.trunc(Number(visit.query.get('page') ?? '1')) || 1))
  return formPage(visit, {
    problem,
    title: say('waiting.title'),
    errors,
    body: (
      <WaitingPage
        reader={visit}
        say={say}
        now={visit.now}
        slug={problem.slug}
        question={<Said lang={problem.language}>{problem.question}</Said>}
        isBefore={consultation.moderation === 'before'}
        all={waiting.length}
        pages={{ number: page, of }}
        groups={groups.slice((page - 1) * onPage, page * onPage).map((places) =>
          places.slice(0, mostTogether).flatMap((place) => {
            const one = waiting[place]
            return one ? [{ ...one, due: dueAfter(one.writtenAt, consultation.closesAt, visit.jurisdiction) }] : []
          }),
        )}
        typed={visit.form.typed}
        errors={errors}
      />
    ),
  })
}
