import { anyone } from '@folkmoot/basics/actor.ts'
import { politicianBySlug } from '../../platform/directory/index.ts'
import { field, fields, readForm, route, type Route } from '../../platform/http/index.ts'
import { answerRoutes } from './answers/routes.tsx'
import * as checks from './checks/commands.ts'
import * as commands from './commands.ts'
import { minutesRoutes } from './minutes/routes.tsx'
import { packagePage } from './package-show.tsx'
import { meetingQuestionRoutes } from './questions/routes.tsx'
import { ratingRoutes } from './ratings/routes.tsx'
import { referralRoutes } from './referrals/routes.tsx'
import { returnRoutes } from './returns/routes.tsx'
import * as rules from './rules.ts'
import { afterwards } from './saying.ts'
import { snapshotPage } from './show.tsx'
import { votingRoutes } from './voting/routes.tsx'

const directionForm = fields({ direction: field.text({ most: 6000 }) })
const replyForm = fields({
  questions: field.optionalText({ most: 4000 }),
  limits: field.optionalText({ most: 4000 }),
  as: field.optional(field.choice(['self', 'group'])),
})
const replyAnswerForm = fields({ text: field.text({ most: 4000 }) })
const handOverForm = fields({ sure: field.mustTick() })
const datesForm = fields({ meetingOn: field.date(), returnOn: field.date() })
const noteForm = fields({ text: field.text({ most: 8000 }) })
export const decisionRoutes: readonly Route[] = [
  // `questions`, `meetings.ics` and `return` stand before the number of a recommendation.
  ...meetingQuestionRoutes,
  ...returnRoutes,
  ...ratingRoutes,
  ...minutesRoutes,
  ...referralRoutes,
  route('decision.page', { allowed: anyone, records: 'nothing' }, (visit) => packagePage(visit)),

  route('decision.check', { allowed: rules.mayLeadArena, records: ['decision.direction-sent'] }, async (visit) => {
    const form = readForm(visit, directionForm)
    if (!form.ok) return packagePage(visit, form.errors)
    return afterwards(
      visit,
      'direction-sent',
      await checks.sendDirection(visit.database, visit.actor, {
        slug: visit.params.problem,
        text: form.value.direction,
      }),
    )
  }),

  route(
    'decision.answer-check',
    { allowed: rules.mayAnswer, records: ['decision.direction-answered'] },
    async (visit) => {
      const form = readForm(visit, replyForm)
      if (!form.ok) return packagePage(visit, form.errors)
      const { problem: slug, number } = visit.params
      const { as, ...words } = form.value
      const input = { slug, number: Number(number), ...words, isForGroup: as === 'group' }
      return afterwards(visit, 'direction-answered', await checks.replyToDirection(visit.database, visit.actor, input))
    },
  ),

  route(
    'decision.answer-reply',
    { allowed: rules.mayLeadArena, records: ['decision.reply-answered'] },
    async (visit) => {
      const form = readForm(visit, replyAnswerForm)
      if (!form.ok) return packagePage(visit, form.errors)
      const { problem: slug, number, person: asker } = visit.params
      const person = (await politicianBySlug(visit.read, asker))?.id
      const input = { slug, number: Number(number), person, ...form.value }
      return afterwards(visit, 'reply-answered', await checks.answerReply(visit.database, visit.actor, input))
    },
  ),

  route('decision.hand-over', { allowed: rules.mayLeadArena, records: ['decision.handed-over'] }, async (visit) => {
    const form = readForm(visit, handOverForm)
    if (!form.ok) return packagePage(visit, form.errors)
    const input = { slug: visit.params.problem, place: visit.jurisdiction, language: visit.lang }
    return afterwards(visit, 'handed-over', await commands.handOver(visit.database, visit.actor, input))
  }),

  route('decision.snapshot', { allowed: anyone, records: 'nothing' }, snapshotPage),

  route('decision.set-dates', { allowed: rules.maySetDates, records: ['decision.dates-set'] }, async (visit) => {
    const form = readForm(visit, datesForm)
    if (!form.ok) return packagePage(visit, form.errors)
    return afterwards(
      visit,
      'dates-set',
      await commands.setDates(visit.database, visit.actor, { slug: visit.params.problem, ...form.value }),
    )
  }),

  route(
    'decision.write-staff-note',
    { allowed: rules.mayWriteStaffNote, records: ['decision.staff-note-written'] },
    async (visit) => {
      const form = readForm(visit, noteForm)
      if (!form.ok) return packagePage(visit, form.errors)
      return afterwards(
        visit,
        'note-written',
        await commands.writeStaffNote(visit.database, visit.actor, { slug: visit.params.problem, ...form.value }),
      )
    },
  ),

  // `vote` and `votes.json` stand before the number of a recommendation.
  ...votingRoutes,
  ...answerRoutes,
]
