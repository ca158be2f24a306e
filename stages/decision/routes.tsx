import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { politicianBySlug } from '../../platform/directory/index.ts'
import {
  hasSeenCount,
  isVoteRefusal,
  readNames,
  voteComplaint,
  voteFields,
  type VoteRefusal,
} from '../../platform/directory/votes/form.ts'
import { checkNames } from '../../platform/directory/votes/names.ts'
import { mayConfirmVote, mayRecordVote } from '../../platform/directory/votes/rules.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  refused,
  route,
  type Done,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import * as answering from './answering.ts'
import * as checks from './checks/commands.ts'
import * as commands from './commands.ts'
import { decisionWords, type DecisionKey } from './messages/words.ts'
import { ratingRoutes } from './ratings/routes.tsx'
import { referralRoutes } from './referrals/routes.tsx'
import { targetsOf } from './referrals/targets.ts'
import { returnRoutes } from './returns/routes.tsx'
import { minutesRoutes } from './minutes/routes.tsx'
import * as rules from './rules.ts'
import { meetingQuestionRoutes } from './questions/routes.tsx'
import { packagePage } from './package-show.tsx'
import { answeringPage, recommendationPage } from './recommendation-show.tsx'
import { fieldOf, snapshotPage, votersIn, votingPage } from './show.tsx'
import { votesDataRoute } from './voting/data.ts'
import * as voting from './voting/commands.ts'

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
const answerForm = fields({
  kind: field.choice(rules.answerKinds),
  reason: field.optionalText({ most: 6000 }),
  amendedText: field.optionalText({ most: 8000 }),
  referBody: field.optionalText({ most: 36 }),
  referTo: field.optionalText({ most: 200 }),
  referBy: field.optional(field.date()),
  parkUntil: field.optional(field.date()),
  again: field.ticked(),
})
const voteForm = fields({
  about: field.text({ most: 10 }),
  seen: field.optionalText({ most: 2000 }),
  minutes: field.optionalText({ most: 500 }),
  ...voteFields,
})

export const decisionRoutes: readonly Route[] = [
  // `questions`, `meetings.ics` and `return` stand before the number of a recommendation.
  ...meetingQuestionRoutes,
  ...returnRoutes,
  ...ratingRoutes,
  ...minutesRoutes,
  votesDataRoute,
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

  // `vote` stands before the number of a recommendation.
  route('decision.voting', { allowed: mayRecordVote, records: 'nothing' }, (visit) => votingPage(visit)),

  route('decision.record-vote', { allowed: mayRecordVote, records: ['decision.vote-drafted'] }, async (visit) => {
    const form = readForm(visit, voteForm)
    if (!form.ok) return votingPage(visit, form.errors)
    const { about, seen, ...words } = form.value
    const voters = await votersIn(visit)
    const named = readNames(visit, voters)
    const counted = checkNames(named, words, voters)
    if (!counted.ok)
      return votingPage(visit, [complaint(visit, counted.refusal)], {
        named: counted.refusal === 'names-do-not-count' ? named : [],
      })
    if (!hasSeenCount(visit, named)) return votingPage(visit, [], { named })
    const drafted = await voting.draftVote(visit.database, visit.actor, {
      ...words,
      slug: visit.params.problem,
      place: visit.jurisdiction,
      number: about === 'package' ? null : Number(about),
      seen: versionsFrom(seen),
      named,
    })
    if (!drafted.ok) {
      const isRenewed = drafted.refusal === 'answers-changed'
      return votingPage(visit, [complaint(visit, drafted.refusal)], { isRenewed, named })
    }
    return redirectSaying(
      visit.to('decision.page', { problem: visit.params.problem }),
      doneWords(visit, 'vote-drafted'),
    )
  }),

  route(
    'decision.confirm-vote',
    { allowed: mayConfirmVote, records: ['decision.vote-confirmed', 'decision.referred'] },
    async (visit) => {
      const resolution = parseId('resolution', visit.form.typed['resolution']?.[0])
      if (!resolution) return refused(say(visit, 'no-such-vote'))
      return afterwards(
        visit,
        'vote-confirmed',
        await voting.confirmVote(visit.database, visit.actor, { slug: visit.params.problem, resolution }),
      )
    },
  ),

  route('decision.close', { allowed: rules.mayChairBody, records: ['decision.closed'] }, async (visit) =>
    afterwards(visit, 'closed', await voting.closePackage(visit.database, visit.actor, { slug: visit.params.problem })),
  ),

  route('decision.recommendation', { allowed: anyone, records: 'nothing' }, (visit) => recommendationPage(visit)),
  route('decision.answering', { allowed: rules.mayAnswer, records: 'nothing' }, (visit) => answeringPage(visit)),

  route('decision.answer', { allowed: rules.mayAnswer, records: ['decision.answered'] }, async (visit) => {
    const form = readForm(visit, answerForm)
    if (!form.ok) return answeringPage(visit, form.errors)
    const number = Number(visit.params.number)
    const targets = form.value.referBody === '' ? [] : await targetsOf(visit.database, visit.jurisdiction)
    const input = { slug: visit.params.problem, number, place: visit.jurisdiction, targets, ...form.value }
    const answered = await answering.giveAnswer(visit.database, visit.actor, input)
    if (answered.ok) {
      const done = form.value.kind === 'park' ? 'parked' : 'answered'
      return redirectSaying(
        visit.to('decision.recommendation', { problem: visit.params.problem, number }),
        doneWords(visit, done),
      )
    }
    if (answered.refusal === 'no-such-problem' || answered.refusal === 'no-such-item') return notFound()
    return answeringPage(visit, [complaint(visit, answered.refusal)])
  }),
]

/** `1:2 2:1` as the form carries it: recommendation 1 in version 2, recommendation 2 in version 1. */
function versionsFrom(seen: string): ReadonlyMap<number, number> {
  return new Map([...seen.matchAll(/(\d+):(\d+)/g)].map(([, number, version]) => [Number(number), Number(version)]))
}

type RefusalCode = DecisionKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never
type DoneCode = DecisionKey extends infer Key ? (Key extends `done.${infer Code}-next` ? Code : never) : never
type ProblemVisit = Visit & { readonly params: { readonly problem: string } }

function say(visit: Visit, code: RefusalCode): string {
  return decisionWords.say(visit.lang)(`refused.${code}`)
}

function complaint(visit: Visit, refusal: RefusalCode | VoteRefusal): FieldError {
  if (isVoteRefusal(refusal)) return voteComplaint(visit.lang, refusal)
  return { field: fieldOf(refusal), text: say(visit, refusal) }
}

function doneWords(visit: Visit, what: DoneCode): Done {
  const words = decisionWords.say(visit.lang)
  return { text: words(`done.${what}`), next: words(`done.${what}-next`) }
}

/** Back to the page of the package, which says what was done; a refusal is shown on it, with everything that was typed. */
async function afterwards(
  visit: ProblemVisit,
  what: DoneCode,
  result: { readonly ok: true } | { readonly ok: false; readonly refusal: RefusalCode | VoteRefusal },
): Promise<Reply> {
  if (result.ok)
    return redirectSaying(visit.to('decision.page', { problem: visit.params.problem }), doneWords(visit, what))
  if (result.refusal === 'no-such-problem') return notFound()
  return packagePage(visit, [complaint(visit, result.refusal)])
}
