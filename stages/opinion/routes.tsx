import { anyone } from '@folkmoot/basics/actor.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { choices } from '@folkmoot/tally/tally.ts'
import {
  field,
  fields,
  readForm,
  redirect,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { anomalyRoutes } from './anomalies/routes.tsx'
import * as commands from './commands.ts'
import { deadlineRoutes } from './deadline/routes.tsx'
import { openDataRoutes } from './exchange/open/routes.tsx'
import { mapRoutes } from './map/routes.tsx'
import { opinionWords } from './messages/words.ts'
import { preparedRoutes } from './prepared/routes.tsx'
import { positionRoutes } from './positions/routes.tsx'
import * as rules from './rules.ts'
import { castVote } from './vote-commands.ts'
import { minePage, numberOf, refusedWith, resultsPage, statementPage, type RefusalCode } from './show.tsx'
import { afterVote, votedPart, votePage, waysToProve } from './show-vote.tsx'
import { waitingRoutes } from './waiting/routes.tsx'
import { nearPart, nearTyped, newPage, unseenNear } from './writing.tsx'

const voteForm = fields({ choice: field.choice(choices) })
const statementForm = fields({ text: field.text({ least: 10, most: 200 }) })
const openForm = fields({
  until: field.date(),
  shows: field.choice(['after-five', 'after-close']),
  moderation: field.choice(['after', 'before']),
  // Not asked where nobody can prove more than a code.
  leastAssurance: field.optional(field.choice(['low', 'substantial'])),
  decided: field.optionalText({ most: 500 }),
})

export const opinionRoutes: readonly Route[] = [
  route('opinion.statements', { allowed: anyone, records: 'nothing' }, (visit) => votePage(visit)),

  route('opinion.vote', { allowed: rules.mayTakePart, records: ['opinion.vote-cast'] }, async (visit) => {
    const { problem, number } = visit.params
    const form = readForm(visit, voteForm)
    if (!form.ok) return refused(form.errors[0]?.text ?? '')
    const cast = await castVote(visit.database, visit.actor, {
      slug: problem,
      number: numberOf(number),
      choice: form.value.choice,
    })
    if (!cast.ok) return refusedWith(visit, cast.refusal)
    return visit.isIsland ? votedPart(visit) : redirect(afterVote(visit))
  }),

  route('opinion.new', { allowed: rules.mayTakePart, records: 'nothing' }, (visit) => newPage(visit)),

  route(
    'opinion.state',
    { allowed: rules.mayTakePart, records: ['opinion.stated', 'opinion.handed-in'] },
    async (visit) => {
      const form = readForm(visit, statementForm)
      if (!form.ok) return newPage(visit, { errors: form.errors })
      const near = unseenNear(visit, await nearTyped(visit))
      if (near.length > 0) return newPage(visit, { near })
      const input = { slug: visit.params.problem, text: form.value.text, language: visit.lang }
      const stated = await commands.writeStatement(visit.database, visit.actor, input)
      const number = stated.ok ? stated.value.number : null
      const say = opinionWords.say(visit.lang)
      if (number !== null) {
        const done = { text: say('new.done'), next: say('new.done-next') }
        return redirectSaying(visit.to('opinion.statement', { ...visit.params, number }), done)
      }
      if (stated.ok) {
        return redirectSaying(visit.to('opinion.mine', visit.params), {
          text: say('waiting.done-sent'),
          next: say('waiting.done-sent-next'),
        })
      }
      const isOfText = ['said-already', 'waits-already', 'waits-enough', 'says-nothing', 'written-enough'].includes(
        stated.refusal,
      )
      return isOfText
        ? newPage(visit, { errors: errorsAt(visit, 'text', stated.refusal) })
        : refusedWith(visit, stated.refusal)
    },
  ),

  // What is being typed stands in no address: addresses are logged.
  route('opinion.near', { allowed: rules.mayTakePart, records: 'nothing' }, async (visit) => {
    const near = await nearTyped(visit)
    return visit.isIsland ? nearPart(visit, near) : newPage(visit, { near })
  }),

  route('opinion.mine', { allowed: rules.mayTakePart, records: 'nothing' }, (visit) => minePage(visit)),
  route('opinion.change', { allowed: rules.mayTakePart, records: ['opinion.vote-cast'] }, async (visit) => {
    const form = readForm(visit, voteForm)
    if (!form.ok) return refused(form.errors[0]?.text ?? '')
    const { problem, number } = visit.params
    const { choice } = form.value
    const vote = { slug: problem, number: numberOf(number), choice, isChange: true }
    const cast = await castVote(visit.database, visit.actor, vote)
    if (!cast.ok) return refusedWith(visit, cast.refusal)
    const text = opinionWords.say(visit.lang)('mine.changed', { number: numberOf(number), choice })
    return redirectSaying(`${visit.to('opinion.mine', { problem })}#statement-${numberOf(number)}`, { text })
  }),
  route('opinion.results', { allowed: anyone, records: 'nothing' }, (visit) => resultsPage(visit)),
  ...anomalyRoutes,
  ...mapRoutes,
  ...openDataRoutes,
  ...waitingRoutes,
  ...preparedRoutes,
  ...positionRoutes,
  ...deadlineRoutes,
  route('opinion.statement', { allowed: anyone, records: 'nothing' }, (visit) => statementPage(visit)),

  route('opinion.open', { allowed: rules.mayLead, records: ['opinion.opened', 'opinion.stated'] }, async (visit) => {
    const form = readForm(visit, openForm)
    if (!form.ok) return votePage(visit, form.errors)
    const leastAssurance = form.value.leastAssurance ?? 'low'
    if (leastAssurance !== 'low' && waysToProve(visit).length === 0)
      return votePage(visit, errorsAt(visit, 'leastAssurance', 'nobody-could-prove'))
    const opened = await commands.openConsultation(visit.database, visit.actor, {
      slug: visit.params.problem,
      timeZone: visit.jurisdiction.timeZone,
      ...form.value,
      leastAssurance,
    })
    if (opened.ok) {
      const say = opinionWords.say(visit.lang)
      const deadline = visit.time.deadline(endOfDay(form.value.until, visit.jurisdiction.timeZone))
      const done = { text: say('open.done', { deadline }), next: say('open.done-next') }
      return redirectSaying(visit.to('opinion.statements', visit.params), done)
    }
    if (opened.refusal === 'closes-too-soon') return votePage(visit, errorsAt(visit, 'until', opened.refusal))
    if (opened.refusal === 'decision-needed') return votePage(visit, errorsAt(visit, 'decided', opened.refusal))
    return refusedWith(visit, opened.refusal)
  }),
]

function errorsAt(visit: Visit, field: string, code: RefusalCode): readonly FieldError[] {
  return [{ field, text: opinionWords.say(visit.lang)(`refused.${code}`) }]
}
