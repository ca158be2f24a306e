import type { Actor } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import {
  contestEvidence,
  giveEvidence,
  orderEvidence,
  settleObjection,
} from '../../../stages/inquiry/evidence/commands.ts'
import { mergeOrders, nameAnswerer, withdrawOrder } from '../../../stages/inquiry/evidence/desk-commands.ts'
import { writeNote } from '../../../stages/inquiry/notes/commands.ts'
import { changePosition, takePosition } from '../../../stages/inquiry/positions/commands.ts'
import { replyToWords } from '../../../stages/inquiry/replies/commands.ts'
import { meetingsOf } from '../../../stages/meeting/index.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'
import type { FactScript, WorkScript } from './script.ts'

/** Everybody with a seat, with the roles she has in this arena; by account. */
export type Seated = ReadonlyMap<string, Actor>

type Facts = { readonly facts: readonly FactScript[]; readonly seated: Seated }

/** Facts the group ordered: answered, contested, overdue, withdrawn, merged. */
export async function playFacts(town: Lindhavn, problem: Problem, { facts, seated }: Facts): Promise<void> {
  for (const fact of facts) {
    const member = seated.get(town.people[fact.by].account ?? '')
    if (!member) throw new Error(`${fact.by} has no seat`)
    const { question, why, within } = fact
    const order = { slug: problem.slug, question, why, within, language: 'en', calendar: town.place }
    const { number } = await done(question, orderEvidence(town.daysAgo(fact.ago), member, order))
    for (const [index, answer] of (fact.answers ?? []).entries())
      await playAnswer(town, answer, { slug: problem.slug, number, nth: index + 1 })
    const { facilitator, clerk } = town.people
    const at = { slug: problem.slug, number }
    if (fact.withdrawn)
      await done(question, withdrawOrder(town.daysAgo(fact.withdrawn.ago), clerk, { ...at, ...fact.withdrawn }))
    if (fact.merged)
      await done(question, mergeOrders(town.daysAgo(fact.merged.ago), facilitator, { ...at, ...fact.merged }))
  }
}

type Answered = NonNullable<FactScript['answers']>[number]
type AtFact = { readonly slug: string; readonly number: number; readonly nth: number }

async function playAnswer(
  town: Lindhavn,
  { who, namedAgo, dueAgo, later, given, contested }: Answered,
  { slug, number, nth }: AtFact,
): Promise<void> {
  const { people, place, today } = town
  const at = { slug, number }
  const isOutside = typeof who !== 'string'
  const answerer: Actor = isOutside ? people.facilitator : people[who]
  await done(
    'answerer',
    nameAnswerer(town.daysAgo(namedAgo), people.clerk, {
      ...at,
      account: isOutside ? null : answerer.account,
      name: isOutside ? who.name : '',
      position: isOutside ? who.position : '',
      interest: isOutside ? who.interest : '',
      hasAgreed: isOutside,
      side: isOutside ? who.side : 'other',
      due: today.subtract({ days: dueAgo }),
      laterWords: later ?? '',
      calendar: place,
    }),
  )
  if (!given) return
  const { ago, ...words } = given
  const answer = { ...at, ...words, language: 'en', hasApproved: true }
  await done('answer', giveEvidence(town.daysAgo(ago), answerer, answer))
  if (!contested) return
  const { by, reason, source, settled } = contested
  const objection = { ...at, finding: nth, reason, source, language: 'en' }
  await done('objection', contestEvidence(town.daysAgo(contested.ago), people[by], objection))
  if (settled)
    await done(
      'settled',
      settleObjection(town.daysAgo(settled.ago), people[by], { ...at, objection: 1, words: settled.words }),
    )
}

/** What politicians heard, at a meeting or in a talk. */
export async function playNotes(town: Lindhavn, problem: Problem, { notes }: WorkScript): Promise<void> {
  const meetings = await meetingsOf(town.database.read(town.place.id), problem.id)
  for (const { by, ago, from, ...words } of notes ?? []) {
    const meeting = meetings.find(({ number }) => number === from)
    if (typeof from === 'number' && !meeting) throw new Error(`no meeting ${from} in ${problem.slug}`)
    const source = meeting
      ? ({ kind: 'meeting', id: meeting.id } as const)
      : ({ kind: 'talk', words: String(from) } as const)
    const note = { slug: problem.slug, from: source, language: 'en', ...words }
    await done('note', writeNote(town.daysAgo(ago), town.people[by], note))
  }
}

/** Where politicians stand, and where they stood before. */
export async function playPositions(town: Lindhavn, problem: Problem, { positions }: WorkScript): Promise<void> {
  const { slug } = problem
  for (const { by, ago, later, ...words } of positions ?? []) {
    const taking = { slug, language: 'en', ...words }
    const { number } = await done(words.subject, takePosition(town.daysAgo(ago), town.people[by], taking))
    for (const { ago: then, ...change } of later ?? []) {
      const changing = { slug, number, language: 'en', ...change }
      await done(words.subject, changePosition(town.daysAgo(then), town.people[by], changing))
    }
  }
}

type Replies = {
  readonly replies: NonNullable<WorkScript['replies']>
  readonly ideas: readonly string[]
  readonly statements: readonly string[]
}

/** What politicians replied under experiences, ideas and statements. */
export async function playReplies(
  town: Lindhavn,
  problem: Problem,
  { replies, ideas, statements }: Replies,
): Promise<void> {
  const { timeZone } = town.place
  for (const { by, ago, idea, statement, text } of replies) {
    const kind = idea === undefined ? 'statement' : 'idea'
    const id = parseId(kind, idea === undefined ? statements[(statement ?? 0) - 1] : ideas[idea - 1])
    if (!id) throw new Error(`there is no such ${kind} to reply to`)
    const reply = { slug: problem.slug, about: { kind, id } as const, text, language: 'en', timeZone }
    await done('reply', replyToWords(town.daysAgo(ago), town.people[by], reply))
  }
}
