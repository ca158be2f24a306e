import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { field, fields, readForm, redirectSaying, route, type Route } from '../../../platform/http/index.ts'
import { opinionWords } from '../messages/words.ts'
import { mayLead } from '../rules.ts'
import { refusedWith } from '../show.tsx'
import { votePage } from '../show-vote.tsx'
import { moveDeadline } from './commands.ts'

const moveForm = fields({
  until: field.date(),
  reason: field.text({ least: 10, most: 500 }),
  decision: field.optionalText({ most: 500 }),
})

/** The field a refusal is about. */
const fieldOf: Readonly<Record<string, string>> = {
  'deadline-too-soon': 'until',
  'deadline-same': 'until',
  'decision-needed': 'decision',
}

export const deadlineRoutes: readonly Route[] = [
  route('opinion.move-deadline', { allowed: mayLead, records: ['opinion.deadline-moved'] }, async (visit) => {
    const form = readForm(visit, moveForm)
    if (!form.ok) return votePage(visit, form.errors)
    const { until, reason, decision } = form.value
    const { timeZone } = visit.jurisdiction
    const input = { slug: visit.params.problem, until, timeZone, reason, decided: decision }
    const moved = await moveDeadline(visit.database, visit.actor, input)
    const say = opinionWords.say(visit.lang)
    if (moved.ok) {
      const text = say('move.done', { deadline: visit.time.deadline(endOfDay(until, timeZone)) })
      return redirectSaying(visit.to('opinion.statements', visit.params), { text, next: say('move.done-next') })
    }
    const about = fieldOf[moved.refusal]
    return about === undefined
      ? refusedWith(visit, moved.refusal)
      : votePage(visit, [{ field: about, text: say(`refused.${moved.refusal}`) }])
  }),
]
